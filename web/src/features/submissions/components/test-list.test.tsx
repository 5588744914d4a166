import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { JudgedTest } from '@/lib/judging/judging';
import { GroupPoints } from './group-points';
import { TestList } from './test-list';

const judged = (index: number, verdict: JudgedTest['verdict']): JudgedTest => ({
  index,
  name: `secret/${index}`,
  group: null,
  sample: false,
  verdict,
  points: null,
  time_ms: null,
  wall_ms: null,
  memory_kib: null,
  exit_code: null,
  signal: null,
  feedback: null,
});

test('passed tests are folded beside failed ones', () => {
  render(<TestList tests={[...[1, 2, 4].map((index) => judged(index, 'AC')), judged(3, 'WA')]} />);
  expect(screen.getByText('Test 3')).toBeVisible();
  expect(screen.getByText('3 passed tests')).toBeVisible();
  expect(screen.getByText('Test 1')).not.toBeVisible();
});

test('a few passed tests show where none failed', () => {
  render(<TestList tests={[1, 2].map((index) => judged(index, 'AC'))} />);
  expect(screen.getByText('Test 2')).toBeVisible();
});

test('what failed first is not listed again', () => {
  const tests = [judged(1, 'WA'), judged(2, 'TLE')];
  render(<TestList tests={tests} without={tests[0]} />);
  expect(screen.queryByText('Test 1')).toBeNull();
  expect(screen.getByText('Test 2')).toBeVisible();
});

describe('points of subtasks', () => {
  const grouped = (index: number, group: string, points: number) => ({
    ...judged(index, points > 0 ? 'AC' : 'WA'),
    group,
    points,
  });

  test('are those of their tests', () => {
    render(
      <GroupPoints
        tests={[
          grouped(1, 'secret/subtask1', 0),
          grouped(2, 'secret/subtask1', 30),
          grouped(3, 'secret/subtask2', 0),
        ]}
      />,
    );
    expect(screen.getByText('Subtask 1').nextSibling).toHaveTextContent('30');
    expect(screen.getByText('Subtask 2').nextSibling).toHaveTextContent('0');
  });

  test('are left out where one group is all there is', () => {
    const { container } = render(<GroupPoints tests={[grouped(1, 'secret', 50)]} />);
    expect(container).toBeEmptyDOMElement();
  });
});

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { JudgedTest } from '@/lib/judging/judging';
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

test('all of them show where none failed', () => {
  render(<TestList tests={[1, 2, 3, 4].map((index) => judged(index, 'AC'))} />);
  expect(screen.getByText('Test 4')).toBeVisible();
  expect(screen.queryByText('4 passed tests')).toBeNull();
});

import { expect, test } from 'vitest';
import type { JudgedTest } from '@/lib/judging/judging';
import { hasPassed, judgedSolutions, proposedLimit } from './verification';

let index = 0;
const row = (part: Partial<JudgedTest>): JudgedTest => ({
  index: (index += 1),
  name: 'secret/01',
  group: null,
  sample: false,
  verdict: 'AC',
  points: null,
  time_ms: null,
  wall_ms: null,
  memory_kib: null,
  exit_code: null,
  signal: null,
  feedback: null,
  ...part,
});
const message = (text: string) => ({
  message: text,
  input: null,
  expected: null,
  actual: null,
  stderr: null,
});

const tests = [
  row({ group: 'accepted/a.py', time_ms: 120 }),
  row({ group: 'accepted/a.py', time_ms: 830 }),
  row({ name: 'accepted/a.py', group: '', points: 1 }),
  row({ group: 'wrong_answer/b.py', time_ms: 5_000, verdict: 'AC' }),
  row({ name: 'wrong_answer/b.py', points: 0, feedback: message('expected WA, got AC') }),
  row({ name: 'accepted/c.kt', verdict: 'JE' }),
  row({ group: 'accepted/d.py' }),
];

test('rows are gathered by solution, with its outcome once it is there', () => {
  expect(
    judgedSolutions({ tests }).map(({ name, outcome, slowest, message: words }) => [
      name,
      outcome,
      slowest,
      words,
    ]),
  ).toEqual([
    ['accepted/a.py', 'as_expected', 830, null],
    ['wrong_answer/b.py', 'differs', 5_000, 'expected WA, got AC'],
    ['accepted/c.kt', 'skipped', null, null],
    ['accepted/d.py', null, null, null],
  ]);
});

test('the proposed limit is the computed one, or twice the slowest right solution', () => {
  expect(proposedLimit({ tests })).toBe(2_000);
  expect(proposedLimit({ tests: [] })).toBeNull();
  const computed = row({ name: '.timelimit', time_ms: 3_000 });
  expect(proposedLimit({ tests: [...tests, computed] })).toBe(3_000);
  expect(judgedSolutions({ tests: [computed] })).toEqual([]);
});

test('a check counts for the version that it read', () => {
  const check = { status: 'judged', verdict: 'AC', draft_version: 3 } as const;
  expect(hasPassed(check, 3)).toBe(true);
  expect(hasPassed(check, 4)).toBe(false);
  expect(hasPassed({ ...check, verdict: 'WA' }, 3)).toBe(false);
});

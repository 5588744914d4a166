import { expect, test } from 'vitest';
import { matches, type Submitted } from './results';

const submission = {
  status: 'judged',
  verdict: 'WA',
  language: 'python3',
  username: 'Lan.Anh',
} as Submitted;

test('no filter lets everything through', () => {
  expect(matches(submission, {})).toBe(true);
});

test('all filters must fit', () => {
  expect(matches(submission, { verdict: 'WA', language: 'python3', learner: 'lan' })).toBe(true);
  expect(matches(submission, { verdict: 'AC', language: 'python3', learner: 'lan' })).toBe(false);
  expect(matches(submission, { verdict: 'WA', language: 'java', learner: 'lan' })).toBe(false);
  expect(matches(submission, { verdict: 'WA', language: 'python3', learner: 'minh' })).toBe(false);
});

test('a submission that could not be judged is a judge error, whatever verdict it had before', () => {
  const failed = { ...submission, status: 'judge_error', verdict: 'AC' } as Submitted;
  expect(matches(failed, { verdict: 'JE' })).toBe(true);
  expect(matches(failed, { verdict: 'AC' })).toBe(false);
});

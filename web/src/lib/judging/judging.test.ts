import { expect, test } from 'vitest';
import { merged, withTest, type JudgedTest, type Submission } from './judging';

const judged = (index: number, verdict = 'AC') => ({ index, verdict }) as unknown as JudgedTest;
const state = (more: Partial<Submission>) =>
  ({ id: 1, status: 'judging', tests: [], ...more }) as Submission;

test('keeps tests in order, and takes the newer of the same test', () => {
  const two = withTest(withTest(state({}), judged(2)), judged(1));
  expect(two.tests.map(({ index }) => index)).toEqual([1, 2]);
  expect(withTest(two, judged(1, 'WA')).tests).toEqual([judged(1, 'WA'), judged(2)]);
});

test('a state without files or with fewer tests takes nothing away', () => {
  const files = [{ name: 'main.py', content: 'print()' }];
  const known = state({ files, tests: [judged(1), judged(2)] });
  expect(merged(known, state({ tests: [judged(1)] }))).toMatchObject({
    files,
    tests: [judged(1), judged(2)],
  });
});

test('a submission that is queued again starts afresh', () => {
  const known = state({ status: 'judged', tests: [judged(1)] });
  expect(merged(known, state({ status: 'queued' })).tests).toEqual([]);
});

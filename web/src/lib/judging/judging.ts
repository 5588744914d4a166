import type { ScoresSchemas } from '../api/contract';

export type JudgedTest = ScoresSchemas['Test'];
export type TestFeedback = ScoresSchemas['TestFeedback'];
export type SourceFile = ScoresSchemas['File'];
export type RunOutput = ScoresSchemas['Output'];

export type Submission = ScoresSchemas['Submission'];
export type SubmissionState = ScoresSchemas['SubmissionState'];
export type Run = ScoresSchemas['Run'];
export type RunState = ScoresSchemas['RunState'];
export type Check = ScoresSchemas['Check'];
export type CheckState = ScoresSchemas['CheckState'];

/** What a submission and a run have in common: something that is being judged, test by test. */
export type Judging = Submission | Run;

type Whole = Judging | Check;

/** What the event stream says of something that is being judged: all but what the whole adds. */
export type StateOf<T extends Whole> = T extends Submission
  ? SubmissionState
  : T extends Run
    ? RunState
    : CheckState;

export function isFinal(judging: Pick<Whole, 'status'>): boolean {
  return judging.status !== 'queued' && judging.status !== 'judging';
}

/** Puts one arrived test where it belongs; the same test may arrive twice after a reconnect. */
export function withTest<T extends Whole>(judging: T, test: JudgedTest): T {
  const others = judging.tests.filter(({ index }) => index !== test.index);
  const tests = [...others, test].sort((one, other) => one.index - other.index);
  return { ...judging, tests };
}

/**
 * The newer state of the same thing, without losing what only the older one has: the stream leaves files and tests out,
 * and an answer may carry fewer tests than have arrived. A state that is queued again (rejudged) starts afresh.
 */
export function merged<T extends Whole>(known: T, arrived: NoInfer<T | StateOf<T>>): T {
  const arrivedTests = 'tests' in arrived ? arrived.tests : [];
  const keepTests = arrived.status !== 'queued' && arrivedTests.length < known.tests.length;
  return { ...known, ...arrived, tests: keepTests ? known.tests : arrivedTests };
}

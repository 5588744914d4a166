import type { ScoresSchemas } from '@/lib/api/contract';

export type JudgedTest = ScoresSchemas['Test'];
export type TestFeedback = ScoresSchemas['TestFeedback'];
export type SourceFile = ScoresSchemas['File'];
export type RunOutput = ScoresSchemas['Output'];

export type Submission = ScoresSchemas['Submission'];
export type SubmissionState = ScoresSchemas['SubmissionState'];
export type Run = ScoresSchemas['Run'];
export type RunState = ScoresSchemas['RunState'];

/** What a submission and a run have in common: something that is being judged, test by test. */
export type Judging = Submission | Run;

/** What the event stream says of something that is being judged: all but what {@link Judging} adds. */
export type StateOf<T extends Judging> = T extends Submission ? SubmissionState : RunState;

export function isFinal(judging: Pick<Judging, 'status'>): boolean {
  return judging.status !== 'queued' && judging.status !== 'judging';
}

/** Puts one arrived test where it belongs; the same test may arrive twice after a reconnect. */
export function withTest<T extends Judging>(judging: T, test: JudgedTest): T {
  const others = judging.tests.filter(({ index }) => index !== test.index);
  const tests = [...others, test].sort((one, other) => one.index - other.index);
  return { ...judging, tests };
}

/**
 * The newer state of the same thing, without losing what only the older one has: the stream leaves files and tests out,
 * and an answer may carry fewer tests than have arrived. A state that is queued again (rejudged) starts afresh.
 */
export function merged<T extends Judging>(known: T, arrived: NoInfer<T | StateOf<T>>): T {
  const arrivedTests = 'tests' in arrived ? arrived.tests : [];
  const keepTests = arrived.status !== 'queued' && arrivedTests.length < known.tests.length;
  return { ...known, ...arrived, tests: keepTests ? known.tests : arrivedTests };
}

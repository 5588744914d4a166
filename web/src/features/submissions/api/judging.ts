import type { Verdict } from '@/components/verdict/verdict';

export type JudgingStatus = 'queued' | 'judging' | 'judged' | 'judge_error';

/** What the exercise's author lets a learner see of one test. Texts may be cut. */
export interface TestFeedback {
  readonly message?: string | null;
  readonly input?: string | null;
  readonly expected?: string | null;
  readonly actual?: string | null;
  readonly stderr?: string | null;
}

export interface JudgedTest {
  /** From 1. */
  readonly index: number;
  readonly name: string;
  readonly group: string | null;
  readonly sample: boolean;
  readonly verdict: Verdict;
  readonly points: number | null;
  readonly time_ms: number | null;
  readonly memory_kib: number | null;
  readonly exit_code: number | null;
  readonly signal: string | number | null;
  readonly feedback: TestFeedback | null;
}

/** What a submission and a run have in common: something that is being judged, test by test. */
export interface Judging {
  readonly id: number | string;
  readonly exercise_id: number;
  readonly language: string;
  readonly status: JudgingStatus;
  readonly verdict: Verdict | null;
  readonly compile_output: string | null;
  readonly tests: readonly JudgedTest[];
}

export interface SourceFile {
  readonly name: string;
  readonly content: string;
}

export interface Submission extends Judging {
  readonly exercise_revision: number;
  readonly user_id: number;
  readonly username: string;
  readonly attempt_number: number;
  readonly points: number | null;
  readonly max_points: number;
  readonly time_ms: number | null;
  readonly memory_kib: number | null;
  readonly submitted_at: string;
  readonly judged_at: string | null;
  readonly feedback_message: string | null;
  readonly tests_done: number;
  readonly tests_total: number | null;
  readonly files?: readonly SourceFile[];
}

export interface RunOutput {
  readonly stdout: string | null;
  readonly stderr: string | null;
  readonly exit_code: number | null;
  readonly signal: string | number | null;
  readonly time_ms: number | null;
  readonly memory_kib: number | null;
  readonly truncated: boolean;
}

export interface Run extends Judging {
  readonly output: RunOutput | null;
}

export function isFinal(judging: Judging): boolean {
  return judging.status === 'judged' || judging.status === 'judge_error';
}

/** Puts one arrived test where it belongs; the same test may arrive twice after a reconnect. */
export function withTest<T extends Judging>(judging: T, test: JudgedTest): T {
  const others = judging.tests.filter(({ index }) => index !== test.index);
  const tests = [...others, test].sort((one, other) => one.index - other.index);
  return { ...judging, tests };
}

/**
 * The newer state of the same thing, without losing what only the older one has: the stream leaves files out, and its
 * states may carry fewer tests than have arrived. A state that is queued again (rejudged) starts afresh.
 */
export function merged<T extends Judging>(known: T | undefined, arrived: T): T {
  if (!known) return arrived;
  const arrivedTests = arrived.tests as readonly JudgedTest[] | undefined;
  const keepTests = arrived.status !== 'queued' && (arrivedTests?.length ?? 0) < known.tests.length;
  return { ...known, ...arrived, tests: keepTests ? known.tests : (arrivedTests ?? []) };
}

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import { follow } from '@/lib/judging/follow';
import { isFinal, merged, withTest, type Check, type JudgedTest } from '@/lib/judging/judging';
import { isOpen, useFollowing } from '@/lib/judging/use-following';

const checkQuery = (id: number) =>
  queryOptions({
    queryKey: ['checks', id],
    queryFn: ({ signal }) => fetchJson('GET /checks/{id}', { path: { id }, signal }),
  });

/** A check by a judge, which keeps itself up to date. Without an id there is none. */
export function useFollowedCheck(id: number | null) {
  const client = useQueryClient();
  const options = checkQuery(id ?? 0);
  const query = useQuery({ ...options, enabled: id !== null });
  const key = options.queryKey;
  const failure = useFollowing(isOpen(query), String(id), (signal) =>
    follow(
      'checks',
      id ?? 0,
      {
        onState: (state) => client.setQueryData(key, (known) => known && merged(known, state)),
        onTest: (test) => client.setQueryData(key, (known) => known && withTest(known, test)),
      },
      signal,
    ),
  );
  return { check: id === null ? undefined : query.data, error: query.error ?? failure };
}

export function useStartCheck() {
  return useMutation({
    mutationFn: (id: number) => fetchJson('POST /authoring/drafts/{id}/judge', { path: { id } }),
  });
}

/** What a check says about one solution. */
export interface Judged {
  /** Such as `accepted/right.py`. */
  readonly name: string;
  readonly tests: readonly JudgedTest[];
  /** CPU time of its slowest test in milliseconds. */
  readonly slowest: number | null;
  /** Null until all of its tests are judged. */
  readonly outcome: 'as_expected' | 'differs' | 'skipped' | null;
  readonly message: string | null;
}

const timeLimitRow = '.timelimit';

export function judgedSolutions({ tests }: Pick<Check, 'tests'>): Judged[] {
  const rows = new Map<string, { tests: JudgedTest[]; whole?: JudgedTest }>();
  for (const test of tests) {
    const whole = isWhole(test);
    if (test.name === timeLimitRow && whole) continue;
    const name = whole ? test.name : (test.group ?? '');
    const row = rows.get(name) ?? { tests: [] };
    rows.set(name, whole ? { ...row, whole: test } : { ...row, tests: [...row.tests, test] });
  }
  return [...rows].map(([name, row]) => ({
    name,
    tests: row.tests,
    slowest: slowest(row.tests),
    outcome: row.whole ? outcomeOf(row.whole) : null,
    message: row.whole?.feedback?.message ?? null,
  }));
}

/** Not of a single test: the judge leaves the group out, or empty. */
function isWhole({ group }: JudgedTest): boolean {
  return group === null || group === '';
}

function outcomeOf({ verdict, points }: JudgedTest): Judged['outcome'] {
  if (verdict === 'JE') return 'skipped';
  return points === 1 ? 'as_expected' : 'differs';
}

function slowest(tests: readonly JudgedTest[]): number | null {
  const times = tests.flatMap(({ time_ms }) => (time_ms === null ? [] : [time_ms]));
  return times.length > 0 ? Math.max(...times) : null;
}

/** Twice the slowest right solution, as the package format computes it, at least a second, in half seconds. */
const multiplier = 2;
const step = 500;
const least = 1_000;

/** A time limit that fits what was measured, in milliseconds; null while nothing was. */
export function proposedLimit(check: Pick<Check, 'tests'>): number | null {
  const computed = check.tests.find((test) => test.name === timeLimitRow && isWhole(test));
  if (computed?.time_ms) return computed.time_ms;
  const right = judgedSolutions(check)
    .filter(({ name, outcome }) => name.startsWith('accepted/') && outcome === 'as_expected')
    .flatMap(({ slowest: time }) => (time === null ? [] : [time]));
  if (right.length === 0) return null;
  return Math.max(least, Math.ceil((multiplier * Math.max(...right)) / step) * step);
}

/** Whether a check says that the draft may be published as it is. */
export function hasPassed(
  check: Pick<Check, 'status' | 'verdict' | 'draft_version'>,
  version: number,
): boolean {
  return isFinal(check) && check.verdict === 'AC' && check.draft_version === version;
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Verdict } from '@/components/verdict/verdict';
import { fetchJson } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';

export type Statistics = Answer<'GET /statistics/exercises/{id}'>;
export type Details = Answer<'GET /statistics/exercises/{id}/details'>;
export type Submitted = Answer<'GET /submissions'>['items'][number];

/** The most that the platform gives at once: the filters look through what has been fetched. */
const pageSize = 200;

export const exerciseStatisticsQuery = (exerciseId: number) =>
  queryOptions({
    queryKey: ['statistics', exerciseId],
    queryFn: ({ signal }) =>
      fetchJson('GET /statistics/exercises/{id}', { path: { id: exerciseId }, signal }),
  });

export const exerciseDetailsQuery = (exerciseId: number) =>
  queryOptions({
    queryKey: ['statistics', exerciseId, 'details'],
    queryFn: ({ signal }) =>
      fetchJson('GET /statistics/exercises/{id}/details', { path: { id: exerciseId }, signal }),
  });

export const submittedQuery = (exerciseId: number) =>
  infiniteQueryOptions({
    queryKey: ['submissions', 'list', 'exercise', exerciseId],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /submissions', {
        query: { exercise_id: exerciseId, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 2_000,
  });

export interface ResultFilter {
  readonly verdict?: Verdict | undefined;
  readonly language?: string | undefined;
  /** Part of a user name. */
  readonly learner?: string | undefined;
}

/** What takes every filter back. */
export const unfiltered = {
  verdict: undefined,
  language: undefined,
  learner: undefined,
} satisfies Record<keyof ResultFilter, undefined>;

export function isFiltered({ verdict, language, learner }: ResultFilter): boolean {
  return verdict !== undefined || language !== undefined || learner !== undefined;
}

/** Whether the filter lets the submission through. One that could not be judged counts as a judge error. */
export function matches(submission: Submitted, filter: ResultFilter): boolean {
  const verdict = submission.status === 'judge_error' ? 'JE' : submission.verdict;
  return (
    (filter.verdict === undefined || verdict === filter.verdict) &&
    (filter.language === undefined || submission.language === filter.language) &&
    (filter.learner === undefined ||
      submission.username.toLowerCase().includes(filter.learner.toLowerCase()))
  );
}

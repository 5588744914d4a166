import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';
import { saveFile } from '@/lib/save-file';

export type LearnerResults = Answer<'GET /results'>['items'][number];
export type Cell = LearnerResults['exercises'][number];

/** The orders that learners can be listed in; the first is the usual one. */
export const sorts = ['username', 'points', 'solved'] as const;
export type Sort = (typeof sorts)[number];

export interface MatrixFilter {
  /** How the user name begins. */
  readonly learner?: string | undefined;
  readonly sort?: Sort | undefined;
  /** Only these exercises; all, if left out. */
  readonly exercises?: readonly number[] | undefined;
}

/** The most exercises that the platform can be asked for by number. */
export const mostExercises = 200;
const pageSize = 50;

function queryOf({ learner, sort, exercises }: MatrixFilter) {
  return { username: learner, sort, exercise_ids: exercises?.slice(0, mostExercises).join(',') };
}

export const matrixQuery = (filter: MatrixFilter) =>
  infiniteQueryOptions({
    queryKey: ['results', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /results', {
        query: { ...queryOf(filter), limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Hands the whole table to the browser as a file that spreadsheets open. */
export function useExport() {
  return useMutation({
    mutationFn: async (filter: MatrixFilter) => {
      const response = await request('GET /results/export', {
        query: { ...queryOf(filter), format: 'csv', bom: true },
        accept: 'text/csv, application/problem+json',
      });
      saveFile(await response.blob(), 'results.csv');
    },
  });
}

/** The exercises that any of the learners attempted, by number. */
export function attemptedExercises(learners: readonly LearnerResults[]): readonly number[] {
  const ids = new Set(
    learners.flatMap(({ exercises }) => exercises.map(({ exercise_id }) => exercise_id)),
  );
  return [...ids].sort((one, other) => one - other);
}

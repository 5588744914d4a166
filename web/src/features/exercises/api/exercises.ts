import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { ExercisesSchemas } from '@/lib/api/contract';
import type { Locale } from '@/lib/i18n/locale';

export type Difficulty = ExercisesSchemas['Difficulty'];
export type ExerciseSummary = ExercisesSchemas['ExerciseSummary'];
export type Exercise = ExercisesSchemas['Exercise'];

const order: Record<Difficulty, number> = { easy: 1, medium: 2, hard: 3 };
/** From easy to hard. */
export const difficulties = Object.keys(order) as Difficulty[];

export interface ExerciseFilter {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly tag?: string | undefined;
}

/** The most that the platform gives at once: the whole list is fetched, and shown from its beginning meanwhile. */
const pageSize = 200;

export const exercisesQuery = (filter: ExerciseFilter, locale: Locale) =>
  infiniteQueryOptions({
    queryKey: ['exercises', 'list', filter, locale],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /exercises', {
        query: { ...filter, locale, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const facetsQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['exercises', 'facets', locale],
    queryFn: ({ signal }) => fetchJson('GET /exercises/facets', { query: { locale }, signal }),
    staleTime: 60_000,
  });

export const exerciseQuery = (idOrSlug: string | number, locale: Locale) =>
  queryOptions({
    queryKey: ['exercises', 'one', String(idOrSlug), locale],
    queryFn: ({ signal }) =>
      fetchJson('GET /exercises/{id}', {
        path: { id: idOrSlug },
        query: { locale },
        signal,
      }),
    // A statement that changes under a reader is worse than one that is a few minutes old.
    staleTime: 5 * 60_000,
  });

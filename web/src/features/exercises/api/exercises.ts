import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson, type Page } from '@/lib/api/client';
import type { Locale } from '@/lib/i18n/locale';

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

export interface ExerciseSummary {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly category: string;
  readonly difficulty_level: Difficulty;
  readonly tags: readonly string[];
  readonly points: number;
  readonly languages: readonly string[];
  readonly locales: readonly string[];
  readonly revision: number;
  readonly is_active: boolean;
}

export interface Sample {
  readonly name: string;
  readonly input: string;
  readonly output: string;
}

export interface Exercise extends ExerciseSummary {
  readonly locale: string;
  readonly statement: string;
  readonly samples: readonly Sample[];
  readonly limits: {
    readonly time_ms: number;
    readonly memory_mib: number;
    readonly output_kib: number;
    readonly source_kib: number;
  };
  readonly starter_code: Readonly<Partial<Record<string, string>>>;
}

interface Count {
  readonly name: string;
  readonly count: number;
}

export interface Facets {
  readonly categories: readonly Count[];
  readonly difficulties: readonly Count[];
  readonly tags: readonly Count[];
}

export interface ExerciseFilter {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly tag?: string | undefined;
}

const pageSize = 30;

export const exercisesQuery = (filter: ExerciseFilter, locale: Locale) =>
  infiniteQueryOptions({
    queryKey: ['exercises', 'list', filter, locale],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<ExerciseSummary>>('/exercises', {
        query: { ...filter, locale, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const facetsQuery = () =>
  queryOptions({
    queryKey: ['exercises', 'facets'],
    queryFn: ({ signal }) => fetchJson<Facets>('/exercises/facets', { signal }),
    staleTime: 60_000,
  });

export const exerciseQuery = (idOrSlug: string | number, locale: Locale) =>
  queryOptions({
    queryKey: ['exercises', 'one', String(idOrSlug), locale],
    queryFn: ({ signal }) =>
      fetchJson<Exercise>(`/exercises/${encodeURIComponent(idOrSlug)}`, {
        query: { locale },
        signal,
      }),
    // A statement that changes under a reader is worse than one that is a few minutes old.
    staleTime: 5 * 60_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';

export interface ExerciseProgress {
  readonly exercise_id: number;
  readonly first_attempt: string;
  readonly last_attempt: string;
  readonly total_attempts: number;
  readonly best_score: number | null;
  readonly best_status: string | null;
}

export interface Progress {
  readonly solved: number;
  readonly attempted: number;
  readonly points: number;
  readonly items: readonly ExerciseProgress[];
}

export const progressQuery = () =>
  queryOptions({
    queryKey: ['progress'],
    queryFn: ({ signal }) => fetchJson<Progress>('/progress', { signal }),
  });

export interface ExerciseStatistics {
  readonly attempts: number;
  readonly learners: number;
  readonly solved: number;
  readonly verdicts: Readonly<Partial<Record<string, number>>>;
}

export const statisticsQuery = (exerciseId: number) =>
  queryOptions({
    queryKey: ['statistics', exerciseId],
    queryFn: ({ signal }) =>
      fetchJson<ExerciseStatistics>(`/statistics/exercises/${exerciseId}`, { signal }),
    staleTime: 60_000,
  });

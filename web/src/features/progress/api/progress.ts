import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';

export type Progress = Answer<'GET /progress'>;
export type ExerciseProgress = Progress['items'][number];

export const progressQuery = () =>
  queryOptions({
    queryKey: ['progress'],
    queryFn: ({ signal }) => fetchJson('GET /progress', { signal }),
  });

export const statisticsQuery = (exerciseId: number) =>
  queryOptions({
    queryKey: ['statistics', exerciseId],
    queryFn: ({ signal }) =>
      fetchJson('GET /statistics/exercises/{id}', { path: { id: exerciseId }, signal }),
    staleTime: 60_000,
  });

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Body, ExercisesSchemas } from '@/lib/api/contract';

export type Topic = ExercisesSchemas['Topic'];

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => fetchJson('GET /authoring/topics', { signal }),
  staleTime: 0,
});

export function useLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'PUT /authoring/topics'>) =>
      fetchJson('PUT /authoring/topics', { body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: topicsQuery.queryKey }),
        // Lists and statements show the labels.
        client.invalidateQueries({ queryKey: ['exercises'] }),
      ]),
  });
}

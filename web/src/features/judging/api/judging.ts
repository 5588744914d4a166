import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Answer, ScoresSchemas } from '@/lib/api/contract';

export type Judge = ScoresSchemas['Judge'];
export type QueueLane = ScoresSchemas['QueueLane'];
export type JudgingFailure = ScoresSchemas['JudgingFailure'];
export type Retried = Answer<'POST /judging/failures/retry'>;

/** Milliseconds between two looks at what changes all the time. */
const lookAgain = 5_000;
const pageSize = 50;

export const judgesQuery = () =>
  queryOptions({
    queryKey: ['judging', 'judges'],
    queryFn: ({ signal }) => fetchJson('GET /judging/judges', { signal }),
    refetchInterval: lookAgain,
  });

export const queueQuery = () =>
  queryOptions({
    queryKey: ['judging', 'queue'],
    queryFn: ({ signal }) => fetchJson('GET /judging/queue', { signal }),
    refetchInterval: lookAgain,
  });

export const failuresQuery = () =>
  infiniteQueryOptions({
    queryKey: ['judging', 'failures'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /judging/failures', { query: { limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Queues failed submissions again: those that are named, or all. */
export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (submissions: readonly number[] | null) =>
      fetchJson('POST /judging/failures/retry', {
        body: submissions === null ? {} : { submission_ids: [...submissions] },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['judging'] }),
  });
}

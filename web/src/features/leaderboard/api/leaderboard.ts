import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { ScoresSchemas } from '@/lib/api/contract';

export type Standing = ScoresSchemas['Standing'];

const pageSize = 50;

export const leaderboardQuery = () =>
  infiniteQueryOptions({
    queryKey: ['leaderboard'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /leaderboard', {
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 5_000,
  });

import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson, type Page } from '@/lib/api/client';

export interface Standing {
  readonly rank: number;
  readonly user_id: number;
  readonly username: string;
  readonly points: number;
  readonly solved: number;
  readonly last_improved_at: string | null;
}

export interface LeaderboardPage extends Page<Standing> {
  readonly me?: Standing | null;
}

const pageSize = 50;

export const leaderboardQuery = () =>
  infiniteQueryOptions({
    queryKey: ['leaderboard'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<LeaderboardPage>('/leaderboard', {
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 5_000,
  });

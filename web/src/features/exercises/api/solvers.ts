import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';

export interface SolverCount {
  readonly learners: number;
  readonly solved: number;
  /** From 0 to 1. */
  readonly rate: number;
}

/** By exercise; without those that nobody attempted. */
export type Solvers = ReadonlyMap<number, SolverCount>;

export const nobody: Solvers = new Map();

/** The platform counts so many at once. */
const most = 200;

export const solversQuery = (ids: readonly number[]) =>
  queryOptions({
    queryKey: ['statistics', 'solvers', ids],
    queryFn: async ({ signal }): Promise<Solvers> => {
      const counts = new Map<number, SolverCount>();
      for (let start = 0; start < ids.length; start += most) {
        const query = { exercise_ids: ids.slice(start, start + most).join(',') };
        const { items } = await fetchJson('GET /statistics/exercises', { query, signal });
        for (const { exercise_id: id, learners, solved } of items) {
          counts.set(id, { learners, solved, rate: solved / learners });
        }
      }
      return counts;
    },
    enabled: ids.length > 0,
    staleTime: 60_000,
  });

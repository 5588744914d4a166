import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';

export type Activity = Answer<'GET /statistics/learners/{id}'>;

/** Half a year of whole weeks, as the calendar shows them. */
export const weeks = 26;

/** When a learner submitted, by days of the zone. */
export const activityQuery = (learner: number, zone: string) =>
  queryOptions({
    // A verdict refreshes what begins so.
    queryKey: ['statistics', 'learner', learner, zone],
    queryFn: ({ signal }) =>
      fetchJson('GET /statistics/learners/{id}', {
        path: { id: learner },
        query: { time_zone: zone, days: weeks * 7 },
        signal,
      }),
  });

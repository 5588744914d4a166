import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body, Query } from '@/lib/api/contract';
import { merged, type Submission } from '@/lib/judging/judging';

export type SubmissionFilter = Pick<
  Query<'GET /submissions'>,
  'exercise_id' | 'user_id' | 'status'
>;

const pageSize = 25;

export const submissionsQuery = (filter: SubmissionFilter) =>
  infiniteQueryOptions({
    queryKey: ['submissions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /submissions', {
        query: { ...filter, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 2_000,
  });

export const submissionQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['submissions', 'one', String(id)],
    queryFn: async ({ client, queryKey, signal }) => {
      const submission = await fetchJson('GET /submissions/{id}', { path: { id }, signal });
      // The event stream may have been faster than this answer.
      const known = client.getQueryData<Submission>(queryKey);
      return known ? merged(known, submission) : submission;
    },
  });

export const runQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['runs', 'one', String(id)],
    queryFn: ({ signal }) => fetchJson('GET /runs/{id}', { path: { id }, signal }),
  });

export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: Body<'POST /runs'>) => fetchJson('POST /runs', { body: code }),
    onSuccess: (run) => client.setQueryData(runQuery(run.id).queryKey, run),
  });
}

/** Takes back what has not been judged. The answer is its final state. */
export function useCancel(kind: 'submissions' | 'runs', id: number | string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (kind === 'runs') {
        const run = await fetchJson('POST /runs/{id}/cancel', { path: { id } });
        client.setQueryData(runQuery(id).queryKey, run);
      } else {
        const submission = await fetchJson('POST /submissions/{id}/cancel', { path: { id } });
        client.setQueryData(submissionQuery(id).queryKey, submission);
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['submissions', 'list'] }),
  });
}

export function useRejudge(id: string | number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST /submissions/{id}/rejudge', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: submissionQuery(id).queryKey }),
  });
}

import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson, request, type Page } from '@/lib/api/client';
import { isPassing } from '@/lib/api/query-client';
import { randomKey } from '@/lib/random-key';
import { merged, type Run, type Submission } from './judging';

export interface SubmissionFilter {
  readonly exercise_id?: number | undefined;
  readonly user_id?: number | undefined;
}

const pageSize = 25;

export const submissionsQuery = (filter: SubmissionFilter) =>
  infiniteQueryOptions({
    queryKey: ['submissions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<Submission>>('/submissions', {
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
      const path = `/submissions/${encodeURIComponent(id)}`;
      const submission = await fetchJson<Submission>(path, { signal });
      // The event stream may have been faster than this answer.
      return merged(client.getQueryData<Submission>(queryKey), submission);
    },
  });

export const runQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['runs', 'one', String(id)],
    queryFn: ({ signal }) => fetchJson<Run>(`/runs/${encodeURIComponent(id)}`, { signal }),
  });

interface Code {
  readonly exercise_id: number;
  readonly language: string;
  readonly source: string;
}

/** Tries again for as long as a lost connection may come back; the key makes sure that only one submission results. */
const sendingRetries = 8;

export function useSubmit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...code }: Code & { readonly key: string }) =>
      fetchJson<Submission>('/submissions', {
        method: 'POST',
        body: code,
        headers: { 'Idempotency-Key': key },
      }),
    retry: (failures, error) => isPassing(error) && failures < sendingRetries,
    retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
    onSuccess: (submission) => {
      client.setQueryData(submissionQuery(submission.id).queryKey, submission);
      void client.invalidateQueries({ queryKey: ['submissions', 'list'] });
    },
  });
}

/** A fresh key for {@link useSubmit}: one per press of the button. */
export const submissionKey = randomKey;

export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: Code & { readonly input?: string }) =>
      fetchJson<Run>('/runs', { method: 'POST', body: code }),
    onSuccess: (run) => client.setQueryData(runQuery(run.id).queryKey, run),
  });
}

export function useRejudge(id: string | number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/submissions/${encodeURIComponent(id)}/rejudge`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: submissionQuery(id).queryKey }),
  });
}

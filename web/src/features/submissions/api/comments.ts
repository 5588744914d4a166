import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer, Body, ScoresSchemas } from '@/lib/api/contract';

export type Comment = ScoresSchemas['Comment'];
export type Notice = Answer<'GET /comments/notices'>['items'][number];

type Id = number | string;

export const commentsQuery = (submission: Id) =>
  queryOptions({
    queryKey: ['comments', 'of', String(submission)],
    queryFn: ({ signal }) =>
      fetchJson('GET /submissions/{id}/comments', { path: { id: submission }, signal }),
  });

export function useComment(submission: Id) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /submissions/{id}/comments'>) =>
      fetchJson('POST /submissions/{id}/comments', { path: { id: submission }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: commentsQuery(submission).queryKey }),
  });
}

export function useDeleteComment(submission: Id) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Comment) => request('DELETE /comments/{id}', { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: commentsQuery(submission).queryKey }),
  });
}

/** How many comments the user is to read. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ['comments', 'unread'],
    queryFn: async ({ signal }) => {
      const answer = await fetchJson('GET /comments/notices', {
        query: { unread: true, limit: 1 },
        signal,
      });
      return answer.unread;
    },
    staleTime: 60_000,
  });

export const noticesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['comments', 'notices'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /comments/notices', { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Marks the notices of one submission as read, or all if none is named. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (submission: number | null) =>
      request('POST /comments/notices/read', {
        body: submission === null ? {} : { submission_id: submission },
      }),
    onSuccess: () =>
      Promise.all(
        [unreadQuery().queryKey, noticesQuery().queryKey].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** The comments by line, of one file. */
export function byLine(comments: readonly Comment[], file: string): ReadonlyMap<number, Comment[]> {
  const lines = new Map<number, Comment[]>();
  for (const comment of comments) {
    if (comment.file !== file) continue;
    lines.set(comment.line, [...(lines.get(comment.line) ?? []), comment]);
  }
  return lines;
}

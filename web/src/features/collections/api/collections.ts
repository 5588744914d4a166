import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body, ExercisesSchemas } from '@/lib/api/contract';
import type { Locale } from '@/lib/i18n/locale';

export type CollectionSummary = ExercisesSchemas['CollectionSummary'];
export type Collection = ExercisesSchemas['Collection'];
export type CollectionChange = Body<'POST /collections'>;

const collectionsKey = ['collections'] as const;
const candidates = 8;

/** `mine` lists those that the author may change, open to learners or not. */
export const collectionsQuery = (locale: Locale, mine = false) =>
  infiniteQueryOptions({
    queryKey: [...collectionsKey, 'list', locale, mine],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /collections', {
        query: { locale, cursor: pageParam, ...(mine && { mine }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const collectionQuery = (id: number, locale: Locale) =>
  queryOptions({
    queryKey: [...collectionsKey, 'one', id, locale],
    queryFn: ({ signal }) =>
      fetchJson('GET /collections/{id}', { path: { id }, query: { locale }, signal }),
  });

/** Exercises that an author may put into a collection. */
export const candidatesQuery = (q: string, locale: Locale) =>
  queryOptions({
    queryKey: ['exercises', 'candidates', q, locale],
    queryFn: ({ signal }) =>
      fetchJson('GET /exercises', {
        query: { q, locale, include_inactive: true, limit: candidates },
        signal,
      }),
    select: ({ items }) => items,
  });

/** Creates a collection, or replaces the one that is given. */
export function useSaveCollection(locale: Locale) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      before,
      change,
    }: {
      before: Collection | undefined;
      change: CollectionChange;
    }) =>
      before
        ? fetchJson('PUT /collections/{id}', {
            path: { id: before.id },
            query: { locale },
            header: { 'If-Match': `"${before.version}"` },
            body: change,
          })
        : fetchJson('POST /collections', { query: { locale }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: collectionsKey }),
  });
}

export function useDeleteCollection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => request('DELETE /collections/{id}', { path: { id } }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: [...collectionsKey, 'list'], refetchType: 'all' }),
  });
}

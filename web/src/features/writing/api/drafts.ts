import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body, Query } from '@/lib/api/contract';
import type { ExercisesSchemas } from '@/lib/api/contract';
import type { Locale } from '@/lib/i18n/locale';
import { saveFile } from '@/lib/save-file';

export type Draft = ExercisesSchemas['Draft'];
export type DraftSummary = ExercisesSchemas['DraftSummary'];
export type DraftSettings = ExercisesSchemas['DraftSettings'];
export type DraftFile = ExercisesSchemas['DraftFile'];
export type DraftTest = Draft['tests'][number];
export type Published = ExercisesSchemas['Published'];

const draftsKey = ['exercise-drafts'] as const;

export const draftsQuery = queryOptions({
  queryKey: [...draftsKey, 'list'],
  queryFn: ({ signal }) => fetchJson('GET /authoring/drafts', { signal }),
  staleTime: 0,
});

/** Asked for when a draft is opened; afterwards the editing knows it better than any cache. */
export const draftQuery = (id: number) =>
  queryOptions({
    queryKey: [...draftsKey, 'one', id],
    queryFn: ({ signal }) => fetchJson('GET /authoring/drafts/{id}', { path: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What reading the draft as a package finds, by its version. */
export const findingsQuery = (id: number, version: number) =>
  queryOptions({
    queryKey: [...draftsKey, 'findings', id, version],
    queryFn: ({ signal }) =>
      fetchJson('GET /authoring/drafts/{id}/check', { path: { id }, signal }),
    staleTime: Infinity,
  });

export const previewQuery = (id: number, version: number, locale: Locale) =>
  queryOptions({
    queryKey: [...draftsKey, 'preview', id, version, locale],
    queryFn: ({ signal }) =>
      fetchJson('GET /authoring/drafts/{id}/preview', { path: { id }, query: { locale }, signal }),
    staleTime: Infinity,
    retry: false,
  });

/** What the operator lets packages ask for. */
export const mostLimitsQuery = queryOptions({
  queryKey: ['exercises', 'limits'],
  queryFn: ({ signal }) => fetchJson('GET /exercises/limits', { signal }),
  staleTime: Infinity,
});

/** The exercises that a draft can begin with: its files are for editors. */
export const startsQuery = (q: string, locale: Locale) =>
  queryOptions({
    queryKey: ['exercises', 'starts', q, locale],
    queryFn: ({ signal }) => {
      const query: Query<'GET /exercises'> = {
        q,
        locale,
        mine: true,
        include_inactive: true,
        limit: 200,
      };
      return fetchJson('GET /exercises', { query, signal });
    },
    select: ({ items }) => items.filter(({ access }) => access !== 'viewer'),
  });

type Start = Body<'POST /authoring/drafts'> | File;

export function useCreateDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: Start) =>
      start instanceof File
        ? fetchJson('POST /authoring/drafts', { zip: start })
        : fetchJson('POST /authoring/drafts', { body: start }),
    onSuccess: () => client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}

export function useDeleteDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: DraftSummary) =>
      request('DELETE /authoring/drafts/{id}', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}

interface Publication {
  readonly draft: Pick<Draft, 'id' | 'version'>;
  /** False without a check by a judge, which only administrators may do. */
  readonly judged: boolean;
}

export function usePublishDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft: { id, version }, judged }: Publication) =>
      fetchJson('POST /authoring/drafts/{id}/publish', {
        path: { id },
        header: { 'If-Match': `"${version}"` },
        query: { judged },
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['exercises'] }),
        client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
      ]),
  });
}

export function useDownloadDraft() {
  return useMutation({
    mutationFn: async ({ id, title }: Pick<Draft, 'id' | 'title'>) => {
      const response = await request('GET /authoring/drafts/{id}/package', {
        path: { id },
        accept: 'application/zip, application/problem+json',
      });
      saveFile(await response.blob(), `${title || `draft-${id}`}.zip`);
    },
  });
}

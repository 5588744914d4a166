import {
  infiniteQueryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchJson, request } from '@/lib/api/client';
import type { ExercisesSchemas, ScoresSchemas } from '@/lib/api/contract';
import { ApiProblem } from '@/lib/api/problem';
import type { Locale } from '@/lib/i18n/locale';
import { saveFile } from '@/lib/save-file';

/** What an author's list shows of an exercise of which the author is a member, open to learners or not. */
export type AuthoredExercise = Pick<
  ExercisesSchemas['ExerciseSummary'],
  'id' | 'slug' | 'title' | 'revision' | 'is_active' | 'updated_at' | 'access'
>;
export type Published = ExercisesSchemas['Published'];
export type Import = ExercisesSchemas['Import'];
export type Rejudging = ScoresSchemas['Rejudging'];

const pageSize = 50;

export const authoredQuery = (q: string, locale: Locale) =>
  infiniteQueryOptions({
    queryKey: ['exercises', 'authored', q, locale],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /exercises', {
        query: {
          q,
          locale,
          mine: true,
          include_inactive: true,
          limit: pageSize,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export interface Publication {
  readonly file: File;
  /** The exercise that gets a new revision; null makes a new exercise. */
  readonly exercise: AuthoredExercise | null;
}

/**
 * Uploads a package, and follows the check by a judge until it is published or refused. An unchanged package is answered at
 * once.
 */
export function usePublish() {
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: ({ file, exercise }: Publication) => {
      return exercise
        ? fetchJson('PUT /exercises/{id}', {
            path: { id: exercise.id },
            // The revision that the author saw: a newer one must not be overwritten.
            header: { 'If-Match': `"${exercise.revision}"` },
            zip: file,
          })
        : fetchJson('POST /exercises', { query: { name: slugOf(file.name) }, zip: file });
    },
  });
  const answer = upload.data;
  const begun = answer && 'state' in answer ? answer : undefined;
  const id = begun?.id;
  const { data, error } = useQuery({
    queryKey: ['imports', id],
    queryFn:
      id === undefined
        ? skipToken
        : async ({ signal }) => {
            const found = await fetchJson('GET /authoring/imports/{id}', { path: { id }, signal });
            if (found.state !== 'checking') {
              await Promise.all(
                ['exercises', 'exercise-drafts'].map((key) =>
                  client.invalidateQueries({ queryKey: [key] }),
                ),
              );
            }
            return found;
          },
    refetchInterval: ({ state }) =>
      !state.data || state.data.state === 'checking' ? lookAgain : false,
  });
  const current = data ?? begun;
  const refusal = useMemo(() => problemOf(current), [current]);
  const published = answer && !('state' in answer) ? answer : (current?.published ?? undefined);
  return {
    upload,
    published,
    /** What a judge checks. */
    checking: current?.state === 'checking' ? current : undefined,
    /** What remains as a draft. */
    refused: current?.state === 'refused' ? current : undefined,
    error: upload.error ?? error ?? refusal,
  };
}

function problemOf(ended: Import | undefined): ApiProblem | null {
  if (!ended?.problem) return null;
  const { status, code, detail, errors } = ended.problem;
  return new ApiProblem({ status, code, detail, faults: errors });
}

/** How far the check of a package is. */
export function useCheckProgress(checkId: number) {
  return useQuery({
    queryKey: ['checks', checkId],
    queryFn: ({ signal }) => fetchJson('GET /checks/{id}', { path: { id: checkId }, signal }),
    refetchInterval: lookAgain,
  }).data;
}

export function useOpenness() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, open }: { readonly id: number; readonly open: boolean }) =>
      fetchJson('PATCH /exercises/{id}', { path: { id }, body: { is_active: open } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exercises'] }),
  });
}

/** Hands the package of the current revision to the browser as a file. */
export function useDownload() {
  return useMutation({
    mutationFn: async ({ id, slug }: AuthoredExercise) => {
      const response = await request('GET /exercises/{id}/package', {
        path: { id },
        accept: 'application/zip, application/problem+json',
      });
      saveFile(await response.blob(), `${slug}.zip`);
    },
  });
}

/** Milliseconds between two looks at the progress of a rejudging or a check. */
const lookAgain = 1_000;

/** Whether all submissions of the rejudging have been judged, or queued anew for another reason. */
export function isComplete({ waiting, judging }: Rejudging): boolean {
  return waiting === 0 && judging === 0;
}

/** Starts judging all submissions to an exercise again, and follows it until it is complete. */
export function useRejudging(exerciseId: number) {
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => fetchJson('POST /submissions/rejudge', { body: { exercise_id: exerciseId } }),
    onSuccess: (rejudging) => client.setQueryData(['rejudgings', rejudging.id], rejudging),
  });
  const id = start.data?.id;
  const { data, error } = useQuery({
    queryKey: ['rejudgings', id],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) => fetchJson('GET /submissions/rejudgings/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isComplete(state.data) ? false : lookAgain),
  });
  return { start, rejudging: data ?? start.data, error: start.error ?? error };
}

/** "Sum of two.zip" as "sum-of-two": the address of the exercise, unless the package names its own. */
export function slugOf(fileName: string): string {
  return fileName
    .replace(/\.zip$/i, '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

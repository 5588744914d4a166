import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Answer, ExercisesSchemas } from '@/lib/api/contract';

export type Revision = ExercisesSchemas['Revision'];
export type Changes = Answer<'GET /exercises/{id}/revisions/{revision}/changes'>;
export type FileChange = Changes['items'][number];

export const revisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['exercises', 'revisions', id],
    queryFn: ({ signal }) => fetchJson('GET /exercises/{id}/revisions', { path: { id }, signal }),
    staleTime: 0,
  });

/** What differs between two revisions; without `since`, since the one before. */
export const changesQuery = (id: string, revision: number, since: number | undefined) =>
  queryOptions({
    queryKey: ['exercises', 'changes', id, revision, since],
    queryFn: ({ signal }) =>
      fetchJson('GET /exercises/{id}/revisions/{revision}/changes', {
        path: { id, revision },
        query: { since },
        signal,
      }),
    staleTime: Infinity,
  });

export function useRestore(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, current }: { readonly revision: number; readonly current: number }) =>
      fetchJson('POST /exercises/{id}/revisions/{revision}/restore', {
        path: { id, revision },
        // The revision that the author saw as the current one.
        header: { 'If-Match': `"${current}"` },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exercises'] }),
  });
}

/** A line of a difference, or a run of lines that are the same on both sides. */
export type Piece =
  | { readonly kind: 'added' | 'removed' | 'same'; readonly text: string }
  | { readonly kind: 'folded'; readonly count: number };

/** Unchanged lines that are shown before and after a change. */
const around = 3;

/** The lines of a difference without long stretches in which nothing changed. */
export function folded(lines: readonly string[]): Piece[] {
  const pieces = lines.map((line): Piece & { text: string } => ({
    kind: line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same',
    text: line.slice(1),
  }));
  const near = pieces.map((_, index) =>
    pieces
      .slice(Math.max(0, index - around), index + around + 1)
      .some(({ kind }) => kind !== 'same'),
  );
  const result: Piece[] = [];
  let hidden = 0;
  const close = () => {
    if (hidden > 0) result.push({ kind: 'folded', count: hidden });
    hidden = 0;
  };
  pieces.forEach((piece, index) => {
    if (!near[index]) {
      hidden += 1;
      return;
    }
    close();
    result.push(piece);
  });
  close();
  return result;
}

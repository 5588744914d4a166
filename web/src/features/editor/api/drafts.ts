import { fetchJson } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { DraftKey } from '../draft-storage';

/** A draft as the platform has it. */
export interface ServerDraft {
  readonly text: string;
  /** Changes with each save. */
  readonly version: string;
}

export async function readDraft(key: DraftKey, signal: AbortSignal): Promise<ServerDraft | null> {
  try {
    const { files, version } = await fetchJson('GET /drafts/{id}/{language}', {
      path: { id: key.exerciseId, language: key.language },
      signal,
    });
    return { text: files[0]?.content ?? '', version };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Saves a text in place of the version that it builds on, null for none. Fails with 412 where there is another. */
export async function saveDraft(
  key: DraftKey,
  text: string,
  base: string | null,
  signal: AbortSignal,
): Promise<ServerDraft> {
  const { version } = await fetchJson('PUT /drafts/{id}/{language}', {
    path: { id: key.exerciseId, language: key.language },
    header: base === null ? { 'If-None-Match': '*' } : { 'If-Match': base },
    body: { source: text },
    signal,
  });
  return { text, version };
}

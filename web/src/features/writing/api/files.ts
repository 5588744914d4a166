import { fetchJson, request } from '@/lib/api/client';
import { saveFile } from '@/lib/save-file';

/** A text that is longer is downloaded, not edited on the page. Bytes. */
export const longestText = 256 * 1024;

export async function readFile(id: number, path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await request('GET /authoring/drafts/{id}/files/{path}', {
    path: { id, path },
    accept: 'application/octet-stream, application/problem+json',
    ...(signal && { signal }),
  });
  return response.blob();
}

export async function readText(id: number, path: string, signal?: AbortSignal): Promise<string> {
  return (await readFile(id, path, signal)).text();
}

export function writeFile(id: number, path: string, content: Blob) {
  return fetchJson('PUT /authoring/drafts/{id}/files/{path}', {
    path: { id, path },
    bytes: content,
  });
}

export function writeText(id: number, path: string, text: string) {
  return writeFile(id, path, new Blob([text]));
}

export function removeFile(id: number, path: string) {
  return request('DELETE /authoring/drafts/{id}/files/{path}', { path: { id, path } });
}

export function writeTest(id: number, name: string, input: string, answer: string) {
  return fetchJson('PUT /authoring/drafts/{id}/tests/{path}', {
    path: { id, path: name },
    body: { input, answer },
  });
}

export function removeTest(id: number, name: string) {
  return request('DELETE /authoring/drafts/{id}/tests/{path}', { path: { id, path: name } });
}

/** Lets the browser save a file of a draft. */
export async function downloadFile(id: number, path: string): Promise<void> {
  saveFile(await readFile(id, path), path.slice(path.lastIndexOf('/') + 1));
}

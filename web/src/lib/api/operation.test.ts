import { expect, test } from 'vitest';
import { requestOf } from './operation';

test('fills the path in, safely', () => {
  const [address, init] = requestOf('GET /exercises/{id}', { path: { id: 'a/b?c' } });
  expect(address).toBe('/api/v1/exercises/a%2Fb%3Fc');
  expect(init.method).toBe('GET');
  expect(init.body).toBeUndefined();
});

test('leaves out parameters that are null, undefined or empty', () => {
  const [address] = requestOf('GET /exercises', {
    query: { q: '', tag: undefined, cursor: null, include_inactive: false, limit: 50 },
  });
  expect(address).toBe('/api/v1/exercises?include_inactive=false&limit=50');
});

test('sends JSON as JSON and an archive as an archive', () => {
  const [, patch] = requestOf('PATCH /exercises/{id}', {
    path: { id: 1 },
    body: { is_active: true },
  });
  expect(patch.body).toBe('{"is_active":true}');
  expect(new Headers(patch.headers).get('Content-Type')).toBe('application/json');

  const archive = new Blob(['PK']);
  const [, put] = requestOf('PUT /exercises/{id}', {
    path: { id: 1 },
    header: { 'If-Match': '"3"' },
    zip: archive,
  });
  expect(put.body).toBe(archive);
  expect(Object.fromEntries(new Headers(put.headers))).toEqual({
    accept: 'application/json',
    'content-type': 'application/zip',
    'if-match': '"3"',
  });
});

// `npm run check` fails where one of these compiles.
test('what a contract does not declare does not compile', () => {
  // @ts-expect-error -- no such operation
  requestOf('DELETE /exercises');
  // @ts-expect-error -- an internal one
  requestOf('GET /internal/v1/revocations');
  // @ts-expect-error -- no such parameter
  requestOf('GET /exercises', { query: { page: 1 } });
  // @ts-expect-error -- no such difficulty
  requestOf('GET /exercises', { query: { difficulty: 'extreme' } });
  // @ts-expect-error -- the path has a parameter
  requestOf('GET /exercises/{id}');
  // @ts-expect-error -- the body has another field
  requestOf('PATCH /exercises/{id}', { path: { id: 1 }, body: { active: true } });
  // @ts-expect-error -- a new revision requires If-Match
  requestOf('PUT /exercises/{id}', { path: { id: 1 }, zip: new Blob() });
});

test('sends a file under its path, whose slashes stay', () => {
  const bytes = new Blob(['x']);
  const [address, init] = requestOf('PUT /authoring/drafts/{id}/files/{path}', {
    path: { id: 5, path: 'data/secret/a b.in' },
    bytes,
  });
  expect(address).toBe('/api/v1/authoring/drafts/5/files/data/secret/a%20b.in');
  expect(init.body).toBe(bytes);
  expect(new Headers(init.headers).get('Content-Type')).toBe('application/octet-stream');
});

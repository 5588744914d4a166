import { ApiProblem } from './problem';
import { session } from './session';
import { send } from './transport';

type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with the type given in `headers`. */
  readonly rawBody?: Blob;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

const tokenCodes = new Set(['unauthenticated', 'token_expired', 'token_invalid', 'token_revoked']);

/** Sends a request as the signed-in user. A refused token is refreshed once, silently, and the request sent again. */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const token = await session.token();
  try {
    return await send(address(path, options.query), init(options, token));
  } catch (error) {
    if (!token || !(error instanceof ApiProblem)) throw error;
    if (error.status !== 401 || !tokenCodes.has(error.code)) throw error;
    await session.refresh();
    const fresh = await session.token();
    if (!fresh) throw error;
    return send(address(path, options.query), init(options, fresh));
  }
}

export async function fetchJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await request(path, options);
  return (await response.json()) as T;
}

function address(path: string, query: RequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text && `?${text}`}`;
}

function init(options: RequestOptions, token: string | null): RequestInit {
  const headers = new Headers(options.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  const body = options.body === undefined ? options.rawBody : JSON.stringify(options.body);
  return {
    method: options.method ?? 'GET',
    headers,
    ...(body !== undefined && { body }),
    ...(options.signal && { signal: options.signal }),
  };
}

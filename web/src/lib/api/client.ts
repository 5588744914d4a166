import type { Answer, Operation } from './contract';
import { requestOf, type Arguments } from './operation';
import { ApiProblem } from './problem';
import { session } from './session';
import { send } from './transport';

const tokenCodes = new Set(['unauthenticated', 'token_expired', 'token_invalid', 'token_revoked']);

/**
 * Sends a request as the signed-in user. A refused token is refreshed once, silently, and the request sent again. If the
 * session has ended altogether, the request waits until the user has signed in again.
 */
export async function request<O extends Operation>(
  operation: O,
  ...options: Arguments<O>
): Promise<Response> {
  return sendSignedIn(...requestOf(operation, ...options));
}

/** Sends a request to an address of this platform like {@link request}. Never for others, which would see the token. */
export async function sendSignedIn(address: string, init: RequestInit): Promise<Response> {
  const token = await session.token();
  try {
    return await send(address, authorized(init, token));
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status !== 401 || !tokenCodes.has(error.code)) throw error;
    const fresh = await anotherToken(token, init.signal);
    if (!fresh) throw error;
    return send(address, authorized(init, fresh));
  }
}

/** A token in place of the refused one, or null if there is none. */
async function anotherToken(
  refused: string | null,
  signal: AbortSignal | null | undefined,
): Promise<string | null> {
  if (refused) await session.refresh();
  const fresh = await session.token();
  if (fresh && fresh !== refused) return fresh;
  return (await session.renewed(signal)) ? session.token() : null;
}

/** Sends a request like {@link request} and reads the JSON of its answer. */
export async function fetchJson<O extends Operation>(
  operation: O,
  ...options: Arguments<O>
): Promise<Answer<O>> {
  const response = await request(operation, ...options);
  return (await response.json()) as Answer<O>;
}

function authorized(init: RequestInit, token: string | null): RequestInit {
  if (!token) return init;
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return { ...init, headers };
}

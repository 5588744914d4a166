import { reportConnectionLost, reportConnectionWorks } from '../connection';
import { currentLocale } from '../i18n/locale';
import { ConnectionLost, readProblem } from './problem';

/**
 * How long a request may wait for its response to begin, in milliseconds. A connection that died without a word, as
 * under a laptop that slept, would keep the page waiting for ever. An upload takes as long as its line needs.
 */
const patience = 60_000;

/**
 * Sends one request and returns a good answer. Fails with {@link ApiProblem} when refused, {@link ConnectionLost} when
 * there was no answer, or the signal's own error when aborted. Every answer also feeds the connection's state.
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', currentLocale.value);
  const silent = new AbortController();
  const signal = init.signal ? AbortSignal.any([init.signal, silent.signal]) : silent.signal;
  const timer = init.body instanceof Blob ? undefined : setTimeout(() => silent.abort(), patience);
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, headers, signal });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    reportConnectionLost();
    throw new ConnectionLost(cause);
  } finally {
    clearTimeout(timer);
  }
  reportConnectionWorks();
  if (!response.ok) throw await readProblem(response);
  return response;
}

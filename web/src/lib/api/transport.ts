import { reportConnectionLost, reportConnectionWorks } from '../connection';
import { currentLocale } from '../i18n/locale';
import { ConnectionLost, readProblem } from './problem';

/**
 * Sends one request and returns a good answer. Fails with {@link ApiProblem} when refused, {@link ConnectionLost} when
 * there was no answer, or the signal's own error when aborted. Every answer also feeds the connection's state.
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', currentLocale.value);
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    reportConnectionLost();
    throw new ConnectionLost(cause);
  }
  reportConnectionWorks();
  if (!response.ok) throw await readProblem(response);
  return response;
}

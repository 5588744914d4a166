import { fetchJson } from '@/lib/api/client';
import { eventStream } from '@/lib/api/event-stream';
import { ApiProblem, ConnectionLost } from '@/lib/api/problem';
import { connectionRestored } from '@/lib/connection';
import { isFinal, type JudgedTest, type Judging } from './judging';

export type Followed = 'submissions' | 'runs';

export interface Listener<T extends Judging> {
  readonly onState: (state: T) => void;
  readonly onTest: (test: JudgedTest) => void;
}

/** Streams that end or break without a word before polling takes over. */
const patience = 2;
const firstPause = 700;
const longestPause = 3_000;

/**
 * Follows something that is being judged until its final state: over server-sent events, resuming where a broken stream
 * ended; by asking again and again where streams do not get through (some school proxies hold them back).
 * Returns at the end or when aborted; fails with an ApiProblem if the thing cannot be read at all.
 */
export async function follow<T extends Judging>(
  kind: Followed,
  id: number | string,
  listener: Listener<T>,
  signal: AbortSignal,
): Promise<void> {
  const path = `/${kind}/${encodeURIComponent(id)}`;
  let lastEventId: string | undefined;
  let failures = 0;
  while (failures < patience) {
    try {
      for await (const event of eventStream(`${path}/events`, { signal, lastEventId })) {
        lastEventId = event.id ?? lastEventId;
        failures = 0;
        if (event.event === 'test') {
          listener.onTest(JSON.parse(event.data) as JudgedTest);
        } else if (event.event === 'submission' || event.event === 'run') {
          const state = JSON.parse(event.data) as T;
          listener.onState(state);
          if (isFinal(state)) return;
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && [401, 403, 404].includes(error.status)) throw error;
    }
    failures += 1;
    await pause(firstPause, signal);
    await connectionRestored();
    if (signal.aborted) return;
  }
  await poll(path, listener, signal);
}

async function poll<T extends Judging>(
  path: string,
  listener: Listener<T>,
  signal: AbortSignal,
): Promise<void> {
  for (let wait = firstPause; ; wait = Math.min(wait * 1.3, longestPause)) {
    try {
      const state = await fetchJson<T>(path, { signal });
      listener.onState(state);
      if (isFinal(state)) return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ConnectionLost) await connectionRestored();
      else if (error instanceof ApiProblem && error.status < 500 && error.status !== 429)
        throw error;
    }
    await pause(wait, signal);
    if (signal.aborted) return;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

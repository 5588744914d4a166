import { fetchJson } from '../api/client';
import { eventStream } from '../api/event-stream';
import { ApiProblem, ConnectionLost } from '../api/problem';
import { connectionRestored } from '../connection';
import {
  isFinal,
  type Check,
  type CheckState,
  type JudgedTest,
  type Run,
  type RunState,
  type Submission,
  type SubmissionState,
} from './judging';

/** What can be followed, and the states that it goes through: without details in events, with them when asked for. */
interface States {
  readonly submissions: Submission | SubmissionState;
  readonly runs: Run | RunState;
  readonly checks: Check | CheckState;
}
export type Followed = keyof States;

export interface Listener<K extends Followed> {
  readonly onState: (state: States[K]) => void;
  readonly onTest: (test: JudgedTest) => void;
}

const stateEvents = new Set(['submission', 'run', 'check']);

/** Streams that end or break without a word before polling takes over. */
const patience = 2;
const firstPause = 700;
const longestPause = 3_000;

/**
 * Follows something that is being judged until its final state: over server-sent events, resuming where a broken stream
 * ended; by asking again and again where streams do not get through (some school proxies hold them back).
 * Returns at the end or when aborted; fails with an ApiProblem if the thing cannot be read at all.
 */
export async function follow<K extends Followed>(
  kind: K,
  id: number | string,
  listener: Listener<K>,
  signal: AbortSignal,
): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  while (failures < patience) {
    try {
      for await (const event of eventStream(`GET /${kind}/{id}/events`, {
        path: { id },
        signal,
        lastEventId,
      })) {
        lastEventId = event.id ?? lastEventId;
        failures = 0;
        if (event.event === 'test') {
          listener.onTest(JSON.parse(event.data) as JudgedTest);
        } else if (stateEvents.has(event.event ?? '')) {
          const state = JSON.parse(event.data) as States[K];
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
  await poll(kind, id, listener, signal);
}

async function poll<K extends Followed>(
  kind: K,
  id: number | string,
  listener: Listener<K>,
  signal: AbortSignal,
): Promise<void> {
  const followed: Followed = kind;
  for (let wait = firstPause; ; wait = Math.min(wait * 1.3, longestPause)) {
    try {
      const state = (await fetchJson(`GET /${followed}/{id}`, {
        path: { id },
        signal,
      })) as States[K];
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

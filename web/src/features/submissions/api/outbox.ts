import { fetchJson } from '@/lib/api/client';
import type { Body } from '@/lib/api/contract';
import { ApiProblem, ConnectionLost } from '@/lib/api/problem';
import { isPassing } from '@/lib/api/query-client';
import { connectionRestored } from '@/lib/connection';
import { randomKey } from '@/lib/random-key';
import { storage } from '@/lib/storage';
import { Store } from '@/lib/store';
import type { Submission } from '@/lib/judging/judging';

/** Milliseconds between attempts. A connection that is known to be lost is waited for as well. */
const firstPause = 500;
const longestPause = 30_000;

export type Code = Body<'POST /submissions'>;

/** A submission on its way. */
export interface Parcel {
  /** Sent as `Idempotency-Key`: however often the parcel is sent, one submission results. */
  readonly key: string;
  readonly code: Code;
  readonly delivery: Delivery;
}

export type Delivery =
  | { readonly status: 'sending' | 'waiting' }
  | { readonly status: 'sent'; readonly id: Submission['id'] }
  | { readonly status: 'refused'; readonly error: Error };

/**
 * Sends submissions until the platform has answered. A parcel is kept in the browser until then, so that neither a lost
 * connection nor a reload loses it.
 */
export class Outbox {
  readonly parcels = new Store<readonly Parcel[]>([]);
  #folder = '';
  #stop = new AbortController();
  #onSent: (submission: Submission) => void = () => undefined;

  /** Sends what the user has left here, then what they submit. Returns how to stop, which loses nothing. */
  open(owner: string, onSent: (submission: Submission) => void): () => void {
    const stop = new AbortController();
    this.#stop = stop;
    this.#folder = `outbox.${owner}.`;
    this.#onSent = onSent;
    const left = storage.keys(this.#folder).flatMap((place) => this.#read(place));
    this.parcels.set(left);
    for (const parcel of left) void this.#deliver(parcel, stop.signal);
    return () => {
      stop.abort();
      this.parcels.set([]);
    };
  }

  submit(code: Code): void {
    const parcel: Parcel = { key: randomKey(), code, delivery: { status: 'sending' } };
    storage.write(this.#folder + parcel.key, JSON.stringify(code));
    this.parcels.set([...this.parcels.value, parcel]);
    void this.#deliver(parcel, this.#stop.signal);
  }

  async #deliver({ key, code }: Parcel, signal: AbortSignal): Promise<void> {
    const place = this.#folder + key;
    const onSent = this.#onSent;
    const stopped = () => signal.aborted;
    for (let pause = firstPause; !stopped(); pause = Math.min(pause * 2, longestPause)) {
      try {
        const submission = await post(key, code, signal);
        storage.remove(place);
        if (stopped()) return;
        onSent(submission);
        this.#note(key, { status: 'sent', id: submission.id });
        return;
      } catch (error) {
        if (stopped()) return;
        if (!isWorthWaiting(error)) {
          // Without a session it stays for the next time the user signs in.
          if (!(error instanceof ApiProblem) || error.status !== 401) storage.remove(place);
          const reason = error instanceof Error ? error : new Error(String(error));
          this.#note(key, { status: 'refused', error: reason });
          return;
        }
        this.#note(key, { status: 'waiting' });
        await patience(error, pause);
      }
    }
  }

  #note(key: string, delivery: Delivery): void {
    this.parcels.set(
      this.parcels.value.map((parcel) => (parcel.key === key ? { ...parcel, delivery } : parcel)),
    );
  }

  #read(place: string): Parcel[] {
    try {
      const code = JSON.parse(storage.read(place) ?? '') as Code;
      const key = place.slice(this.#folder.length);
      return [{ key, code, delivery: { status: 'waiting' } }];
    } catch {
      storage.remove(place);
      return [];
    }
  }
}

function post(key: string, code: Code, signal: AbortSignal): Promise<Submission> {
  return fetchJson('POST /submissions', {
    body: code,
    header: { 'Idempotency-Key': key },
    signal,
  });
}

function isWorthWaiting(error: unknown): boolean {
  return isPassing(error) || (error instanceof ApiProblem && error.code === 'rate_limited');
}

async function patience(error: unknown, pause: number): Promise<void> {
  if (error instanceof ConnectionLost) await connectionRestored();
  const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1_000 : 0;
  await new Promise((resolve) => setTimeout(resolve, Math.max(pause, asked)));
}

export const outbox = new Outbox();

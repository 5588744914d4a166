import { ApiProblem } from '@/lib/api/problem';
import { isPassing } from '@/lib/api/query-client';
import { connectionRestored } from '@/lib/connection';
import { storage } from '@/lib/storage';
import { Store } from '@/lib/store';
import { readDraft, saveDraft, type ServerDraft } from './api/drafts';
import type { Draft } from './draft';
import { storageKey, type DraftKey } from './draft-storage';

/** Milliseconds without a change before a draft is sent. */
const quiet = 1_500;
/** Milliseconds before another attempt when the platform is busy or away. */
const pause = 10_000;

/** Whether the account has the text that is shown: not (yet), or so. `refused` where the platform takes no more. */
export type Kept = 'no' | 'yes' | 'refused';

/**
 * Keeps a draft in the user's account, too, for their other devices. It remembers in the browser what this device and
 * the account last had in common: so a text that changed on one side only replaces the other one, and where both
 * changed, the learner chooses.
 */
export class ServerCopy {
  readonly kept = new Store<Kept>('no');
  readonly #draft: Draft;
  readonly #key: DraftKey;
  readonly #place: string;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  #opened = false;
  /** What the learner is to choose about; taking a choice builds on it. */
  #offered: ServerDraft | null = null;

  constructor(draft: Draft, key: DraftKey) {
    this.#draft = draft;
    this.#key = key;
    this.#place = `draft-base.${storageKey(key)}`;
  }

  /** Meets the account's draft and follows the editor until the returned function is called. */
  open(): () => void {
    if (this.#key.owner === null) return () => undefined;
    this.#stop = new AbortController();
    this.#opened = true;
    const leave = this.#draft.shown.subscribe(() => this.#changed());
    const settle = this.#draft.state.subscribe(({ other }) => {
      if (other === null) this.#chosen();
    });
    const look = () => {
      // Another device may have gone on meanwhile.
      if (!document.hidden) void this.#meet();
    };
    document.addEventListener('visibilitychange', look);
    void this.#meet();
    return () => {
      this.#opened = false;
      leave();
      settle();
      document.removeEventListener('visibilitychange', look);
      // What was typed last must not wait for the next visit.
      const waits = this.#timer !== undefined;
      clearTimeout(this.#timer);
      if (waits) void this.#send();
      else this.#stop.abort();
    };
  }

  /** What this device and the account had in common last; all tabs of the device share it. */
  get #base(): ServerDraft | null {
    try {
      return JSON.parse(storage.read(this.#place) ?? 'null') as ServerDraft | null;
    } catch {
      return null;
    }
  }

  #agree(draft: ServerDraft): void {
    storage.write(this.#place, JSON.stringify(draft));
    this.#offered = null;
    if (draft.text === this.#draft.text) this.kept.set('yes');
    else this.#changed();
  }

  #changed(): void {
    this.kept.set(this.#base?.text === this.#draft.text ? 'yes' : 'no');
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.kept.value === 'yes' || this.#draft.state.value.other !== null) return;
    this.#timer = setTimeout(() => void this.#send(), quiet);
  }

  #chosen(): void {
    const offered = this.#offered;
    if (offered) this.#agree(offered);
    else this.#changed();
  }

  async #meet(): Promise<void> {
    await this.#work(async (signal) => {
      const there = await readDraft(this.#key, signal);
      this.#compare(there);
    });
  }

  #compare(there: ServerDraft | null): void {
    const base = this.#base;
    const here = this.#draft.text;
    if (there === null) {
      storage.remove(this.#place);
      if (this.#draft.state.value.begun) this.#changed();
    } else if (there.text === here) {
      this.#agree(there);
    } else if (base?.version === there.version) {
      this.#changed();
    } else if (base ? base.text === here : !this.#draft.state.value.begun) {
      this.#agree(there);
      this.#draft.replace(there.text);
    } else {
      this.#offered = there;
      this.kept.set('no');
      this.#draft.offer(there.text);
    }
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    await this.#work(async (signal) => {
      const base = this.#base;
      const text = this.#draft.text;
      // While two texts are open to choice, neither is the account's.
      if (this.#draft.state.value.other !== null || base?.text === text) return;
      try {
        this.#agree(await saveDraft(this.#key, text, base?.version ?? null, signal));
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
        this.#compare(await readDraft(this.#key, signal));
      }
    });
  }

  /** One request at a time. What comes meanwhile is sent afterwards. */
  async #work(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#working) {
      if (this.#opened) this.#timer ??= setTimeout(() => void this.#send(), quiet);
      return;
    }
    const { signal } = this.#stop;
    this.#working = true;
    try {
      await task(signal);
    } catch (error) {
      if (signal.aborted) return;
      const busy = error instanceof ApiProblem && error.status === 429;
      if (!busy && !isPassing(error)) {
        this.kept.set('refused');
        return;
      }
      await connectionRestored();
      if (this.#opened) this.#timer ??= setTimeout(() => void this.#meet(), pause);
    } finally {
      this.#working = false;
    }
  }
}

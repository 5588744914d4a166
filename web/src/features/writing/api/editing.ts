import { fetchJson } from '@/lib/api/client';
import { ApiProblem, ConnectionLost } from '@/lib/api/problem';
import { connectionRestored } from '@/lib/connection';
import { storage } from '@/lib/storage';
import { Store } from '@/lib/store';
import { applied, conflicts, isEmpty, merged } from './changes';
import type { Draft, DraftSettings } from './drafts';

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export interface EditingState {
  /** With all changes, also those that are not saved yet. */
  readonly draft: Draft;
  readonly saving: Saving;
  /** Why saving failed. */
  readonly error: unknown;
  /** What was also changed in another window: `part` or `part.entry`. Empty unless there is a conflict. */
  readonly conflicting: readonly string[];
}

interface Kept {
  readonly version: number;
  readonly change: DraftSettings;
}

/** Milliseconds after a change before it is saved, so that a word is one change and not one for each letter. */
const pauseOfTyping = 800;

/**
 * A draft while it is edited. Changes show at once and are saved one after the other; until then they are kept in the
 * browser, too. Another window's changes are taken over where this one has not changed the same; otherwise the author chooses.
 */
export class DraftEditing {
  readonly state: Store<EditingState>;
  readonly #place: string;
  /** As the service has it. */
  #stored: Draft;
  #sent: DraftSettings = {};
  #unsent: DraftSettings = {};
  /** The other window's draft while there is a conflict. */
  #theirs: Draft | null = null;
  #timer: number | undefined;
  /** One request after the other: each needs the version that the one before made. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(draft: Draft, owner: number) {
    this.#stored = draft;
    this.#place = `writing.${owner}.${draft.id}`;
    const kept = this.#kept();
    if (kept) {
      this.#unsent = kept.change;
      const known = kept.version === draft.version ? draft.settings : null;
      if (conflicts(known, draft.settings, kept.change).length > 0) this.#theirs = draft;
    }
    this.state = new Store<EditingState>(this.#shown('saved', null));
    if (kept && !this.#theirs) this.#schedule();
  }

  get draft(): Draft {
    return this.state.value.draft;
  }

  change(change: DraftSettings): void {
    this.#unsent = merged(this.#unsent, change);
    this.#keep();
    if (this.#theirs) this.#show('conflict');
    else this.#schedule();
  }

  /** Resolves when everything is saved, or failed to be. */
  async flush(): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#then(() => this.#save());
  }

  /** Changes files of the draft, after what was typed before, and shows the draft as it is then. */
  async perform<T>(work: (id: number) => Promise<T>): Promise<T> {
    await this.flush();
    return this.#then(async () => {
      try {
        return await work(this.#stored.id);
      } finally {
        await this.#reload().catch(() => undefined);
      }
    });
  }

  /** Overwrites what the other window has changed. */
  async keepMine(): Promise<void> {
    if (!this.#theirs) return;
    this.#stored = this.#theirs;
    this.#theirs = null;
    await this.flush();
  }

  /** Gives up what this window has changed. */
  takeTheirs(): void {
    if (!this.#theirs) return;
    this.#stored = this.#theirs;
    this.#theirs = null;
    this.#unsent = {};
    this.#keep();
    this.#show('saved');
  }

  /** Saves what is left when the page is hidden, and asks before it is closed too early. Returns how to stop. */
  open(): () => void {
    const leave = (event: BeforeUnloadEvent) => {
      if (this.state.value.saving === 'saved') return;
      void this.flush();
      event.preventDefault();
    };
    const hide = () => {
      if (document.hidden && this.#timer !== undefined) void this.flush();
    };
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
      if (this.#timer !== undefined) void this.flush();
    };
  }

  #then<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  #schedule(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), pauseOfTyping);
    this.#show('waiting');
  }

  async #save(): Promise<void> {
    while (!isEmpty(this.#unsent) && !this.#theirs) {
      this.#sent = this.#unsent;
      this.#unsent = {};
      this.#show('saving');
      try {
        this.#stored = await fetchJson('PATCH /authoring/drafts/{id}', {
          path: { id: this.#stored.id },
          header: { 'If-Match': `"${this.#stored.version}"` },
          body: this.#sent,
        });
        this.#sent = {};
        this.#keep();
        this.#show(isEmpty(this.#unsent) ? 'saved' : 'waiting');
      } catch (error) {
        this.#unsent = merged(this.#sent, this.#unsent);
        this.#sent = {};
        if (!(error instanceof ApiProblem) || error.code !== 'precondition_failed') {
          this.#show('failed', error);
          if (error instanceof ConnectionLost) void connectionRestored().then(() => this.flush());
          return;
        }
        if (!(await this.#meetOthers())) return;
      }
    }
  }

  /** Takes over what another window has saved. False if that can't be decided here. */
  async #meetOthers(): Promise<boolean> {
    try {
      await this.#reload();
      return this.#theirs === null;
    } catch (error) {
      this.#show('failed', error);
      return false;
    }
  }

  async #reload(): Promise<void> {
    const { id } = this.#stored;
    const found = await fetchJson('GET /authoring/drafts/{id}', { path: { id } });
    if (conflicts(this.#stored.settings, found.settings, this.#unsent).length > 0) {
      this.#theirs = found;
      this.#show('conflict');
      return;
    }
    this.#stored = found;
    this.#keep();
    this.#show(isEmpty(this.#unsent) ? 'saved' : 'waiting');
  }

  #kept(): Kept | null {
    try {
      return JSON.parse(storage.read(this.#place) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }

  #keep(): void {
    const change = merged(this.#sent, this.#unsent);
    if (isEmpty(change)) storage.remove(this.#place);
    else {
      const kept: Kept = { version: this.#stored.version, change };
      storage.write(this.#place, JSON.stringify(kept));
    }
  }

  #show(saving: Saving, error: unknown = null): void {
    this.state.set(this.#shown(saving, error));
  }

  #shown(saving: Saving, error: unknown): EditingState {
    const change = merged(this.#sent, this.#unsent);
    return {
      draft: { ...this.#stored, settings: applied(this.#stored.settings, change) },
      saving: this.#theirs ? 'conflict' : saving,
      error,
      conflicting: this.#theirs
        ? conflicts(
            this.#stored === this.#theirs ? null : this.#stored.settings,
            this.#theirs.settings,
            change,
          )
        : [],
    };
  }
}

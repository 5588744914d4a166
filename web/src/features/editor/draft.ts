import { randomKey } from '@/lib/random-key';
import { storage } from '@/lib/storage';
import { Store } from '@/lib/store';
import type { EditedText } from '@/components/code-editor/code-editor';
import {
  asideKey,
  asideKeys,
  parseKept,
  readKept,
  storageKey,
  writeKept,
  type DraftKey,
  type KeptDraft,
} from './draft-storage';
import { advanced, covers, joined, unchanged } from './draft-version';

/** Milliseconds after a change before the draft is written. Leaving the page writes it at once. */
const writeDelay = 300;

export interface DraftState {
  /** False if the browser refused to keep the draft. */
  readonly kept: boolean;
  /** True if there is anything but the starter code. */
  readonly begun: boolean;
  /** A text from elsewhere that neither replaced this one nor was replaced by it. The learner must choose. */
  readonly other: string | null;
}

interface Other extends KeptDraft {
  readonly key: string;
}

/**
 * The code of one exercise in one language, kept in the browser while it is typed. Several tabs may have it open: a tab
 * without changes of its own follows the others; where two tabs have changed it, both texts stay until the learner has
 * chosen one.
 */
export class Draft implements EditedText {
  readonly state: Store<DraftState>;
  /** The text, for those who follow it. */
  readonly shown: Store<string>;
  /** Stands for this tab in versions. The letter keeps the order in which JavaScript lists such keys. */
  readonly #tab = `t${randomKey().slice(0, 12)}`;
  readonly #key: DraftKey;
  readonly #place: string;
  readonly #aside: string;
  readonly #starterCode: string;
  readonly #listeners = new Set<(text: string) => void>();
  #mine: KeptDraft;
  #other: Other | null = null;
  #timer: number | undefined;

  constructor(key: DraftKey, starterCode: string) {
    this.#key = key;
    this.#place = storageKey(key);
    this.#aside = asideKey(key, this.#tab);
    this.#starterCode = starterCode;
    this.#mine = readKept(this.#place) ??
      readKept(storageKey({ ...key, owner: null })) ?? { text: starterCode, version: unchanged };
    this.shown = new Store(this.#mine.text);
    this.state = new Store<DraftState>({ kept: true, begun: this.#begun(), other: null });
  }

  get text(): string {
    return this.#mine.text;
  }

  /** Called by the editor after every change of its text. */
  typed(text: string): void {
    if (text === this.#mine.text) return;
    // One more change for all that is written together.
    const version =
      this.#timer === undefined ? advanced(this.#mine.version, this.#tab) : this.#mine.version;
    this.#mine = { text, version };
    this.#timer ??= window.setTimeout(() => this.#write(), writeDelay);
    this.#show();
  }

  /** Puts another text into the editor, as one step that can be undone there. */
  replace(text: string): void {
    this.typed(text);
    this.#tellEditor();
  }

  onReplaced(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts a text beside this one that came from another device; the learner must choose. */
  offer(text: string): void {
    if (text === this.#mine.text) return;
    this.#other = { text, version: unchanged, key: asideKey(this.#key, 'account') };
    this.#show();
  }

  /** Decides for the text in this tab. */
  keepThis(): void {
    this.#decide(this.#mine.text);
  }

  /** Decides for the text from elsewhere. */
  takeOther(): void {
    if (this.#other) this.#decide(this.#other.text);
  }

  /** Follows the other tabs until the returned function is called, which writes what is not yet written. */
  open(): () => void {
    const write = () => {
      if (this.#timer !== undefined) this.#write();
    };
    const onVisibility = () => {
      if (document.hidden) write();
      // A tab that was frozen has missed what the others wrote.
      else this.#meet(readKept(this.#place), this.#place);
    };
    const stop = storage.watch(this.#place, (stored) => this.#meet(parseKept(stored), this.#place));
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', onVisibility);
    this.#meet(readKept(this.#place), this.#place);
    this.#takeOverGuest();
    this.#meetAside();
    return () => {
      write();
      stop();
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }

  /** What a guest typed becomes the user's at once: the next user of this computer must not inherit it. */
  #takeOverGuest(): void {
    if (this.#key.owner === null) return;
    const guest = storageKey({ ...this.#key, owner: null });
    const typed = readKept(guest);
    if (!typed) return;
    const moved = readKept(this.#place) ? asideKey(this.#key, `${this.#tab}-guest`) : this.#place;
    if (!writeKept(moved, typed)) return;
    storage.remove(guest);
    if (moved === this.#place) this.#meet(typed, moved);
  }

  #meetAside(): void {
    for (const key of asideKeys(this.#key)) {
      if (this.#other === null && key !== this.#aside) this.#meet(readKept(key), key);
    }
  }

  /** Compares a stored text with this one: the newer replaces the older; where neither is, the learner must choose. */
  #meet(stored: KeptDraft | null, key: string): void {
    if (!stored) return;
    const { text, version } = this.#mine;
    if (covers(version, stored.version) || text === stored.text) {
      this.#mine = { text, version: joined(version, stored.version) };
      if (this.#other?.key === key) this.#other = null;
      this.#settle(key);
    } else if (covers(stored.version, version) && key === this.#place) {
      this.#mine = stored;
      if (this.#other?.key === key) this.#other = null;
      this.#settle(key);
      this.#tellEditor();
    } else {
      this.#other = { ...stored, key };
      this.#write();
    }
    this.#show();
  }

  #decide(text: string): void {
    if (!this.#other) return;
    const { version, key } = this.#other;
    const changed = text !== this.#mine.text;
    // Covers what the learner has seen of the other text, no more.
    this.#mine = { text, version: advanced(joined(this.#mine.version, version), this.#tab) };
    this.#other = null;
    this.#write();
    this.#settle(key);
    if (changed) this.#tellEditor();
    this.#meetAside();
    this.#show();
  }

  /** Nothing is left to choose between this text and the one stored there. */
  #settle(key: string): void {
    if (key !== this.#place) storage.remove(key);
    if (!this.#other) storage.remove(this.#aside);
  }

  #write(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    // The other tab's message may still be on its way.
    const stored = this.#other?.key === this.#place ? null : readKept(this.#place);
    if (stored && !covers(this.#mine.version, stored.version) && stored.text !== this.#mine.text) {
      this.#meet(stored, this.#place);
      return;
    }
    const place = this.#other?.key === this.#place ? this.#aside : this.#place;
    const kept = writeKept(place, this.#mine);
    this.#show(kept);
  }

  #tellEditor(): void {
    for (const listener of [...this.#listeners]) listener(this.#mine.text);
  }

  #begun(): boolean {
    return this.#mine.text !== this.#starterCode;
  }

  #show(kept = this.state.value.kept): void {
    this.shown.set(this.#mine.text);
    const next = { kept, begun: this.#begun(), other: this.#other?.text ?? null };
    const { value } = this.state;
    if (value.kept === next.kept && value.begun === next.begun && value.other === next.other)
      return;
    this.state.set(next);
  }
}

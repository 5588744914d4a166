import { useEffect, useRef, useState } from 'react';
import { storage } from '@/lib/storage';

/** Milliseconds after the last key before a draft is written. Leaving the page writes it at once. */
const typingPause = 300;

export interface DraftKey {
  /** The user's id, or null for a guest, whose draft the user who then signs in takes over. */
  readonly owner: string | null;
  readonly exerciseId: number;
  readonly language: string;
}

function storageKey({ owner, exerciseId, language }: DraftKey): string {
  return `draft.${owner ?? 'guest'}.${exerciseId}.${language}`;
}

export function readDraft(key: DraftKey): string | null {
  return storage.read(storageKey(key)) ?? storage.read(storageKey({ ...key, owner: null }));
}

/** False if the browser refused to keep it. */
export function writeDraft(key: DraftKey, text: string): boolean {
  const kept = storage.write(storageKey(key), text);
  // Once a user has the draft, the next user of this computer must not inherit it.
  if (kept && key.owner !== null) storage.remove(storageKey({ ...key, owner: null }));
  return kept;
}

export interface Draft {
  readonly text: string;
  readonly kept: boolean;
  readonly change: (text: string) => void;
}

/**
 * The code of one exercise in the chosen language, kept in the browser while it is typed. Another
 * language brings its own draft; mount anew for another owner or exercise.
 */
export function useDraft(key: DraftKey, starterCode: string): Draft {
  const id = storageKey(key);
  const opened = () => ({ id, text: readDraft(key) ?? starterCode, kept: true });
  const [shown, setShown] = useState(opened);
  const pending = useRef<{ readonly write: () => void; readonly timer: number } | null>(null);
  if (shown.id !== id) setShown(opened());

  useEffect(() => {
    const flush = () => pending.current?.write();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [id]);

  const change = (text: string) => {
    setShown((before) => ({ ...before, id, text }));
    if (pending.current) window.clearTimeout(pending.current.timer);
    const write = () => {
      if (pending.current) window.clearTimeout(pending.current.timer);
      pending.current = null;
      const kept = writeDraft(key, text);
      setShown((now) => (now.id === id ? { ...now, kept } : now));
    };
    pending.current = { write, timer: window.setTimeout(write, typingPause) };
  };

  return { text: shown.text, kept: shown.kept, change };
}

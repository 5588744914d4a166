import { storage } from '@/lib/storage';
import { unchanged, type Version } from './draft-version';

export interface DraftKey {
  /** The user's id, or null for a guest, whose draft the user who then signs in takes over. */
  readonly owner: string | null;
  readonly exerciseId: number;
  readonly language: string;
}

export interface KeptDraft {
  readonly text: string;
  readonly version: Version;
}

export function storageKey({ owner, exerciseId, language }: DraftKey): string {
  return `draft.${owner ?? 'guest'}.${exerciseId}.${language}`;
}

/** Where a text is kept that differs from the draft until the learner has chosen one of them. */
export function asideKey(key: DraftKey, from: string): string {
  return `${storageKey(key)}~${from}`;
}

export function asideKeys(key: DraftKey): readonly string[] {
  return storage.keys(asideKey(key, ''));
}

export function readKept(key: string): KeptDraft | null {
  return parseKept(storage.read(key));
}

/** False if the browser refused to keep it. */
export function writeKept(key: string, draft: KeptDraft): boolean {
  return storage.write(key, JSON.stringify(draft));
}

/** Reads what is stored. Drafts from before there were versions are plain text. */
export function parseKept(stored: string | null): KeptDraft | null {
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    if (isKept(value)) return value;
  } catch {
    // Plain text.
  }
  return { text: stored, version: unchanged };
}

function isKept(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'version' in value &&
    typeof value.version === 'object' &&
    value.version !== null
  );
}

import type { DraftSettings } from './drafts';

/** Parts whose entries are changed one by one; all others are replaced as a whole. */
const maps = ['titles', 'statements', 'groups', 'starter_code', 'editorial'] as const;
type MapPart = (typeof maps)[number];
type Entries = Record<string, unknown>;

function isMap(part: string): part is MapPart {
  return (maps as readonly string[]).includes(part);
}

/** Both changes as one; where they touch the same, the later one counts. */
export function merged(earlier: DraftSettings, later: DraftSettings): DraftSettings {
  const result: Entries = { ...earlier };
  for (const [part, value] of Object.entries(later)) {
    result[part] = isMap(part) ? { ...earlier[part], ...(value as Entries) } : value;
  }
  return result;
}

/** The settings after a change, as the service would have them. A null removes an entry. */
export function applied(settings: DraftSettings, change: DraftSettings): DraftSettings {
  const result = merged(settings, change) as Entries;
  for (const part of maps) {
    const entries = result[part];
    if (!entries) continue;
    result[part] = Object.fromEntries(
      Object.entries(entries).filter(([, value]) => value !== null),
    );
  }
  return result;
}

/** Each changed place as `part` or `part.entry`, with its value. */
function places(
  change: DraftSettings,
): readonly (readonly [place: string, part: string, entry: string | null])[] {
  return Object.entries(change).flatMap(
    ([part, value]): (readonly [string, string, string | null])[] =>
      isMap(part)
        ? Object.keys(value as Entries).map((entry) => [`${part}.${entry}`, part, entry])
        : [[part, part, null]],
  );
}

function valueAt(settings: DraftSettings, part: string, entry: string | null): string {
  const value = (settings as Entries)[part];
  const found = entry === null ? value : (value as Entries | undefined)?.[entry];
  return JSON.stringify(found ?? null, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

/**
 * The places that both this change and another window have changed since `known`, and not in the same way. Without
 * `known`, every place counts in which the other window's settings differ.
 */
export function conflicts(
  known: DraftSettings | null,
  theirs: DraftSettings,
  change: DraftSettings,
): string[] {
  return places(change)
    .filter(([, part, entry]) => {
      const other = valueAt(theirs, part, entry);
      if (other === valueAt(change, part, entry)) return false;
      return known === null || other !== valueAt(known, part, entry);
    })
    .map(([place]) => place);
}

export function isEmpty(change: DraftSettings): boolean {
  return Object.keys(change).length === 0;
}

/** All but one entry. */
export function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as Omit<T, K>;
}

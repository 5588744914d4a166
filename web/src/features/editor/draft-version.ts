/**
 * How often each tab has changed a draft. One version covers another if no change is missing from it; if neither covers
 * the other, two tabs have changed the draft without knowing of each other.
 */
export type Version = Readonly<Record<string, number>>;

export const unchanged: Version = {};

/** Tabs that a version remembers. Forgetting one can only make two versions look further apart than they are. */
const remembered = 16;

export function covers(version: Version, other: Version): boolean {
  return Object.entries(other).every(([tab, changes]) => (version[tab] ?? 0) >= changes);
}

export function joined(one: Version, other: Version): Version {
  const all: Record<string, number> = { ...one };
  for (const [tab, changes] of Object.entries(other)) {
    all[tab] = Math.max(all[tab] ?? 0, changes);
  }
  return all;
}

/** The version after one more change by the tab. */
export function advanced(version: Version, tab: string): Version {
  const { [tab]: changes = 0, ...others } = version;
  return Object.fromEntries([...Object.entries(others).slice(1 - remembered), [tab, changes + 1]]);
}

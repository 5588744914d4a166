import { Store } from '../store';

/** The time zone that the user chose for their account; undefined for that of the browser. */
export const currentTimeZone = new Store<string | undefined>(undefined);

/** Uses a zone from now on. One that this browser does not know is left out. */
export function chooseTimeZone(zone: string | null | undefined): void {
  currentTimeZone.set(zone && isKnown(zone) ? zone : undefined);
}

/** All zones that the browser knows, by name. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

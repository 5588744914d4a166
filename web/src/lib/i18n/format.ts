import type { Locale } from './locale';
import { currentTimeZone } from './time-zone';

/** With a country, since the order of day and month depends on it. */
const tags: Record<Locale, string> = { en: 'en-GB', vi: 'vi-VN' };

/** "3 Mar 2026" in the reader's time zone. */
export function formatDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    dateStyle: 'medium',
    timeZone: currentTimeZone.value,
  }).format(new Date(iso));
}

/** "3 Mar 2026, 14:05" in the reader's time zone. */
export function formatTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: currentTimeZone.value,
  }).format(new Date(iso));
}

/** "Wed, 3 Mar 2026" of a day such as `2026-03-03`, in no zone. */
export function formatDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`));
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "2 hours ago"; under a minute, "now". */
export function formatAgo(iso: string, locale: Locale, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1_000;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step
    ? relative.format(Math.trunc(seconds / step[1]), step[0])
    : relative.format(0, 'second');
}

/** "a, b or c". */
export function formatChoice(choices: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'disjunction' }).format(choices);
}

/** Milliseconds as "12 ms" or, from one second, "1.25 s". */
export function formatDuration(milliseconds: number, locale: Locale): string {
  return milliseconds < 1_000
    ? `${Math.round(milliseconds).toLocaleString(locale)} ms`
    : `${(milliseconds / 1_000).toLocaleString(locale, { maximumFractionDigits: 2 })} s`;
}

/** KiB as "512 KiB" or, from one MiB, "12.3 MiB". */
export function formatMemory(kibibytes: number, locale: Locale): string {
  return kibibytes < 1_024
    ? `${Math.round(kibibytes).toLocaleString(locale)} KiB`
    : `${(kibibytes / 1_024).toLocaleString(locale, { maximumFractionDigits: 1 })} MiB`;
}

import type { Activity } from './api/activity';

export interface Day {
  /** As `2026-11-29`. */
  readonly date: string;
  readonly submissions: number;
  readonly accepted: number;
}

const dayLength = 86_400_000;

/** Whole weeks from Monday to Sunday, the last one with today; days to come are missing from it. */
export function weeksUpTo(today: string, count: number, active: Activity['days']): Day[][] {
  const known = new Map(active.map((day) => [day.date, day]));
  const last = Date.parse(`${today}T00:00Z`);
  const sinceMonday = (new Date(last).getUTCDay() + 6) % 7;
  const first = last - (sinceMonday + (count - 1) * 7) * dayLength;
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => first + (week * 7 + day) * dayLength)
      .filter((time) => time <= last)
      .map((time) => {
        const date = new Date(time).toISOString().slice(0, 10);
        return known.get(date) ?? { date, submissions: 0, accepted: 0 };
      }),
  );
}

/** The day that it is in a zone, as `2026-11-29`. */
export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
}

import { expect, test } from 'vitest';
import { todayIn, weeksUpTo } from './calendar';

const active = [{ date: '2026-11-23', submissions: 3, accepted: 1 }];

test('weeks begin on Monday and end with today', () => {
  // A Wednesday.
  const [before, current] = weeksUpTo('2026-11-25', 2, active);
  expect(before?.map(({ date }) => date.slice(-2))).toEqual('16 17 18 19 20 21 22'.split(' '));
  expect(current?.map(({ date }) => date.slice(-2))).toEqual(['23', '24', '25']);
  expect(current?.[0]).toEqual(active[0]);
  expect(current?.[1]).toMatchObject({ submissions: 0, accepted: 0 });
});

test('a Sunday ends its week', () => {
  expect(weeksUpTo('2026-11-29', 1, []).map(({ length }) => length)).toEqual([7]);
});

test('the day is that of the zone', () => {
  const lateInHanoi = new Date('2026-11-28T18:00:00Z');
  expect(todayIn('Asia/Ho_Chi_Minh', lateInHanoi)).toBe('2026-11-29');
  expect(todayIn('UTC', lateInHanoi)).toBe('2026-11-28');
});

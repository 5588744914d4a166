import { expect, test } from 'vitest';
import { formatAgo, formatDuration, formatMemory, formatTime } from './format';
import { chooseTimeZone } from './time-zone';

test('shows durations in milliseconds, and in seconds from one second on', () => {
  expect(formatDuration(14.4, 'en')).toBe('14 ms');
  expect(formatDuration(999, 'en')).toBe('999 ms');
  expect(formatDuration(1250, 'en')).toBe('1.25 s');
  expect(formatDuration(1250, 'vi')).toBe('1,25 s');
});

test('shows memory in KiB, and in MiB from one MiB on', () => {
  expect(formatMemory(512, 'en')).toBe('512 KiB');
  expect(formatMemory(9318, 'en')).toBe('9.1 MiB');
});

test('says how long ago something was', () => {
  const now = Date.parse('2026-05-01T12:00:00Z');
  expect(formatAgo('2026-05-01T11:59:30Z', 'en', now)).toBe('now');
  expect(formatAgo('2026-05-01T10:00:00Z', 'en', now)).toBe('2 hours ago');
  expect(formatAgo('2026-05-01T10:00:00Z', 'vi', now)).toBe('2 giờ trước');
});

test('shows times in the zone that the user chose, unless the browser does not know it', () => {
  const instant = '2026-05-01T20:30:00Z';
  chooseTimeZone('Asia/Ho_Chi_Minh');
  expect(formatTime(instant, 'en')).toBe('2 May 2026, 03:30');
  chooseTimeZone('America/New_York');
  expect(formatTime(instant, 'en')).toBe('1 May 2026, 16:30');
  chooseTimeZone(null);
  const inBrowser = formatTime(instant, 'en');
  chooseTimeZone('Moon/Tranquility');
  expect(formatTime(instant, 'en')).toBe(inBrowser);
});

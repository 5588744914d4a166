import { expect, test } from 'vitest';
import { advanced, covers, joined, unchanged, type Version } from './draft-version';

test('a changed version covers the one it came from', () => {
  const first = advanced(unchanged, 'a');
  const second = advanced(first, 'b');
  expect(covers(second, first)).toBe(true);
  expect(covers(first, second)).toBe(false);
});

test('versions changed in two tabs do not cover each other, but joined they cover both', () => {
  const first = advanced(unchanged, 'a');
  const one = advanced(first, 'a');
  const other = advanced(first, 'b');
  expect(covers(one, other)).toBe(false);
  expect(covers(other, one)).toBe(false);
  expect(covers(joined(one, other), one)).toBe(true);
  expect(covers(joined(one, other), other)).toBe(true);
});

test('stays small, and forgets who changed it longest ago', () => {
  let version: Version = unchanged;
  for (let tab = 0; tab < 100; tab += 1) version = advanced(version, `t${tab}`);
  expect(Object.keys(version)).toHaveLength(16);
  expect(version).toHaveProperty('t99');
  expect(covers(version, { t0: 1 })).toBe(false);
});

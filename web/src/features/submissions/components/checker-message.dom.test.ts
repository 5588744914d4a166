import { renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chooseLocale } from '@/lib/i18n/locale';
import { useCheckerMessage } from './checker-message';

afterEach(() => chooseLocale('en'));

const inVietnamese = (message: string) => {
  chooseLocale('vi');
  return renderHook(() => useCheckerMessage()).result.current(message);
};

test.each([
  ['Line 1: expected "5", found "23".', 'Dòng 1: cần "5" nhưng gặp "23".'],
  ['Line 2: expected the end, found "7".', 'Dòng 2: lẽ ra đã hết nhưng còn "7".'],
  ['Line 3: expected "9", found the end.', 'Dòng 3: cần "9" nhưng đã hết.'],
  ['Line 4: the white space differs.', 'Dòng 4: khác nhau ở khoảng trắng.'],
])('translates %s', (message, words) => {
  expect(inVietnamese(message)).toBe(words);
});

test('leaves what an author wrote', () => {
  expect(inVietnamese('Đường đi không nối A với B')).toBe('Đường đi không nối A với B');
});

import { renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chooseLocale } from '@/lib/i18n/locale';
import { useGroupName } from './group-name';

afterEach(() => chooseLocale('en'));

test.each([
  ['secret/subtask1', 'Subtask 1', 'Subtask 1'],
  ['secret/subtask-02', 'Subtask 2', 'Subtask 2'],
  ['secret/group3', 'Group 3', 'Nhóm 3'],
  ['secret/group', 'Group group', 'Nhóm group'],
  ['secret/01', 'Group 01', 'Nhóm 01'],
  ['secret/big/dense', 'Group big/dense', 'Nhóm big/dense'],
  ['secret', '', ''],
])('%s is called %s, and %s in Vietnamese', (folder, english, vietnamese) => {
  chooseLocale('en');
  const { result, rerender } = renderHook(() => useGroupName());
  expect(result.current(folder)).toBe(english);
  chooseLocale('vi');
  rerender();
  expect(result.current(folder)).toBe(vietnamese);
});

import { expect, test } from 'vitest';
import { compareLines, fromFirstDifference } from './difference';

const differing = (expected: string, actual: string) =>
  compareLines(expected, actual).flatMap((line, index) => (line.differs ? [index + 1] : []));

test('finds the lines that differ', () => {
  expect(differing('1\n2\n3\n', '1\n5\n3\n')).toEqual([2]);
});

test('spaces do not count while some word differs', () => {
  expect(differing('1 2\n3\n', '1  2 \n4\n')).toEqual([2]);
});

test('spaces count when nothing else differs', () => {
  expect(differing('1 2\n', '1  2\n')).toEqual([1]);
});

test('missing and surplus lines differ', () => {
  expect(differing('1\n2\n', '1\n')).toEqual([2]);
  expect(differing('1\n', '1\n2\n')).toEqual([2]);
});

test('a text without its last line break is the same text', () => {
  expect(differing('1\n', '1')).toEqual([]);
});

test('a line is divided where it first differs, never within a character', () => {
  expect(fromFirstDifference('Điểm 12', 'Điểm 13')).toEqual(['Điểm 1', '2']);
  expect(fromFirstDifference('😀', '😁')).toEqual(['', '😀']);
  expect(fromFirstDifference('5', '52')).toEqual(['5', '']);
});

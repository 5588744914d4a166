import { expect, test } from 'vitest';
import { defineMessages, translator } from './messages';

const catalogue = defineMessages(
  {
    plain: 'Hello',
    named: 'Hello {name}',
    counted: { one: '{count} test of {name}', other: '{count} tests of {name}' },
  },
  {
    plain: 'Xin chào',
    named: 'Chào {name}',
    counted: { one: '{count} bài của {name}', other: '{count} bài của {name}' },
  },
);

test('speaks the language that is asked for', () => {
  expect(translator(catalogue, 'en')('plain')).toBe('Hello');
  expect(translator(catalogue, 'vi')('plain')).toBe('Xin chào');
});

test('fills places, and chooses the plural form by the count', () => {
  const t = translator(catalogue, 'en');
  expect(t('named', { name: 'Lan' })).toBe('Hello Lan');
  expect(t('counted', { count: 1, name: 'Lan' })).toBe('1 test of Lan');
  expect(t('counted', { count: 1200, name: 'Lan' })).toBe('1,200 tests of Lan');
});

test('writes numbers as the language does', () => {
  expect(translator(catalogue, 'vi')('counted', { count: 1200, name: 'Lan' })).toBe(
    '1.200 bài của Lan',
  );
});

test('leaves a text that looks like a place in a value alone', () => {
  expect(translator(catalogue, 'en')('named', { name: '{count}' })).toBe('Hello {count}');
});

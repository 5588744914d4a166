import { expect, test } from 'vitest';
import { ofLanguage } from './languages';

const code = { c: 'C', cpp: 'C++', python3: 'Python' };

test.each([
  ['c', 'C'],
  ['cpp17', 'C++'],
  ['cpp23', 'C++'],
  ['pypy3', 'Python'],
])('%s begins with the code for %s', (language, expected) => {
  expect(ofLanguage(code, language)).toBe(expected);
});

test('prefers the code of the language itself', () => {
  expect(ofLanguage({ ...code, cpp17: 'C++17' }, 'cpp17')).toBe('C++17');
});

test('knows no code for a language of another family', () => {
  expect(ofLanguage(code, 'java')).toBeUndefined();
});

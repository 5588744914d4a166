import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readKept, storageKey } from './draft-storage';
import { useDraft } from './use-draft';

const python = { owner: '7', exerciseId: 3, language: 'python3' };
const cpp = { ...python, language: 'cpp' };

test('another language brings its own draft, and the first one is kept', () => {
  const { result, rerender, unmount } = renderHook((key) => useDraft(key, 'start'), {
    initialProps: python,
  });
  result.current[0].typed('print(1)');
  rerender(cpp);
  expect(result.current[0].text).toBe('start');
  result.current[0].typed('int main() {}');
  rerender(python);
  expect(result.current[0].text).toBe('print(1)');
  unmount();
  expect(readKept(storageKey(cpp))?.text).toBe('int main() {}');
});

test('a render for another reason keeps the draft that is open', () => {
  const { result, rerender } = renderHook((key) => useDraft(key, 'start'), {
    initialProps: python,
  });
  const [before] = result.current;
  rerender({ ...python });
  expect(result.current[0]).toBe(before);
});

import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { readDraft, useDraft, writeDraft } from './drafts';

const guest = { owner: null, exerciseId: 3, language: 'python3' };
const lan = { ...guest, owner: '7' };
const minh = { ...guest, owner: '8' };

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('starts with the starter code and keeps what is typed', () => {
  const { result } = renderHook(() => useDraft(lan, 'start'));
  expect(result.current.text).toBe('start');
  act(() => result.current.change('mine'));
  act(() => {
    vi.advanceTimersByTime(1_000);
  });
  expect(readDraft(lan)).toBe('mine');
});

test('keeps the last keys even if the page is left at once', () => {
  const { result, unmount } = renderHook(() => useDraft(lan, 'start'));
  act(() => result.current.change('half'));
  unmount();
  expect(readDraft(lan)).toBe('half');
});

test('keeps the last keys when the tab is hidden', () => {
  const { result } = renderHook(() => useDraft(lan, 'start'));
  act(() => result.current.change('half'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(readDraft(lan)).toBe('half');
});

test('each language and exercise has its own draft', () => {
  writeDraft(lan, 'python');
  expect(readDraft({ ...lan, language: 'cpp' })).toBeNull();
  expect(readDraft({ ...lan, exerciseId: 4 })).toBeNull();
});

test('another language brings its own draft, and the first one is kept', () => {
  const cpp = { ...lan, language: 'cpp' };
  writeDraft(cpp, 'int main() {}');
  const { result, rerender } = renderHook((key) => useDraft(key, 'start'), { initialProps: lan });
  act(() => result.current.change('print(1)'));
  rerender(cpp);
  expect(result.current.text).toBe('int main() {}');
  act(() => result.current.change('int main() { return 0; }'));
  rerender(lan);
  expect(result.current.text).toBe('print(1)');
  expect(readDraft(cpp)).toBe('int main() { return 0; }');
});

test('whoever signs in takes over the draft of the guest, and nobody after them', () => {
  writeDraft(guest, 'typed before signing in');
  expect(readDraft(lan)).toBe('typed before signing in');
  writeDraft(lan, 'typed before signing in, and after');
  expect(readDraft(minh)).toBeNull();
});

test('says so when the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { result } = renderHook(() => useDraft(lan, 'start'));
  act(() => result.current.change('mine'));
  act(() => {
    vi.advanceTimersByTime(1_000);
  });
  expect(result.current.kept).toBe(false);
  expect(result.current.text).toBe('mine');
});

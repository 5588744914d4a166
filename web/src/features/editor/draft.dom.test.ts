import { beforeEach, expect, test, vi } from 'vitest';
import { Draft } from './draft';
import { asideKeys, readKept, storageKey, writeKept, type DraftKey } from './draft-storage';

const guest: DraftKey = { owner: null, exerciseId: 3, language: 'python3' };
const lan: DraftKey = { ...guest, owner: '7' };
const minh: DraftKey = { ...guest, owner: '8' };

const opened: (() => void)[] = [];

/** One tab with the draft open. The tabs of a test share the storage, and hear of changes when `hear` says so. */
function tab(key: DraftKey = lan) {
  const draft = new Draft(key, 'start');
  const close = draft.open();
  opened.push(close);
  return { draft, close, type: (text: string) => draft.typed(text) };
}

const kept = (key: DraftKey = lan) => readKept(storageKey(key))?.text;
const pass = () => vi.advanceTimersByTime(1_000);

/** The event that the browser sends to all other tabs after a write. The writing tab knows the value already and ignores it. */
function hear(key: DraftKey = lan): void {
  const name = `touchstone.${storageKey(key)}`;
  const newValue = localStorage.getItem(name);
  window.dispatchEvent(new StorageEvent('storage', { key: name, newValue }));
}

/** Two tabs that changed the same draft before hearing of each other; the first one wrote first. */
function twoTabs() {
  const one = tab();
  const two = tab();
  one.type('one');
  two.type('two');
  pass();
  hear();
  return { one, two };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    for (const close of opened.splice(0)) close();
    localStorage.clear();
    vi.useRealTimers();
  };
});

test('starts with the starter code and keeps what is typed', () => {
  const { draft, type } = tab();
  expect(draft.text).toBe('start');
  expect(draft.state.value.begun).toBe(false);
  type('mine');
  expect(draft.state.value.begun).toBe(true);
  pass();
  expect(kept()).toBe('mine');
});

test('is written while one types without a pause', () => {
  const { type } = tab();
  for (const text of ['a', 'ab', 'abc', 'abcd']) {
    type(text);
    vi.advanceTimersByTime(140);
  }
  expect(kept()).toBe('abc');
});

test.each([
  ['the page is left', (close: () => void) => close()],
  ['the tab is closed', () => window.dispatchEvent(new Event('pagehide'))],
])('keeps the last keys if %s at once', (_, leave) => {
  const { type, close } = tab();
  type('half');
  leave(close);
  expect(kept()).toBe('half');
});

test('each language and exercise has its own draft', () => {
  tab().type('python');
  pass();
  expect(tab({ ...lan, language: 'cpp' }).draft.text).toBe('start');
  expect(tab({ ...lan, exerciseId: 4 }).draft.text).toBe('start');
});

test('a draft from before there were versions is still read', () => {
  localStorage.setItem(`touchstone.${storageKey(lan)}`, '{"text": 1}');
  expect(tab().draft.text).toBe('{"text": 1}');
});

test('whoever signs in takes over the draft of the guest, and nobody after them', () => {
  tab(guest).type('typed before signing in');
  pass();
  expect(tab(lan).draft.text).toBe('typed before signing in');
  expect(tab(minh).draft.text).toBe('start');
});

test('a guest who had a draft as a user keeps both until one is chosen', () => {
  const user = tab(lan);
  user.type('at home');
  user.close();
  tab(guest).type('as a guest');
  pass();
  const { draft } = tab(lan);
  expect(draft.text).toBe('at home');
  expect(draft.state.value.other).toBe('as a guest');
  draft.takeOther();
  expect(kept()).toBe('as a guest');
  expect(tab(minh).draft.text).toBe('start');
});

test('says so when the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { draft, type } = tab();
  type('mine');
  pass();
  expect(draft.state.value.kept).toBe(false);
  expect(draft.text).toBe('mine');
});

test('a command reaches the editor, and typing never does', () => {
  const { draft, type } = tab();
  const shown: string[] = [];
  draft.onReplaced((text) => shown.push(text));
  type('mine');
  expect(shown).toEqual([]);
  draft.replace('start');
  expect(shown).toEqual(['start']);
});

test('a tab without changes of its own follows the other one', () => {
  const one = tab();
  const two = tab();
  const shown: string[] = [];
  two.draft.onReplaced((text) => shown.push(text));
  one.type('first');
  pass();
  hear();
  one.type('second');
  pass();
  hear();
  expect(shown).toEqual(['first', 'second']);
  expect(two.draft.state.value.other).toBeNull();
  two.type('third');
  pass();
  hear();
  expect(one.draft.text).toBe('third');
});

test('a tab that missed the messages catches up when it is looked at', () => {
  const one = tab();
  const two = tab();
  one.type('first');
  pass();
  one.type('second');
  pass();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(two.draft.text).toBe('second');
});

test('where two tabs have changed it, both texts stay until one is chosen', () => {
  const { two } = twoTabs();
  expect(two.draft.text).toBe('two');
  expect(two.draft.state.value.other).toBe('one');
  expect(kept()).toBe('one');
  expect(asideKeys(lan).map((key) => readKept(key)?.text)).toEqual(['two']);
});

test('what is typed on before choosing is kept too', () => {
  const { two } = twoTabs();
  two.type('two, and more');
  pass();
  expect(kept()).toBe('one');
  expect(asideKeys(lan).map((key) => readKept(key)?.text)).toEqual(['two, and more']);
});

test('keeping this one makes it the draft of both tabs', () => {
  const { one, two } = twoTabs();
  two.draft.keepThis();
  hear();
  expect(kept()).toBe('two');
  expect(one.draft.text).toBe('two');
  expect(two.draft.state.value.other).toBeNull();
  expect(asideKeys(lan)).toEqual([]);
});

test('taking the other one shows it in the editor', () => {
  const { one, two } = twoTabs();
  const shown: string[] = [];
  two.draft.onReplaced((text) => shown.push(text));
  two.draft.takeOther();
  hear();
  expect(shown).toEqual(['one']);
  expect(one.draft.text).toBe('one');
  expect(one.draft.state.value.other).toBeNull();
  expect(asideKeys(lan)).toEqual([]);
});

test('what the other tab wrote after the choice was offered is not lost by it', () => {
  const { one, two } = twoTabs();
  one.type('one, and more');
  pass();
  two.draft.keepThis();
  expect(two.draft.state.value.other).toBe('one, and more');
  expect(kept()).toBe('one, and more');
});

test('a text that nobody chose is offered again when the exercise is opened', () => {
  const { one, two } = twoTabs();
  one.close();
  two.close();
  const later = tab();
  expect(later.draft.text).toBe('one');
  expect(later.draft.state.value.other).toBe('two');
  later.draft.keepThis();
  expect(tab().draft.state.value.other).toBeNull();
  expect(kept()).toBe('one');
});

test('tabs that wrote over each other without knowing both keep their text', () => {
  const { one } = twoTabs();
  // The second tab saw nothing of the first one's write, as a browser's processes may for a moment.
  writeKept(storageKey(lan), { text: 'two', version: { elsewhere: 1 } });
  hear();
  expect(one.draft.text).toBe('one');
  expect(one.draft.state.value.other).toBe('two');
});

test('the same text typed in both tabs asks nothing', () => {
  const one = tab();
  const two = tab();
  one.type('same');
  two.type('same');
  pass();
  hear();
  expect(one.draft.state.value.other).toBeNull();
  expect(two.draft.state.value.other).toBeNull();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session, type SignedIn } from '@/lib/api/session';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { Draft } from './draft';
import { ServerCopy } from './server-copy';

const key = { owner: '7', exerciseId: 3, language: 'python3' };
const path = '/api/v1/drafts/3/python3';

/** What the account has. */
let stored: { text: string; version: number } | null;
let platform: FakePlatform;
const closers: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  stored = null;
  const user = { id: 7, username: 'lan' } as SignedIn['user'];
  session.begin({ access_token: 'mine', expires_in: 90_000, user } as SignedIn);
  platform = FakePlatform.install()
    .on(`GET ${path}`, () =>
      stored
        ? json({ files: [{ content: stored.text }], version: String(stored.version) })
        : problem(404, 'draft_not_found'),
    )
    .on(`PUT ${path}`, ({ headers, body }) => {
      const expected = headers.get('If-Match');
      if ((stored ? String(stored.version) : null) !== expected) {
        return problem(412, 'draft_changed');
      }
      stored = { text: (body as { source: string }).source, version: (stored?.version ?? 0) + 1 };
      return json({ version: String(stored.version) });
    });
});

afterEach(() => {
  for (const close of closers.splice(0)) close();
  session.abandon();
  localStorage.clear();
  vi.useRealTimers();
});

const pass = () => vi.advanceTimersByTimeAsync(3_000);

async function open() {
  const draft = new Draft(key, 'start');
  const copy = new ServerCopy(draft, key);
  const close = draft.open();
  const leave = copy.open();
  closers.push(leave, close);
  await pass();
  return { draft, copy };
}

/** Another device saves. */
function elsewhere(text: string): void {
  stored = { text, version: (stored?.version ?? 0) + 1 };
}

test('what is typed is in the account after a pause, in one request', async () => {
  const { draft, copy } = await open();
  expect(platform.requests(`PUT ${path}`)).toHaveLength(0);
  draft.typed('a');
  draft.typed('ab');
  expect(copy.kept.value).toBe('no');
  await pass();
  expect(stored?.text).toBe('ab');
  expect(copy.kept.value).toBe('yes');
  expect(platform.requests(`PUT ${path}`)).toHaveLength(1);
});

test('who has not begun here gets the text of the other device', async () => {
  elsewhere('from the phone');
  const { draft, copy } = await open();
  expect(draft.text).toBe('from the phone');
  expect(draft.state.value.other).toBeNull();
  expect(copy.kept.value).toBe('yes');
});

test('a text that changed only elsewhere is followed', async () => {
  const { draft } = await open();
  draft.typed('here');
  await pass();
  elsewhere('gone on elsewhere');
  document.dispatchEvent(new Event('visibilitychange'));
  await pass();
  expect(draft.text).toBe('gone on elsewhere');
});

test.each([
  ['keeps this one', (draft: Draft) => draft.keepThis(), 'here, and more'],
  ['takes the other one', (draft: Draft) => draft.takeOther(), 'elsewhere'],
])('where both changed, the learner chooses and %s', async (_, choose, result) => {
  const { draft, copy } = await open();
  draft.typed('here');
  await pass();
  elsewhere('elsewhere');
  draft.typed('here, and more');
  await pass();
  expect(draft.text).toBe('here, and more');
  expect(draft.state.value.other).toBe('elsewhere');
  expect(stored?.text).toBe('elsewhere');
  choose(draft);
  await pass();
  expect(draft.text).toBe(result);
  expect(draft.state.value.other).toBeNull();
  expect(stored?.text).toBe(result);
  expect(copy.kept.value).toBe('yes');
});

test('what the account does not take stays on the device, and says so', async () => {
  platform.on(`PUT ${path}`, () => problem(409, 'too_many_drafts'));
  const { draft, copy } = await open();
  draft.typed('mine');
  await pass();
  expect(copy.kept.value).toBe('refused');
  expect(draft.text).toBe('mine');
});

test('a platform that is busy gets the draft later', async () => {
  const { draft } = await open();
  const answers = [problem(503, 'unavailable')];
  const later = platform;
  later.on(`PUT ${path}`, ({ body }) => {
    const refused = answers.shift();
    if (refused) return refused;
    stored = { text: (body as { source: string }).source, version: 1 };
    return json({ version: '1' });
  });
  draft.typed('mine');
  await pass();
  expect(stored).toBeNull();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(stored).toMatchObject({ text: 'mine' });
});

test('guests have no account to save in', async () => {
  const guest = { ...key, owner: null };
  const draft = new Draft(guest, 'start');
  closers.push(new ServerCopy(draft, guest).open());
  draft.typed('mine');
  await pass();
  expect(platform.received).toEqual([]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import type { Draft, DraftSettings } from './drafts';
import { DraftEditing } from './editing';

const route = '/api/v1/authoring/drafts/5';
const begun = (version: number, settings: DraftSettings): Draft => ({
  id: 5,
  owner_id: 1,
  exercise_id: null,
  base_revision: null,
  title: '',
  version,
  check_id: null,
  check_version: null,
  created_at: '2026-03-03T00:00:00Z',
  updated_at: '2026-03-03T00:00:00Z',
  settings,
  tests: [],
  solutions: [],
  files: [],
});

let platform: FakePlatform;
/** As the service has it. */
let stored: Draft;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  stored = begun(1, { titles: { en: 'Sum', vi: 'Tổng' } });
  platform = FakePlatform.install()
    .on(`GET ${route}`, () => json(stored))
    .on(`PATCH ${route}`, ({ headers, body }) => {
      if (headers.get('If-Match') !== `"${stored.version}"`) {
        return problem(412, 'precondition_failed');
      }
      stored = begun(stored.version + 1, {
        titles: { ...stored.settings.titles, ...(body as DraftSettings).titles },
      });
      return json(stored);
    });
});

afterEach(() => vi.useRealTimers());

const patches = () => platform.requests(`PATCH ${route}`).map(({ body }) => body);

test('shows changes at once and saves them together after a pause', async () => {
  const editing = new DraftEditing(stored, 1);
  editing.change({ titles: { en: 'S' } });
  editing.change({ titles: { en: 'Su' } });
  expect(editing.draft.settings.titles).toEqual({ en: 'Su', vi: 'Tổng' });
  expect(editing.state.value.saving).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(patches()).toEqual([{ titles: { en: 'Su' } }]);
  expect(editing.state.value).toMatchObject({ saving: 'saved', draft: { version: 2 } });
});

test('what another window changed elsewhere is taken over', async () => {
  const editing = new DraftEditing(stored, 1);
  stored = begun(7, { titles: { en: 'Sum', vi: 'Hiệu' } });
  editing.change({ titles: { en: 'Difference' } });
  await editing.flush();
  expect(stored.settings.titles).toEqual({ en: 'Difference', vi: 'Hiệu' });
  expect(editing.state.value).toMatchObject({ saving: 'saved', draft: { version: 8 } });
});

test.each(['mine', 'theirs'] as const)(
  'where both changed the same, the author chooses: %s',
  async (choice) => {
    const editing = new DraftEditing(stored, 1);
    stored = begun(7, { titles: { en: 'Theirs', vi: 'Tổng' } });
    editing.change({ titles: { en: 'Mine' } });
    await editing.flush();
    expect(editing.state.value).toMatchObject({ saving: 'conflict', conflicting: ['titles.en'] });
    expect(stored.version).toBe(7);

    if (choice === 'mine') await editing.keepMine();
    else editing.takeTheirs();
    expect(editing.state.value.saving).toBe('saved');
    expect(editing.draft.settings.titles?.en).toBe(choice === 'mine' ? 'Mine' : 'Theirs');
    expect(stored.settings.titles?.en).toBe(choice === 'mine' ? 'Mine' : 'Theirs');
  },
);

test('what was not saved is there again after a reload', async () => {
  platform.on(`PATCH ${route}`, () => problem(503, 'unavailable'));
  const before = new DraftEditing(stored, 1);
  before.change({ titles: { en: 'Kept' } });
  await before.flush();
  expect(before.state.value.saving).toBe('failed');

  expect(new DraftEditing(stored, 2).draft.settings.titles?.en).toBe('Sum');
  expect(new DraftEditing(stored, 1).draft.settings.titles?.en).toBe('Kept');
});

test('files are changed after what was typed before, and the draft is read again', async () => {
  const editing = new DraftEditing(stored, 1);
  editing.change({ titles: { en: 'First' } });
  const order: string[] = [];
  await editing.perform(async (id) => {
    order.push(`file of ${id}, title ${stored.settings.titles?.en}`);
    stored = { ...stored, version: 9 };
    await Promise.resolve();
  });
  expect(order).toEqual(['file of 5, title First']);
  expect(editing.draft.version).toBe(9);
});

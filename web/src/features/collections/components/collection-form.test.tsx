import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import type { Collection } from '../api/collections';
import { CollectionForm } from './collection-form';

const exercise = (id: number, title: string): Collection['exercises'][number] => ({
  id,
  slug: title.toLowerCase(),
  title,
  category: 'loops',
  category_label: 'Loops',
  difficulty_level: 'easy',
  tags: [],
  tag_labels: [],
  points: 10,
  languages: [],
  locales: ['en'],
  revision: 1,
  is_active: true,
  updated_at: '2026-03-03T00:00:00Z',
});
const course: Collection = {
  id: 5,
  title: 'Course',
  description: '',
  titles: { en: 'Course', fr: 'Cours' },
  descriptions: {},
  is_active: true,
  may_edit: true,
  version: 3,
  created_at: '2026-03-03T00:00:00Z',
  updated_at: '2026-03-03T00:00:00Z',
  exercises: [exercise(1, 'One'), exercise(2, 'Two')],
};

function open(collection: Collection | undefined) {
  const platform = FakePlatform.install();
  platform.on('GET /api/v1/exercises', () =>
    json({ items: [exercise(2, 'Two'), exercise(3, 'Three')], next_cursor: null }),
  );
  const onSaved = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CollectionForm collection={collection} onSaved={onSaved} />
    </QueryClientProvider>,
  );
  return { platform, onSaved };
}

test('changes the order, adds and removes exercises, and names the version', async () => {
  const { platform, onSaved } = open(course);
  const route = 'PUT /api/v1/collections/5';
  platform.on(route, () => json(course));
  await userEvent.click(await screen.findByRole('button', { name: 'Add Three' }));
  await userEvent.click(screen.getByRole('button', { name: 'Move Three up' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove One' }));
  const order = screen.getAllByRole('list')[0] ?? document.body;
  expect(within(order).getAllByRole('listitem')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const [sent] = platform.requests(route);
  expect(sent?.headers.get('If-Match')).toBe('"3"');
  expect(sent?.body).toEqual({
    titles: { en: 'Course', fr: 'Cours' },
    descriptions: {},
    exercise_ids: [3, 2],
    is_active: true,
  });
  expect(onSaved).toHaveBeenCalledOnce();
});

test('a new one needs a title, and is hidden until its author opens it', async () => {
  const { platform } = open(undefined);
  const route = 'POST /api/v1/collections';
  platform.on(route, () => json(course, 201));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(platform.requests(route)).toHaveLength(0);
  expect(screen.getByRole('textbox', { name: /Vietnamese title/ })).toHaveFocus();
  await userEvent.type(screen.getByRole('textbox', { name: /Vietnamese title/ }), 'Vòng lặp');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(platform.requests(route)[0]?.body).toMatchObject({
    titles: { vi: 'Vòng lặp' },
    is_active: false,
  });
});

test('says so if somebody else changed it', async () => {
  const { platform, onSaved } = open(course);
  platform.on('PUT /api/v1/collections/5', () => problem(412, 'precondition_failed'));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findAllByText(/Somebody else changed this collection/)).not.toHaveLength(0);
  expect(onSaved).not.toHaveBeenCalled();
});

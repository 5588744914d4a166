import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import type { Topic } from '../api/topics';
import { TopicDialog } from './topic-dialog';

const route = 'PUT /api/v1/authoring/topics';
const loops: Topic = {
  kind: 'category',
  name: 'loops',
  labels: { en: 'Loops', fr: 'Boucles', vi: 'Lặp' },
  exercises: 2,
};

function open() {
  const platform = FakePlatform.install();
  const onSaved = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TopicDialog topic={loops} onSaved={onSaved} onClose={vi.fn()} />
    </QueryClientProvider>,
  );
  return { platform, onSaved };
}

test('saves the names, and keeps those of other languages', async () => {
  const { platform, onSaved } = open();
  platform.on(route, () => json(loops));
  const vietnamese = screen.getByRole('textbox', { name: /Vietnamese name/ });
  await userEvent.clear(vietnamese);
  await userEvent.type(vietnamese, 'Vòng lặp');
  await userEvent.clear(screen.getByRole('textbox', { name: /English name/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(platform.requests(route)[0]?.body).toEqual({
    kind: 'category',
    name: 'loops',
    labels: { fr: 'Boucles', vi: 'Vòng lặp' },
  });
  expect(onSaved).toHaveBeenCalledOnce();
});

test('shows why names were refused', async () => {
  const { platform, onSaved } = open();
  platform.on(route, () => problem(404, 'topic_not_found'));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/No exercise has this category or tag/)).toBeVisible();
  expect(onSaved).not.toHaveBeenCalled();
});

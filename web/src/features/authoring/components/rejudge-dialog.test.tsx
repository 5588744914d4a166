import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import type { AuthoredExercise, Rejudging } from '../api/authoring';
import { RejudgeDialog } from './rejudge-dialog';

const exercise: AuthoredExercise = {
  id: 7,
  slug: 'sum',
  title: 'The sum',
  revision: 3,
  is_active: true,
  updated_at: '2026-03-03T00:00:00Z',
};
const started: Rejudging = {
  id: 5,
  exercise_id: 7,
  exercise_revision: 3,
  started_at: '2026-03-03T00:00:00Z',
  submissions: 4,
  waiting: 3,
  judging: 1,
  judged: 0,
  failed: 0,
  superseded: 0,
};
const complete = { ...started, waiting: 0, judging: 0, judged: 3, failed: 1 };
const route = 'POST /api/v1/submissions/rejudge';

function open(platform: FakePlatform) {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RejudgeDialog exercise={exercise} onClose={onClose} />
    </QueryClientProvider>,
  );
  return { platform, onClose, begin: screen.getByRole('button', { name: 'Judge again' }) };
}

test('shows the progress until everything is judged', async () => {
  const { platform, begin } = open(FakePlatform.install());
  let now = started;
  platform
    .on(route, () => json(started, 202))
    .on('GET /api/v1/submissions/rejudgings/5', () => json(now));
  await userEvent.click(begin);
  expect(await screen.findByText('0 of 4 submissions judged.')).toBeVisible();
  expect(screen.getByText(/Judging goes on in the background/)).toBeVisible();
  now = complete;
  expect(await screen.findByText('4 of 4 submissions judged.')).toBeVisible();
  expect(screen.getByRole('progressbar')).toHaveAttribute('value', '4');
  expect(screen.getByText('One submission could not be judged.')).toBeVisible();
  expect(screen.queryByText(/goes on/)).toBeNull();
  expect(platform.requests(route)[0]?.body).toEqual({ exercise_id: 7 });
});

test('says that there is nothing to judge', async () => {
  const { platform, begin } = open(FakePlatform.install());
  platform.on(route, () => json({ ...started, submissions: 0, waiting: 0, judging: 0 }, 202));
  await userEvent.click(begin);
  expect(await screen.findByText('Nobody has submitted anything yet.')).toBeVisible();
});

test('stays open to try again when it could not start', async () => {
  const { platform, begin, onClose } = open(FakePlatform.install());
  platform.on(route, () => problem(403, 'forbidden'));
  await userEvent.click(begin);
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Judge again' })).toBeEnabled();
  expect(onClose).not.toHaveBeenCalled();
});

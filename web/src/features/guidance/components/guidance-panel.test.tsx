import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json } from '@/test/fake-platform';
import type { Guidance } from '../api/guidance';
import GuidancePanel from './guidance-panel';

const get = 'GET /api/v1/progress/exercises/7/guidance';
const post = 'POST /api/v1/progress/exercises/7/hints';

function open(guidance: Guidance) {
  const platform = FakePlatform.install().on(get, () => json(guidance));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <GuidancePanel exerciseId={7} hidden={false} />
    </QueryClientProvider>,
  );
  return platform;
}

test('opens one hint after the other', async () => {
  const platform = open({ hint_count: 2, hints: ['Look at the *end*.'], editorial: null });
  platform.on(post, () =>
    json({ hint_count: 2, hints: ['Look at the *end*.', 'Go back.'], editorial: null }),
  );
  expect(await screen.findByText('end')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show hint 2 of 2' }));
  expect(platform.requests(post)[0]?.body).toEqual({ number: 2 });
  expect(await screen.findByText('Go back.')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

test.each([
  [{ visible: 'after_solved' }, /once you have solved it/],
  [{ visible: 'after_attempts', attempts_left: 2 }, /after 2 more attempts/],
] as const)('says when the editorial can be read: %o', async (editorial, words) => {
  open({ hint_count: 0, hints: [], editorial });
  expect(await screen.findByText(words)).toBeVisible();
});

test('shows the editorial when the learner opens it', async () => {
  open({ hint_count: 0, hints: [], editorial: { visible: 'always', text: 'Count backwards.' } });
  const words = await screen.findByText('Count backwards.');
  expect(words.closest('details')).not.toHaveAttribute('open');
  await userEvent.click(screen.getByText('Read the editorial'));
  expect(words).toBeVisible();
});

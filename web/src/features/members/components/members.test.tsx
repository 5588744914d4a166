import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import type { MemberRole, Members as MemberList } from '../api/members';
import { Members } from './members';

const route = 'POST /api/v1/exercises/7/members';
const owner = { user_id: 1, username: 'lan', role: 'owner', is_active: true } as const;
const viewer = { user_id: 2, username: 'minh', role: 'viewer', is_active: true } as const;
const gone = { user_id: 3, username: null, role: 'editor', is_active: false } as const;
const list: MemberList = {
  items: [owner, gone, viewer],
  changes: [
    {
      user_id: 2,
      username: 'minh',
      before: null,
      after: 'viewer',
      changed_by: 1,
      changed_by_name: 'lan',
      changed_at: '2026-03-03T00:00:00Z',
    },
  ],
};

async function open(access: MemberRole) {
  const platform = FakePlatform.install();
  platform.on('GET /api/v1/exercises/7/members', () => json(list));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Suspense>
        <Members exerciseId={7} access={access} />
      </Suspense>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'Members' });
  return platform;
}

test('shows the members, and lets nobody but the owner change them', async () => {
  await open('editor');
  expect(screen.getByRole('row', { name: /lan Owner/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Deleted account 3 has no access/ })).toBeVisible();
  expect(screen.getByText(/lan made minh a viewer/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});

test('adds an author, or all authors', async () => {
  const platform = await open('owner');
  platform.on(route, () => json(list));
  await userEvent.type(screen.getByRole('textbox', { name: /User name/ }), ' hoa ');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'May' }), 'editor');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(platform.requests(route)[0]?.body).toEqual({ username: 'hoa', role: 'editor' });
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(platform.requests(route)).toHaveLength(1);
  const question = screen.getByRole('dialog', { name: 'Share with all authors?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Add' }));
  expect(platform.requests(route)[1]?.body).toEqual({ role: 'editor' });
});

test('transfers the ownership after a question', async () => {
  const platform = await open('owner');
  platform.on(route, () => problem(409, 'not_an_author'));
  await userEvent.click(screen.getByRole('button', { name: 'Make minh the owner' }));
  expect(platform.requests(route)).toHaveLength(0);
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Make owner' }));
  expect(platform.requests(route)[0]?.body).toEqual({ username: 'minh', role: 'owner' });
  expect(await screen.findByText(/Only authors and administrators/)).toBeVisible();
});

test('removes a member after a question', async () => {
  const platform = await open('owner');
  const remove = 'DELETE /api/v1/exercises/7/members/3';
  platform.on(remove, () => new Response(null, { status: 204 }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove Deleted account 3' }));
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(platform.requests(remove)).toHaveLength(1);
});

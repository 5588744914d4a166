import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { session, type SignedIn } from '@/lib/api/session';
import { FakePlatform, problem } from '@/test/fake-platform';
import { EndedSession } from './ended-session';

const answer = {
  access_token: 'a',
  token_type: 'Bearer',
  expires_in: 900,
  user: { id: 7, username: 'lan', locale: 'en', time_zone: null },
} as SignedIn;

/** Signs in, and lets the session end. */
async function end(properties: ComponentProps<typeof EndedSession> = {}) {
  FakePlatform.install().on('POST /api/v1/auth/refresh', () => problem(401, 'refresh_invalid'));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EndedSession {...properties} />
    </QueryClientProvider>,
  );
  await act(async () => {
    session.begin(answer);
    await session.refresh();
  });
}

afterEach(() => {
  act(() => session.abandon());
});

test('the dialog cannot be loaded: the page goes on without anybody signed in', async () => {
  await end({ load: () => Promise.reject(new Error('gone')) });
  await vi.waitFor(() => expect(session.state.value.status).toBe('anonymous'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('asks to sign in again when the session has ended', async () => {
  await end();
  expect(await screen.findByLabelText('Password')).toBeInTheDocument();
  expect(screen.getByText('Your session has ended')).toBeInTheDocument();
  expect(session.state.value.status).toBe('expired');
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { ProviderSignIn } from './provider-sign-in';
import { Returned } from './returned';

function show(content: ReactNode) {
  render(<QueryClientProvider client={new QueryClient()}>{content}</QueryClientProvider>);
}

test('the link to the provider leads back to where one wanted to go', async () => {
  FakePlatform.install().on('GET /api/v1/auth/oidc', () => json({ name: 'Lyceum' }));
  show(<ProviderSignIn next="/exercises/sum-of-two?tab=code" />);
  const link = await screen.findByRole('link', { name: 'Sign in with Lyceum' });
  const start = new URL(link.getAttribute('href') ?? '', 'http://here.example');
  const back = new URL(start.searchParams.get('return_to') ?? '', start);
  expect(start.pathname).toBe('/api/v1/auth/oidc/start');
  expect(back.pathname).toBe('/sign-in');
  expect(back.searchParams.get('next')).toBe('/exercises/sum-of-two?tab=code');
});

test('without a provider there is no link', async () => {
  const platform = FakePlatform.install().on('GET /api/v1/auth/oidc', () => json({ name: null }));
  show(<ProviderSignIn next={undefined} />);
  await vi.waitFor(() => expect(platform.requests('GET /api/v1/auth/oidc')).toHaveLength(1));
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('who returns from the provider has a session, or learns that it failed', async () => {
  const user = { id: 7, username: 'lan', locale: 'en', time_zone: null };
  const answers = [
    problem(401, 'refresh_invalid'),
    json({ access_token: 'a', token_type: 'Bearer', expires_in: 900, user }),
  ];
  FakePlatform.install().on(
    'POST /api/v1/auth/refresh',
    () => answers.shift() ?? problem(500, 'internal'),
  );
  const failed = vi.fn();
  show(<Returned onSignedIn={vi.fn()} onFailed={failed} />);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  const signedIn = vi.fn();
  show(<Returned onSignedIn={signedIn} onFailed={vi.fn()} />);
  await vi.waitFor(() => expect(signedIn).toHaveBeenCalledOnce());
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { SignInForm } from './sign-in-form';

const user = { id: 7, username: 'lan', locale: 'en', time_zone: null };
const tokens = { access_token: 'a', token_type: 'Bearer', expires_in: 900, user };

async function enterPassword(platform: FakePlatform) {
  const onSignedIn = vi.fn();
  platform.on('POST /api/v1/auth/login', () =>
    problem(401, 'second_factor_required', { challenge: 'c-1', expires_in: 300 }),
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SignInForm onSignedIn={onSignedIn} />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText('User name or e-mail'), 'lan');
  await userEvent.type(screen.getByLabelText('Password'), 'a long password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return { onSignedIn, code: await screen.findByLabelText('Code') };
}

test('an account with a second factor is asked for a code, which goes with the challenge', async () => {
  const platform = FakePlatform.install().on('POST /api/v1/auth/second-factor', () => json(tokens));
  const { onSignedIn, code } = await enterPassword(platform);
  await vi.waitFor(() => expect(code).toHaveFocus());
  expect(onSignedIn).not.toHaveBeenCalled();
  await userEvent.type(code, ' 123456 ');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(user));
  expect(platform.requests('POST /api/v1/auth/second-factor')[0]?.body).toEqual({
    challenge: 'c-1',
    code: '123456',
  });
});

test('a wrong code is said beside its field; a challenge that is over begins with the password again', async () => {
  const answers = [problem(403, 'second_factor_invalid'), problem(401, 'challenge_invalid')];
  const platform = FakePlatform.install().on(
    'POST /api/v1/auth/second-factor',
    () => answers.shift() ?? json(tokens),
  );
  const { code } = await enterPassword(platform);
  await userEvent.type(code, '000000');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await vi.waitFor(() => expect(code).toHaveAttribute('aria-invalid', 'true'));
  await vi.waitFor(() => expect(code).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await vi.waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument(),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(screen.getByLabelText('Password')).toBeInTheDocument();
});

test('an account that came from a provider and has only a passkey is asked for that', async () => {
  FakePlatform.install();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SignInForm step={{ challenge: 'c-1', methods: ['passkey'] }} onSignedIn={vi.fn()} />
    </QueryClientProvider>,
  );
  expect(await screen.findByRole('button', { name: 'Start again' })).toBeInTheDocument();
  expect(screen.queryByLabelText('Code')).not.toBeInTheDocument();
});

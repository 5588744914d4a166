import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { Registration } from './registration';

const register = 'POST /api/v1/auth/register';
const user = { id: 7, username: 'lan', display_name: 'Lan', locale: 'en', time_zone: null };
const tokens = { access_token: 'a', token_type: 'Bearer', expires_in: 900, user };

function open(policy: string, invitation: string | null = null, domains: readonly string[] = []) {
  const platform = FakePlatform.install()
    .on('GET /api/v1/auth/registration', () => json({ policy, domains }))
    .on(register, () => json({ user }, 201))
    .on('POST /api/v1/auth/login', () => json(tokens));
  const onSignedIn = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <Registration invitation={invitation} onSignedIn={onSignedIn} />
      </Suspense>
    </QueryClientProvider>,
  );
  return { platform, onSignedIn };
}

async function fillIn() {
  await userEvent.type(await screen.findByLabelText('User name'), 'lan');
  await userEvent.type(screen.getByLabelText('E-mail'), 'lan@school.test');
  await userEvent.type(screen.getByLabelText('Password'), 'a long password');
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Create account' }));

test('asks for the code where one is needed, and says beside it that it is wrong', async () => {
  const { platform, onSignedIn } = open('code');
  await fillIn();
  const code = screen.getByLabelText('Code');
  await userEvent.type(code, ' spring-26 ');
  platform.on(register, () => problem(403, 'registration_code_wrong'));
  await send();
  await vi.waitFor(() => expect(code).toHaveAttribute('aria-invalid', 'true'));
  expect(code).toHaveAccessibleDescription(/This is not the code/);

  platform.on(register, () => json({ user }, 201));
  await send();
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(user));
  expect(platform.requests(register)[0]?.body).toMatchObject({
    username: 'lan',
    code: 'spring-26',
  });
});

test.each(['code', 'invitation', 'domain', 'open'])(
  'an invitation is enough where the policy is “%s”',
  async (policy) => {
    const { platform, onSignedIn } = open(policy, 't-1', ['school.test']);
    await fillIn();
    expect(screen.getByText(/You have an invitation/)).toBeInTheDocument();
    expect(screen.queryByLabelText('Code')).not.toBeInTheDocument();
    await send();
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalled());
    expect(platform.requests(register)[0]?.body).toMatchObject({ invitation: 't-1' });
    expect(platform.requests(register)[0]?.body).not.toHaveProperty('code');
  },
);

test('says that an invitation is no longer valid', async () => {
  const { platform } = open('invitation', 't-1');
  platform.on(register, () => problem(403, 'invitation_invalid'));
  await fillIn();
  await send();
  expect(await screen.findByText(/expired or was used already/)).toBeInTheDocument();
});

test('names the domains, and says to confirm the address before the first sign-in', async () => {
  const { platform, onSignedIn } = open('domain', null, ['school.test', 'uni.test']);
  await fillIn();
  expect(screen.getByText(/an e-mail address at school.test or uni.test/)).toBeInTheDocument();
  platform.on('POST /api/v1/auth/login', () => problem(403, 'email_not_verified'));
  await send();
  expect(await screen.findByText(/Open the link in the e-mail/)).toBeInTheDocument();
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  expect(onSignedIn).not.toHaveBeenCalled();
});

test('says beside the address that its domain is not admitted', async () => {
  const { platform } = open('domain', null, ['uni.test']);
  platform.on(register, () => problem(403, 'registration_domain_refused'));
  await fillIn();
  await send();
  await vi.waitFor(() =>
    expect(screen.getByLabelText('E-mail')).toHaveAttribute('aria-invalid', 'true'),
  );
});

test.each([
  ['closed', 't-1', /can’t be created here/],
  ['closed', null, /can’t be created here/],
  ['invitation', null, /need an invitation/],
] as const)(
  'no form where the policy is “%s” and the invitation %s',
  async (policy, token, words) => {
    open(policy, token);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  },
);

test('asks for the code that became necessary while the form was open', async () => {
  const { platform } = open('open');
  await fillIn();
  platform
    .on('GET /api/v1/auth/registration', () => json({ policy: 'code', domains: [] }))
    .on(register, () => problem(403, 'registration_code_wrong'));
  await send();
  expect(await screen.findByLabelText('Code')).toBeInTheDocument();
  expect(screen.getByLabelText('User name')).toHaveValue('lan');
});

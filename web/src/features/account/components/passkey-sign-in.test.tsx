import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { FakePlatform, json } from '@/test/fake-platform';
import PasskeySignIn from './passkey-sign-in';

class FakeCredential {
  static parseRequestOptionsFromJSON(options: unknown) {
    return options;
  }

  toJSON() {
    return { id: 'AAAA', type: 'public-key' };
  }
}

const user = { id: 7, username: 'lan', locale: 'en', time_zone: null };

function show(get: () => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'credentials', { value: { get }, configurable: true });
  const onSignedIn = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PasskeySignIn onSignedIn={onSignedIn} />
    </QueryClientProvider>,
  );
  return onSignedIn;
}

afterEach(() => vi.unstubAllGlobals());

test('what the device answers signs in', async () => {
  const platform = FakePlatform.install()
    .on('POST /api/v1/auth/passkey/options', () => json({ rpId: 'localhost', challenge: 'c' }))
    .on('POST /api/v1/auth/passkey', () =>
      json({ access_token: 'a', token_type: 'Bearer', expires_in: 900, user }),
    );
  const onSignedIn = show(() => Promise.resolve(new FakeCredential()));
  await userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }));
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(user));
  expect(platform.requests('POST /api/v1/auth/passkey')[0]?.body).toEqual({
    credential: { id: 'AAAA', type: 'public-key' },
  });
});

test('who turns away is told so, and can try again', async () => {
  FakePlatform.install().on('POST /api/v1/auth/passkey/options', () =>
    json({ rpId: 'localhost', challenge: 'c' }),
  );
  const onSignedIn = show(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  await userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }));
  expect(await screen.findByText(/No passkey was used/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sign in with a passkey' })).toBeEnabled();
  expect(onSignedIn).not.toHaveBeenCalled();
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { secondFactorQuery } from '../api/second-factor';
import { FakePlatform } from '@/test/fake-platform';
import { PasskeyForm } from './passkey-form';

test('opening the form takes the focus to its first field', async () => {
  FakePlatform.install();
  const client = new QueryClient();
  client.setQueryData(secondFactorQuery().queryKey, {
    totp_since: null,
    recovery_codes_left: 0,
    required: false,
  });
  render(
    <QueryClientProvider client={client}>
      <Suspense>
        <PasskeyForm onDone={vi.fn()} />
      </Suspense>
    </QueryClientProvider>,
  );
  expect(await screen.findByLabelText(/name/i)).toHaveFocus();
});

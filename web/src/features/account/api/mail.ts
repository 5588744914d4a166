import { useMutation } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body } from '@/lib/api/contract';
import { requestOf } from '@/lib/api/operation';
import { session } from '@/lib/api/session';
import { send } from '@/lib/api/transport';

/** Asks for a link for a new password. Whether there is such an account, the answer does not say. */
export function useForgottenPassword() {
  return useMutation({
    mutationFn: (body: Body<'POST /auth/password-reset'>) =>
      send(...requestOf('POST /auth/password-reset', { body })),
  });
}

/** Sets a new password with the token of a link. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (body: Body<'POST /auth/password-reset/confirm'>) =>
      send(...requestOf('POST /auth/password-reset/confirm', { body })),
  });
}

/** Confirms an address with the token of a link, on whatever device the mail was read. */
export function useVerifyEmail() {
  return useMutation({
    mutationFn: async (token: string) => {
      await send(...requestOf('POST /auth/verify-email', { body: { token } }));
      await refreshUser();
    },
  });
}

export function useChangeEmail() {
  return useMutation({
    mutationFn: async (body: Body<'POST /users/me/email'>) => {
      await request('POST /users/me/email', { body });
      await refreshUser();
    },
  });
}

/** Sends the link again for the address that is not confirmed yet. */
export function useSendVerification() {
  return useMutation({
    mutationFn: () => request('POST /users/me/email/verification'),
  });
}

/** The account as it is now, for one who is signed in here. What was done stays done if this fails. */
async function refreshUser(): Promise<void> {
  if (session.state.value.status !== 'signed-in') return;
  await fetchJson('GET /users/me').then(
    (user) => session.updateUser(user),
    () => undefined,
  );
}

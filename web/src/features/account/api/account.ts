import { useMutation } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body } from '@/lib/api/contract';
import { requestOf } from '@/lib/api/operation';
import { session, type SignedIn, type User } from '@/lib/api/session';
import { send } from '@/lib/api/transport';
import { chooseLocale, localeWasChosen } from '@/lib/i18n/locale';

type Credentials = Body<'POST /auth/login'>;
type Registration = Body<'POST /auth/register'>;

async function signIn(credentials: Credentials): Promise<User> {
  const response = await send(...requestOf('POST /auth/login', { body: credentials }));
  const answer = (await response.json()) as SignedIn;
  session.begin(answer);
  // On a device where nobody chose a language yet, the account's own is the best guess.
  if (!localeWasChosen()) chooseLocale(answer.user.locale);
  return answer.user;
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** Registers, then signs in. If only the second step fails, the account exists and signing in by hand will do. */
export function useRegister() {
  return useMutation({
    mutationFn: async (registration: Registration) => {
      await send(...requestOf('POST /auth/register', { body: registration }));
      return signIn({ username: registration.username, password: registration.password });
    },
  });
}

export function useUpdateProfile() {
  return useMutation({
    mutationFn: (profile: Body<'PATCH /users/me'>) =>
      fetchJson('PATCH /users/me', { body: profile }),
    onSuccess: (user) => {
      session.updateUser(user);
      chooseLocale(user.locale);
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (change: Body<'POST /users/me/password'>) =>
      request('POST /users/me/password', { body: change }),
  });
}

import { useMutation } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import { session, type SignedIn, type User } from '@/lib/api/session';
import { send } from '@/lib/api/transport';
import { chooseLocale, isLocale, localeWasChosen, type Locale } from '@/lib/i18n/locale';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface Registration extends Credentials {
  readonly email: string;
  readonly display_name?: string;
  readonly locale: Locale;
}

async function signIn(credentials: Credentials): Promise<User> {
  const response = await send('/api/v1/auth/login', json(credentials));
  const answer = (await response.json()) as SignedIn;
  session.begin(answer);
  // On a device where nobody chose a language yet, the account's own is the best guess.
  if (!localeWasChosen() && isLocale(answer.user.locale)) chooseLocale(answer.user.locale);
  return answer.user;
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** Registers, then signs in. If only the second step fails, the account exists and signing in by hand will do. */
export function useRegister() {
  return useMutation({
    mutationFn: async (registration: Registration) => {
      await send('/api/v1/auth/register', json(registration));
      return signIn({ username: registration.username, password: registration.password });
    },
  });
}

export interface Profile {
  readonly display_name: string;
  readonly locale: Locale;
}

export function useUpdateProfile() {
  return useMutation({
    mutationFn: (profile: Profile) =>
      fetchJson<User>('/users/me', { method: 'PATCH', body: profile }),
    onSuccess: (user) => {
      session.updateUser(user);
      if (isLocale(user.locale)) chooseLocale(user.locale);
    },
  });
}

export interface PasswordChange {
  readonly current_password: string;
  readonly new_password: string;
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (change: PasswordChange) =>
      request('/users/me/password', { method: 'POST', body: change }),
  });
}

function json(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  };
}

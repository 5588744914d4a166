import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Body } from '@/lib/api/contract';
import { requestOf } from '@/lib/api/operation';
import { ApiProblem } from '@/lib/api/problem';
import { session, type SignedIn, type User } from '@/lib/api/session';
import { send } from '@/lib/api/transport';
import { chooseLocale, localeWasChosen } from '@/lib/i18n/locale';
import { registrationQuery } from './registration';

type Credentials = Body<'POST /auth/login'>;
type Registration = Body<'POST /auth/register'>;

/** The password was right, and the account has a second factor: what the second step sends with the code. */
export interface SecondStep {
  readonly challenge: string;
  /** `totp`, `recovery_code`, `passkey`. */
  readonly methods: readonly string[];
}

/** Who is signed in now, or that the address must be confirmed first. */
export type RegisterOutcome = User | 'unconfirmed';

export type SignInOutcome = { readonly user: User } | SecondStep;

async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  try {
    return {
      user: await begin(await send(...requestOf('POST /auth/login', { body: credentials }))),
    };
  } catch (error) {
    const { challenge, methods } = error instanceof ApiProblem ? error.members : {};
    if (typeof challenge === 'string')
      return { challenge, methods: Array.isArray(methods) ? methods.map(String) : [] };
    throw error;
  }
}

/** Remembers who is signed in now, from the answer to a sign-in. */
export async function begin(response: Response): Promise<User> {
  const answer = (await response.json()) as SignedIn;
  session.begin(answer);
  // On a device where nobody chose a language yet, the account's own is the best guess.
  if (!localeWasChosen()) chooseLocale(answer.user.locale);
  return answer.user;
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** The second step of a sign-in, with a code of the app or a recovery code. */
export function useSecondStep() {
  return useMutation({
    mutationFn: async (body: Body<'POST /auth/second-factor'>) =>
      begin(await send(...requestOf('POST /auth/second-factor', { body }))),
  });
}

/** Registers, then signs in. If only the second step fails, the account exists and signing in by hand will do. */
async function register(registration: Registration): Promise<RegisterOutcome> {
  await send(...requestOf('POST /auth/register', { body: registration }));
  const { username, password } = registration;
  try {
    return await begin(
      await send(...requestOf('POST /auth/login', { body: { username, password } })),
    );
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'email_not_verified') return 'unconfirmed';
    throw error;
  }
}

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: register,
    // A refusal may mean that the policy was changed while the form was open.
    onError: () => client.invalidateQueries({ queryKey: registrationQuery().queryKey }),
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

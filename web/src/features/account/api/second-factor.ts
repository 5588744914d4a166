import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer, Body } from '@/lib/api/contract';
import { session } from '@/lib/api/session';

export type SecondFactor = Answer<'GET /users/me/second-factor'>;
export type Secret = Answer<'POST /users/me/second-factor/totp'>;

const queryKey = ['account', 'second-factor'] as const;

export const secondFactorQuery = () =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) => fetchJson('GET /users/me/second-factor', { signal }),
  });

/** Makes a secret for the app; it counts once a first code has confirmed it. */
export function useMakeSecret() {
  return useMutation({
    mutationFn: (body: Body<'POST /users/me/second-factor/totp'>) =>
      fetchJson('POST /users/me/second-factor/totp', { body }),
    // The secret is for this page alone.
    gcTime: 0,
  });
}

export function useConfirmApp() {
  return useMutation({
    mutationFn: async (code: string) => {
      const { recovery_codes } = await fetchJson('POST /users/me/second-factor/totp/confirmation', {
        body: { code },
      });
      // Where the role requires a second factor, the session permits everything only from now on.
      await session.refresh().catch(() => undefined);
      return recovery_codes;
    },
    gcTime: 0,
  });
}

export function useNewRecoveryCodes() {
  return useMutation({
    mutationFn: async (body: Body<'POST /users/me/second-factor/recovery-codes'>) => {
      const answer = await fetchJson('POST /users/me/second-factor/recovery-codes', { body });
      return answer.recovery_codes;
    },
    gcTime: 0,
  });
}

export function useRemoveSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /users/me/second-factor/removal'>) =>
      request('POST /users/me/second-factor/removal', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

/** Has what is shown of the second factor asked for again, when the codes have been seen. */
export function useRefreshSecondFactor() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey });
}

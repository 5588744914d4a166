import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { UserManagementSchemas } from '@/lib/api/contract';
import { requestOf } from '@/lib/api/operation';
import { send } from '@/lib/api/transport';
import { askForPasskey, makePasskey } from '../passkey-browser';
import { begin } from './account';

export type Passkey = UserManagementSchemas['Passkey'];

const queryKey = ['account', 'passkeys'] as const;

export const passkeysQuery = () =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) => fetchJson('GET /users/me/passkeys', { signal }),
  });

/** Asks the platform, then the device, and sends the platform what the device has made. */
export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      name,
      ...proof
    }: {
      readonly name: string;
      readonly password: string;
      readonly code?: string;
    }) => {
      const options = await fetchJson('POST /users/me/passkeys/options', { body: proof });
      const credential = { ...(await makePasskey(options)) };
      return fetchJson('POST /users/me/passkeys', { body: { name, credential } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey }),
    gcTime: 0,
  });
}

export function useRemovePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Passkey) => request('DELETE /users/me/passkeys/{id}', { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

export function usePasskeySignIn() {
  return useMutation({
    mutationFn: async () => {
      const options = await fetchJson('POST /auth/passkey/options', {});
      const credential = { ...(await askForPasskey(options)) };
      return begin(await send(...requestOf('POST /auth/passkey', { body: { credential } })));
    },
  });
}

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer, Body, UserManagementSchemas } from '@/lib/api/contract';

export type ApiToken = UserManagementSchemas['ApiToken'];
export type Scope = UserManagementSchemas['Scope'];
export type NewToken = Answer<'POST /users/me/tokens'>;

const queryKey = ['account', 'tokens'] as const;

export const tokensQuery = () =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) => fetchJson('GET /users/me/tokens', { signal }),
  });

export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /users/me/tokens'>) =>
      fetchJson('POST /users/me/tokens', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
    // The text of the token is for this page alone.
    gcTime: 0,
  });
}

export function useDeleteToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiToken) => request('DELETE /users/me/tokens/{id}', { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

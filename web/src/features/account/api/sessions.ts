import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';

export type Device = Answer<'GET /users/me/sessions'>['items'][number];

const queryKey = ['account', 'sessions'] as const;

export const sessionsQuery = () =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) => fetchJson('GET /users/me/sessions', { signal }),
    staleTime: 0,
  });

/** Signs out one device, or all others if none is named. */
export function useSignOutDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? request('DELETE /users/me/sessions')
        : request('DELETE /users/me/sessions/{id}', { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

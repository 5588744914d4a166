import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { Role, User } from '@/lib/api/session';

const pageSize = 50;

export const usersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['users', q],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /users', {
        query: { q, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** What an administrator may change of an account; its sessions end at once. */
export type AccountChange = { readonly role: Role } | { readonly is_active: boolean };

export function useChangeAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ user, change }: { readonly user: User; readonly change: AccountChange }) =>
      fetchJson('PATCH /users/{id}', { path: { id: user.id }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

/** Makes a link for a new password, which is shown only in this answer. */
export function useResetLink() {
  return useMutation({
    mutationFn: ({ id }: User) => fetchJson('POST /users/{id}/reset-link', { path: { id } }),
    gcTime: 0,
  });
}

import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer, Body } from '@/lib/api/contract';
import type { Role, User } from '@/lib/api/session';
import { saveFile } from '@/lib/save-file';

const pageSize = 50;

export interface UserFilter {
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
}

export const usersQuery = (filter: UserFilter) =>
  infiniteQueryOptions({
    queryKey: ['users', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /users', {
        query: { ...filter, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** What an administrator may change of an account; its sessions end at once. */
export type AccountChange = { readonly role: Role } | { readonly is_active: boolean };

/** Whom an administrator makes an account for. */
export type NewAccount = Body<'POST /users'>;
export type AccountDetails = Pick<Body<'PATCH /users/{id}'>, 'email' | 'display_name'>;

export function useSaveAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly id: number; readonly details: AccountDetails } | NewAccount) =>
      'details' in given
        ? fetchJson('PATCH /users/{id}', { path: { id: given.id }, body: given.details })
        : fetchJson('POST /users', { body: given }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

export type ImportReport = Answer<'POST /users/import'>;

/** Reports what a table would change, or changes it. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      table,
      dryRun,
      invite,
    }: {
      readonly table: Blob;
      readonly dryRun: boolean;
      readonly invite: boolean;
    }) => fetchJson('POST /users/import', { query: { dry_run: dryRun, invite }, csv: table }),
    onSuccess: ({ dry_run }) =>
      dry_run ? undefined : client.invalidateQueries({ queryKey: ['users'] }),
  });
}

/** Hands the accounts to the browser as a table that can be imported again. */
export function useExportUsers() {
  return useMutation({
    mutationFn: async (filter: UserFilter) => {
      const response = await request('GET /users/export', {
        query: filter,
        accept: 'text/csv, application/problem+json',
      });
      saveFile(await response.blob(), 'users.csv');
    },
  });
}

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

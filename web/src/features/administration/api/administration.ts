import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { Answer, Body, Query, UserManagementSchemas } from '@/lib/api/contract';
import { saveFile } from '@/lib/save-file';

export type Setting = UserManagementSchemas['Setting'];
export type Mail = UserManagementSchemas['Mail'];
export type Invitation = Answer<'GET /invitations'>['items'][number];
export type AuditEntry = Answer<'GET /audit-log'>['items'][number];
export type AuditFilter = Pick<Query<'GET /audit-log'>, 'from' | 'until' | 'kind' | 'target'>;

export const settingsQuery = queryOptions({
  queryKey: ['administration', 'settings'],
  queryFn: ({ signal }) => fetchJson('GET /settings', { signal }),
});

export function useSetSetting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, value }: Pick<Setting, 'name' | 'value'>) =>
      fetchJson('PUT /settings/{name}', { path: { name }, body: { value } }),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
}

export const invitationsQuery = queryOptions({
  queryKey: ['administration', 'invitations'],
  queryFn: ({ signal }) => fetchJson('GET /invitations', { signal }),
});

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: Body<'POST /invitations'>) =>
      fetchJson('POST /invitations', { body: invitation }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
    gcTime: 0,
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => request('DELETE /invitations/{id}', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
}

export const mailsQuery = infiniteQueryOptions({
  queryKey: ['administration', 'mails'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson('GET /mails', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

export function useRetryMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => fetchJson('POST /mails/{id}/retry', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailsQuery.queryKey }),
  });
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['administration', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('GET /audit-log', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
  });

export function useExportAudit() {
  return useMutation({
    mutationFn: async (filter: AuditFilter) => {
      const response = await request('GET /audit-log/export', {
        query: filter,
        accept: 'text/csv, application/problem+json',
      });
      saveFile(await response.blob(), 'audit-log.csv');
    },
  });
}

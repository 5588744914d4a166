import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, request } from '@/lib/api/client';
import type { ExercisesSchemas } from '@/lib/api/contract';

export type MemberRole = ExercisesSchemas['MemberRole'];
export type Members = ExercisesSchemas['Members'];
export type Member = Members['items'][number];
export type MemberChange = Members['changes'][number];

const key = (exerciseId: number) => ['members', exerciseId] as const;

export const membersQuery = (exerciseId: number) =>
  queryOptions({
    queryKey: key(exerciseId),
    queryFn: ({ signal }) =>
      fetchJson('GET /exercises/{id}/members', { path: { id: exerciseId }, signal }),
  });

export interface Membership {
  /** Undefined for all authors. */
  readonly username?: string;
  readonly role: MemberRole;
}

/** Adds a member or changes what one may do. */
export function useMembership(exerciseId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Membership) =>
      fetchJson('POST /exercises/{id}/members', { path: { id: exerciseId }, body }),
    onSuccess: async (members) => {
      client.setQueryData(key(exerciseId), members);
      await client.invalidateQueries({ queryKey: ['exercises'] });
    },
  });
}

export function useRemoval(exerciseId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userId: number) =>
      request('DELETE /exercises/{id}/members/{user_id}', {
        path: { id: exerciseId, user_id: userId },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key(exerciseId) }),
  });
}

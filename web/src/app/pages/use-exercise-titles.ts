import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ExerciseSummary } from '@/features/exercises/api/exercises';
import { fetchJson } from '@/lib/api/client';
import type { Answer } from '@/lib/api/contract';
import { useUser } from '@/lib/api/session';
import { useLocale, type Locale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';

/** Largest page the platform gives, and how many of them are worth fetching for names alone. */
const pageSize = 100;
const mostPages = 10;

/** Which exercises: those that learners see; also those that they don't; or those that the user is a member of. */
type Scope = 'open' | 'all' | 'mine';

const scopes = {
  open: {},
  all: { include_inactive: true },
  mine: { include_inactive: true, mine: true },
} as const;

const namesQuery = (locale: Locale, scope: Scope) =>
  queryOptions({
    queryKey: ['exercises', 'names', locale, scope],
    queryFn: async ({ signal }) => {
      const exercises: ExerciseSummary[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const answer: Answer<'GET /exercises'> = await fetchJson('GET /exercises', {
          query: { locale, limit: pageSize, cursor, ...scopes[scope] },
          signal,
        });
        exercises.push(...answer.items);
        cursor = answer.next_cursor;
        if (!cursor) break;
      }
      return exercises;
    },
    staleTime: 5 * 60_000,
  });

/** All exercises, as far as they are fetched for names; those that are hidden only for those who may see them. */
export function useExercises(): readonly ExerciseSummary[] | undefined {
  const user = useUser();
  const scope = user === null || user.role === 'learner' ? 'open' : 'all';
  return useQuery(namesQuery(useLocale(), scope)).data;
}

/** The exercises whose results the user sees, for teachers. */
export function useOwnExercises(): readonly ExerciseSummary[] | undefined {
  return useQuery(namesQuery(useLocale(), 'mine')).data;
}

/** Scores know exercises by id only; this gives them their titles and addresses. */
export function useExerciseTitles() {
  const t = useMessages(messages);
  const exercises = useExercises();
  const find = (id: number) => exercises?.find((exercise) => exercise.id === id);
  return {
    title: (id: number) => find(id)?.title ?? t('fallbackTitle', { id: String(id) }),
    slug: (id: number) => find(id)?.slug ?? String(id),
  };
}

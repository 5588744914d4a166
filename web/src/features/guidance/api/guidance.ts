import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';
import type { ScoresSchemas } from '@/lib/api/contract';
import type { Locale } from '@/lib/i18n/locale';

export type Guidance = ScoresSchemas['Guidance'];

/** Begins like the progress, which is asked for again after each submission: it may open the editorial. */
export const guidanceQuery = (exerciseId: number, locale: Locale) =>
  queryOptions({
    queryKey: ['progress', 'guidance', exerciseId, locale],
    queryFn: ({ signal }) =>
      fetchJson('GET /progress/exercises/{id}/guidance', {
        path: { id: exerciseId },
        query: { locale },
        signal,
      }),
  });

export function useReveal(exerciseId: number, locale: Locale) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) =>
      fetchJson('POST /progress/exercises/{id}/hints', {
        path: { id: exerciseId },
        query: { locale },
        body: { number },
      }),
    onSuccess: (guidance) =>
      client.setQueryData(guidanceQuery(exerciseId, locale).queryKey, guidance),
  });
}

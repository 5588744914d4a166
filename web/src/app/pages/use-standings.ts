import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Standing } from '@/features/exercises/components/exercise-list';
import { progressQuery } from '@/features/progress/api/progress';
import { useUser } from '@/lib/api/session';

/** How far the signed-in user got, by exercise; empty for a guest. */
export function useStandings(): ReadonlyMap<number, Standing> {
  const user = useUser();
  const items = useQuery({ ...progressQuery(), enabled: user !== null }).data?.items;
  return useMemo(
    () =>
      new Map(
        items?.map((item) => [
          item.exercise_id,
          { solved: item.best_status === 'AC', bestScore: item.best_score ?? 0 },
        ]),
      ),
    [items],
  );
}

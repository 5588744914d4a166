import { useMemo } from 'react';
import { useUser } from '@/lib/api/session';
import { useStandings } from './use-standings';

/** The exercises that the signed-in user has solved; undefined for a guest. */
export function useSolved(): ReadonlySet<number> | undefined {
  const user = useUser();
  const standings = useStandings();
  return useMemo(
    () =>
      user
        ? new Set([...standings].filter(([, { solved }]) => solved).map(([exercise]) => exercise))
        : undefined,
    [user, standings],
  );
}

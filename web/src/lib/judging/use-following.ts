import { useEffect, useState } from 'react';
import { isFinal, type Judging } from './judging';

/**
 * Whether there is more to follow. Never while the whole is being fetched: the response may be older than events that
 * arrive meanwhile, and would undo them. The first event of a stream carries the full state again.
 */
export function isOpen({
  data,
  isFetching,
}: {
  data: Pick<Judging, 'status'> | undefined;
  isFetching: boolean;
}): boolean {
  return data !== undefined && !isFinal(data) && !isFetching;
}

/** Runs the work while `open`, anew for another id. Returns its failure. */
export function useFollowing(
  open: boolean,
  id: string,
  work: (signal: AbortSignal) => Promise<void>,
): Error | null {
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    work(stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted)
        setFailure(error instanceof Error ? error : new Error(String(error)));
    });
    return () => stop.abort();
    // The work is made anew by every render, but means the same for the same id.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, id]);
  return failure;
}

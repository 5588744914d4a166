import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { follow } from './follow';
import { isFinal, merged, withTest, type Judging } from './judging';
import { runQuery, submissionQuery } from './submissions';

export function useFollowedSubmission(id: number | string) {
  const client = useQueryClient();
  const options = submissionQuery(id);
  // What is known may come from the event stream, which leaves the source out.
  const query = useQuery({ ...options, refetchOnMount: 'always' });
  const key = options.queryKey;
  const open = isOpen(query);
  const failure = useFollowing(open, String(id), (signal) =>
    follow(
      'submissions',
      id,
      {
        onState: (state) => {
          client.setQueryData(key, (known) => known && merged(known, state));
          if (isFinal(state)) void refreshScores(client);
        },
        onTest: (test) => client.setQueryData(key, (known) => known && withTest(known, test)),
      },
      signal,
    ),
  );

  return { submission: query.data, error: query.error ?? failure, refetch: query.refetch };
}

/**
 * Whether there is more to follow. Never while the whole is being fetched: the response may be older than events that
 * arrive meanwhile, and would undo them. The first event of a stream carries the full state again.
 */
function isOpen({ data, isFetching }: { data: Judging | undefined; isFetching: boolean }): boolean {
  return data !== undefined && !isFinal(data) && !isFetching;
}

/** A verdict changes what other pages show. */
function refreshScores(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) =>
      first === 'progress' ||
      first === 'leaderboard' ||
      first === 'statistics' ||
      (first === 'submissions' && second === 'list'),
  });
}

export function useFollowedRun(id: number | string) {
  const client = useQueryClient();
  const options = runQuery(id);
  const query = useQuery(options);
  const key = options.queryKey;
  const open = isOpen(query);
  const failure = useFollowing(open, String(id), (signal) =>
    follow(
      'runs',
      id,
      {
        onState: (state) => client.setQueryData(key, (known) => known && merged(known, state)),
        onTest: (test) => client.setQueryData(key, (known) => known && withTest(known, test)),
      },
      signal,
    ),
  );
  return { run: query.data, error: query.error ?? failure };
}

/** Runs the work while `open`, anew for another id. Returns its failure. */
function useFollowing(
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

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { follow } from '@/lib/judging/follow';
import { isFinal, merged, withTest } from '@/lib/judging/judging';
import { isOpen, useFollowing } from '@/lib/judging/use-following';
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

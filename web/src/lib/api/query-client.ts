import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, ConnectionLost } from './problem';

const passing = new Set([502, 503, 504]);

/** Worth asking again: no answer, or a service that is just coming up. A refusal stays a refusal. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ConnectionLost || (error instanceof ApiProblem && passing.has(error.status))
  );
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The platform may run on this very machine, where being offline does not matter.
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => isPassing(error) && failures < 3,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

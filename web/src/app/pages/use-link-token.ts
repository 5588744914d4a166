import { useRouterState } from '@tanstack/react-router';

/** The token of a link from a mail. It follows the `#`, so no server sees it and no log contains it. */
export function useLinkToken(): string | null {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  return new URLSearchParams(hash).get('token');
}

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/lib/api/client';

/** The name of the provider with which people may sign in; undefined until it is known, and if there is none. */
export function useProvider(): string | undefined {
  const provider = useQuery({
    queryKey: ['sign-in-provider'],
    queryFn: ({ signal }) => fetchJson('GET /auth/oidc', { signal }),
    staleTime: Infinity,
  });
  return provider.data?.name ?? undefined;
}

/** Where signing in with the provider begins. It ends at the sign-in page, which then goes on to the given address. */
export function providerAddress(next: string | undefined): string {
  const back = `/sign-in?${new URLSearchParams({ returned: 'yes', ...(next && { next }) })}`;
  return `/api/v1/auth/oidc/start?${new URLSearchParams({ return_to: back })}`;
}

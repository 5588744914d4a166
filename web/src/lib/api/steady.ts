import { keepPreviousData, type Query } from '@tanstack/react-query';

/** For lists that a filter changes: the old list stays until the new one is there. A first failure is the page's. */
export const steady = {
  placeholderData: keepPreviousData,
  throwOnError: (_: unknown, query: Pick<Query, 'state'>) => query.state.data === undefined,
} as const;

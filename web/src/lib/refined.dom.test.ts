import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { refined } from './refined';

const path = '/list';

test('two changes soon after each other both count', async () => {
  const root = createRootRoute();
  const router = createRouter({
    routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path })]),
    history: createMemoryHistory({ initialEntries: [`${path}?sort=newest`] }),
  });
  await router.load();
  // Not one of the app's addresses, whose types are known.
  const change = (part: object) => router.navigate({ to: path, ...refined(part) } as never);
  await Promise.all([change({ q: 'sum' }), change({ difficulty: 'hard' })]);
  expect(router.state.location.search).toEqual({ sort: 'newest', q: 'sum', difficulty: 'hard' });
});

import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { root } from './root';
import { id, listSearch, type Search } from './search';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: listSearch,
  beforeLoad: ({ search }) => {
    // Where the list once was. The router asks for what is no error to be thrown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (Object.values(search).some(Boolean)) throw redirect({ to: '/exercises', search });
  },
  component: lazyRouteComponent(() => import('../pages/home-page')),
});

const exercises = createRoute({
  getParentRoute: () => root,
  path: '/exercises',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../pages/exercises-page')),
});

const exercise = createRoute({
  getParentRoute: () => root,
  path: '/exercises/$slug',
  /** The submission whose code goes into the editor. */
  validateSearch: (search: Search): { from?: number } => {
    const from = id(search.from);
    return from === undefined ? {} : { from };
  },
  component: lazyRouteComponent(() => import('../pages/exercise-page')),
});

const submissions = createRoute({
  getParentRoute: () => root,
  path: '/submissions',
  validateSearch: (search: Search): { exercise?: number } => {
    const exercise = id(search.exercise);
    return exercise === undefined ? {} : { exercise };
  },
  component: lazyRouteComponent(() => import('../pages/submissions-page')),
});

const submission = createRoute({
  getParentRoute: () => root,
  path: '/submissions/$id',
  component: lazyRouteComponent(() => import('../pages/submission-page')),
});

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('../pages/progress-page')),
});

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  component: lazyRouteComponent(() => import('../pages/leaderboard-page')),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/comments',
  component: lazyRouteComponent(() => import('../pages/notices-page')),
});

const collections = createRoute({
  getParentRoute: () => root,
  path: '/collections',
  component: lazyRouteComponent(() => import('../pages/collections-page')),
});

const collection = createRoute({
  getParentRoute: () => root,
  path: '/collections/$id',
  component: lazyRouteComponent(() => import('../pages/collection-page')),
});

const apiDocs = createRoute({
  getParentRoute: () => root,
  path: '/api/docs',
  component: lazyRouteComponent(() => import('../pages/api-docs-page')),
});

/** Pages of learners, which visitors see in part. */
export const learning = [
  home,
  exercises,
  exercise,
  submissions,
  submission,
  progress,
  leaderboard,
  notices,
  collections,
  collection,
  apiDocs,
] as const;

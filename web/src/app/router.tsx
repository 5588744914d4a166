import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Loading } from '@/components/spinner';
import { difficulties } from '@/features/exercises/api/exercises';
import { sorts, statuses, type ListSearch } from '@/features/exercises/list-search';
import type { Part } from '@/features/writing/api/findings';
import { AppShell } from './layout/app-shell';
import { ErrorPage, NotFoundPage } from './layout/page-states';

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: AppShell,
  notFoundComponent: NotFoundPage,
});

function text(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value)
    : undefined;
}

function id(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** Only an address of this app: signing in must not lead to another site. */
function ownAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

const listSearch = (search: Record<string, unknown>): ListSearch => ({
  q: text(search.q),
  category: text(search.category),
  difficulty: difficulties.find((difficulty) => difficulty === search.difficulty),
  tag: text(search.tag),
  status: statuses.find((status) => status === search.status),
  sort: sorts.find((sort) => sort === search.sort),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: listSearch,
  beforeLoad: ({ search }) => {
    // Where the list once was. The router asks for what is no error to be thrown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (Object.values(search).some(Boolean)) throw redirect({ to: '/exercises', search });
  },
  component: lazyRouteComponent(() => import('./pages/home-page')),
});

const exercises = createRoute({
  getParentRoute: () => root,
  path: '/exercises',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./pages/exercises-page')),
});

const exercise = createRoute({
  getParentRoute: () => root,
  path: '/exercises/$slug',
  /** The submission whose code goes into the editor. */
  validateSearch: (search: Record<string, unknown>): { from?: number } => {
    const from = id(search.from);
    return from === undefined ? {} : { from };
  },
  component: lazyRouteComponent(() => import('./pages/exercise-page')),
});

const submissions = createRoute({
  getParentRoute: () => root,
  path: '/submissions',
  validateSearch: (search: Record<string, unknown>): { exercise?: number } => {
    const exercise = id(search.exercise);
    return exercise === undefined ? {} : { exercise };
  },
  component: lazyRouteComponent(() => import('./pages/submissions-page')),
});

const submission = createRoute({
  getParentRoute: () => root,
  path: '/submissions/$id',
  component: lazyRouteComponent(() => import('./pages/submission-page')),
});

const next = (search: Record<string, unknown>): { next?: string } => {
  const address = ownAddress(search.next);
  return address ? { next: address } : {};
};

interface SignInSearch {
  readonly next?: string;
  /** The code of what went wrong at the provider. */
  readonly error?: string | undefined;
  /** Back from the provider, with a session. */
  readonly returned?: boolean;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...next(search),
    ...(text(search.error) && { error: text(search.error) }),
    ...(search.returned === 'yes' && { returned: true }),
  }),
  component: lazyRouteComponent(() => import('./pages/sign-in-page')),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: next,
  component: lazyRouteComponent(() => import('./pages/register-page')),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./pages/forgotten-password-page')),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./pages/reset-password-page')),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./pages/verify-email-page')),
});

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('./pages/progress-page')),
});

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  component: lazyRouteComponent(() => import('./pages/leaderboard-page')),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/profile-page')),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/profile/security',
  component: lazyRouteComponent(() => import('./pages/security-page')),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/profile/sessions',
  component: lazyRouteComponent(() => import('./pages/sessions-page')),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/profile/tokens',
  component: lazyRouteComponent(() => import('./pages/tokens-page')),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/comments',
  component: lazyRouteComponent(() => import('./pages/notices-page')),
});

const words = (search: Record<string, unknown>): { q?: string } => {
  const q = text(search.q);
  return q ? { q } : {};
};

const author = createRoute({
  getParentRoute: () => root,
  path: '/author',
  validateSearch: words,
  component: lazyRouteComponent(() => import('./pages/author-page')),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/author/exercises/$id',
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    verdict?: string | undefined;
    language?: string | undefined;
    learner?: string | undefined;
  } => ({
    verdict: text(search.verdict),
    language: text(search.language),
    learner: text(search.learner),
  }),
  component: lazyRouteComponent(() => import('./pages/results-page')),
});

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/author/results',
  validateSearch: (
    search: Record<string, unknown>,
  ): { learner?: string | undefined; topic?: string | undefined; sort?: string | undefined } => ({
    learner: text(search.learner),
    topic: text(search.topic),
    sort: text(search.sort),
  }),
  component: lazyRouteComponent(() => import('./pages/matrix-page')),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/author/drafts',
  component: lazyRouteComponent(() => import('./pages/drafts-page')),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/author/drafts/$id',
  /** Which part of the draft is open. */
  validateSearch: (search: Record<string, unknown>): { part?: Part } =>
    search.part ? { part: search.part as Part } : {},
  component: lazyRouteComponent(() => import('./pages/draft-page')),
});

const collections = createRoute({
  getParentRoute: () => root,
  path: '/collections',
  component: lazyRouteComponent(() => import('./pages/collections-page')),
});

const collection = createRoute({
  getParentRoute: () => root,
  path: '/collections/$id',
  component: lazyRouteComponent(() => import('./pages/collection-page')),
});

const ownCollections = createRoute({
  getParentRoute: () => root,
  path: '/author/collections',
  component: lazyRouteComponent(() => import('./pages/own-collections-page')),
});

const editCollection = createRoute({
  getParentRoute: () => root,
  path: '/author/collections/$id',
  component: lazyRouteComponent(() => import('./pages/edit-collection-page')),
});

const topics = createRoute({
  getParentRoute: () => root,
  path: '/author/topics',
  component: lazyRouteComponent(() => import('./pages/topics-page')),
});

const revisions = createRoute({
  getParentRoute: () => root,
  path: '/author/exercises/$id/revisions',
  validateSearch: (
    search: Record<string, unknown>,
  ): { shown?: number | undefined; since?: number | undefined } => ({
    shown: id(search.shown),
    since: id(search.since),
  }),
  component: lazyRouteComponent(() => import('./pages/revisions-page')),
});

const judging = createRoute({
  getParentRoute: () => root,
  path: '/admin/judging',
  component: lazyRouteComponent(() => import('./pages/judging-page')),
});

const registration = createRoute({
  getParentRoute: () => root,
  path: '/admin/registration',
  component: lazyRouteComponent(() => import('./pages/registration-page')),
});

const mails = createRoute({
  getParentRoute: () => root,
  path: '/admin/mails',
  component: lazyRouteComponent(() => import('./pages/mails-page')),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  validateSearch: (
    search: Record<string, unknown>,
  ): Partial<Record<'kind' | 'target' | 'from' | 'to', string | undefined>> => ({
    kind: text(search.kind),
    target: text(search.target),
    from: text(search.from),
    to: text(search.to),
  }),
  component: lazyRouteComponent(() => import('./pages/audit-page')),
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/admin/users',
  validateSearch: (
    search: Record<string, unknown>,
  ): { q?: string; role?: string | undefined; state?: string | undefined } => ({
    ...words(search),
    role: text(search.role),
    state: text(search.state),
  }),
  component: lazyRouteComponent(() => import('./pages/users-page')),
});

const apiDocs = createRoute({
  getParentRoute: () => root,
  path: '/api/docs',
  component: lazyRouteComponent(() => import('./pages/api-docs-page')),
});

const routeTree = root.addChildren([
  home,
  exercises,
  exercise,
  submissions,
  submission,
  signIn,
  register,
  forgottenPassword,
  resetPassword,
  verifyEmail,
  progress,
  leaderboard,
  profile,
  security,
  sessions,
  tokens,
  notices,
  author,
  results,
  matrix,
  drafts,
  draft,
  collections,
  collection,
  ownCollections,
  editCollection,
  topics,
  revisions,
  users,
  registration,
  mails,
  audit,
  judging,
  apiDocs,
]);

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPendingComponent: Loading,
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Filters read as ?q=tree, not as ?q=%22tree%22.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(([, value]) => value !== undefined);
      const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
      return given.length > 0 ? `?${parameters}` : '';
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { text, words, type Search } from './search';

const users = createRoute({
  getParentRoute: () => root,
  path: '/admin/users',
  validateSearch: (
    search: Search,
  ): { q?: string; role?: string | undefined; state?: string | undefined } => ({
    ...words(search),
    role: text(search.role),
    state: text(search.state),
  }),
  component: lazyRouteComponent(() => import('../pages/users-page')),
});

const registration = createRoute({
  getParentRoute: () => root,
  path: '/admin/registration',
  component: lazyRouteComponent(() => import('../pages/registration-page')),
});

const mails = createRoute({
  getParentRoute: () => root,
  path: '/admin/mails',
  component: lazyRouteComponent(() => import('../pages/mails-page')),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  validateSearch: (
    search: Search,
  ): Partial<Record<'kind' | 'target' | 'from' | 'to', string | undefined>> => ({
    kind: text(search.kind),
    target: text(search.target),
    from: text(search.from),
    to: text(search.to),
  }),
  component: lazyRouteComponent(() => import('../pages/audit-page')),
});

const judging = createRoute({
  getParentRoute: () => root,
  path: '/admin/judging',
  component: lazyRouteComponent(() => import('../pages/judging-page')),
});

/** Pages of administrators. */
export const administration = [users, registration, mails, audit, judging] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';
import { next, text, type Search } from './search';

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
  validateSearch: (search: Search): SignInSearch => ({
    ...next(search),
    ...(text(search.error) && { error: text(search.error) }),
    ...(search.returned === 'yes' && { returned: true }),
  }),
  component: lazyRouteComponent(() => import('../pages/sign-in-page')),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: next,
  component: lazyRouteComponent(() => import('../pages/register-page')),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../pages/forgotten-password-page')),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../pages/reset-password-page')),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('../pages/verify-email-page')),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('../pages/profile-page')),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/profile/security',
  component: lazyRouteComponent(() => import('../pages/security-page')),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/profile/sessions',
  component: lazyRouteComponent(() => import('../pages/sessions-page')),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/profile/tokens',
  component: lazyRouteComponent(() => import('../pages/tokens-page')),
});

/** Signing in, and what belongs to an account. */
export const account = [
  signIn,
  register,
  forgottenPassword,
  resetPassword,
  verifyEmail,
  profile,
  security,
  sessions,
  tokens,
] as const;

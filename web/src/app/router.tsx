import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { Loading } from '@/components/spinner';
import { ErrorPage } from './layout/page-states';
import { account } from './routes/account';
import { administration } from './routes/administration';
import { authoring } from './routes/authoring';
import { learning } from './routes/learning';
import { root } from './routes/root';

const routeTree = root.addChildren([...learning, ...account, ...authoring, ...administration]);

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

import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { AppShell } from '../layout/app-shell';
import { NotFoundPage } from '../layout/page-states';

export const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: AppShell,
  notFoundComponent: NotFoundPage,
});

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createQueryClient } from '@/lib/api/query-client';
import { session, type SessionState } from '@/lib/api/session';
import { createAppRouter } from './router';

export function App() {
  const [queries] = useState(createQueryClient);
  const [router] = useState(() => createAppRouter(queries));

  // What one user saw must not be shown to the next one of the same browser.
  useEffect(() => {
    let shown = identity(session.state.value);
    return session.state.subscribe((state) => {
      const current = identity(state);
      if (current === undefined || current === shown) return;
      // Before it was known who this is, nothing was asked.
      if (shown !== undefined) void queries.resetQueries();
      shown = current;
    });
  }, [queries]);

  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** Undefined while nothing is known. A user whose session has expired is still the same. */
function identity(state: SessionState): string | null | undefined {
  if (state.status === 'starting') return undefined;
  return 'user' in state ? String(state.user.id) : null;
}

import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { events, FakePlatform, json } from '@/test/fake-platform';
import type { Submission } from '@/lib/judging/judging';
import { submissionQuery } from './submissions';
import { useFollowedSubmission } from './use-followed';

const stateRoute = 'GET /api/v1/submissions/1';
const eventsRoute = 'GET /api/v1/submissions/1/events';
const submission = (status: string, total: number | null) =>
  ({ id: 1, status, tests: [], tests_total: total }) as unknown as Submission;

test('an answer older than the events undoes nothing of them', async () => {
  let answer: (state: Response) => void = () => undefined;
  const platform = FakePlatform.install()
    .on(stateRoute, () => new Promise<Response>((resolve) => (answer = resolve)))
    .on(eventsRoute, () =>
      events({ event: 'submission', data: submission('judging', 12), id: '3' }),
    );
  const client = createQueryClient();
  client.setQueryData(submissionQuery(1).queryKey, submission('queued', null));
  const { result, unmount } = renderHook(() => useFollowedSubmission(1), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  await waitFor(() => expect(platform.requests(stateRoute)).toHaveLength(1));
  expect(platform.requests(eventsRoute)).toHaveLength(0);
  answer(json(submission('queued', null)));
  await waitFor(() => expect(result.current.submission?.tests_total).toBe(12));
  expect(result.current.submission?.status).toBe('judging');
  unmount();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { events, FakePlatform, json, problem } from '@/test/fake-platform';
import { follow } from './follow';
import type { JudgedTest, SubmissionState } from './judging';

const submission = (status: string) => ({ id: 1, status }) as unknown as SubmissionState;
const judged = (index: number) => ({ index, verdict: 'AC' }) as unknown as JudgedTest;
const eventsRoute = 'GET /api/v1/submissions/1/events';
const stateRoute = 'GET /api/v1/submissions/1';

let platform: FakePlatform;
let seen: string[];
const listener = {
  onState: (state: SubmissionState) => void seen.push(state.status),
  onTest: (test: JudgedTest) => void seen.push(`test ${test.index}`),
};
async function following(): Promise<void> {
  const done = follow('submissions', 1, listener, new AbortController().signal);
  await Promise.allSettled([done, vi.advanceTimersByTimeAsync(30_000)]);
  return done;
}

beforeEach(() => {
  seen = [];
  platform = FakePlatform.install();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('hands on states and tests as they arrive, and ends with the final state', async () => {
  platform.on(eventsRoute, () =>
    events(
      { event: 'submission', data: submission('judging') },
      { event: 'test', data: judged(1) },
      { event: 'submission', data: submission('judged') },
    ),
  );
  await following();
  expect(seen).toEqual(['judging', 'test 1', 'judged']);
  expect(platform.received).toHaveLength(1);
});

test('resumes a stream that broke off where it ended', async () => {
  platform.on(eventsRoute, ({ headers }) =>
    headers.get('Last-Event-ID') === '5'
      ? events({ event: 'submission', data: submission('judged'), id: '6' })
      : events({ event: 'test', data: judged(1), id: '5' }),
  );
  await following();
  expect(seen).toEqual(['test 1', 'judged']);
});

test('asks again and again where streams do not get through', async () => {
  const states = ['queued', 'judging', 'judged'];
  platform
    .on(eventsRoute, () => problem(502, 'bad_gateway'))
    .on(stateRoute, () => json(submission(states.shift() ?? 'judged')));
  await following();
  expect(seen).toEqual(['queued', 'judging', 'judged']);
});

test('goes on asking through a passing failure', async () => {
  const answers = [problem(503, 'unavailable'), json(submission('judged'))];
  platform
    .on(eventsRoute, () => problem(502, 'bad_gateway'))
    .on(stateRoute, () => answers.shift() ?? problem(500, 'internal'));
  await following();
  expect(seen).toEqual(['judged']);
});

test('does not insist when the submission may not be read', async () => {
  platform.on(eventsRoute, () => problem(404, 'submission_not_found'));
  await expect(following()).rejects.toMatchObject({ code: 'submission_not_found' });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';

const user = { id: 7, username: 'lan', role: 'learner', display_name: 'Lan', locale: 'vi' };
const answer = (token: string, expires_in = 600) => ({ access_token: token, expires_in, user });

// The session is one per page, so each test loads the modules as a page would.
async function page() {
  vi.resetModules();
  const { session } = await import('./session');
  const { fetchJson } = await import('./client');
  return { session, fetchJson };
}

let platform: FakePlatform;
beforeEach(() => {
  platform = FakePlatform.install();
});

test('a guest costs no refused request', async () => {
  const { session } = await page();
  expect(await session.token()).toBeNull();
  expect(session.state.value.status).toBe('anonymous');
  expect(platform.received).toEqual([]);
});

test('a session survives a reload through the cookie, and the token is never stored', async () => {
  const first = await page();
  first.session.begin({ ...answer('secret-token'), user } as never);
  platform.on('POST /api/v1/auth/refresh', () => json(answer('fresh-token')));

  const second = await page();
  expect(await second.session.token()).toBe('fresh-token');
  expect(second.session.state.value).toMatchObject({ status: 'signed-in', user: { id: 7 } });
  expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/secret-token|fresh-token/);
});

test('many requests with an ended token share one refresh', async () => {
  const { session, fetchJson } = await page();
  session.begin(answer('old', 0) as never);
  platform
    .on('POST /api/v1/auth/refresh', () => json(answer('new')))
    .on('GET /api/v1/progress', ({ headers }) =>
      headers.get('Authorization') === 'Bearer new'
        ? json({ solved: 1 })
        : problem(401, 'token_expired'),
    );
  const answers = await Promise.all([1, 2, 3].map(() => fetchJson('GET /progress')));
  expect(answers).toEqual([{ solved: 1 }, { solved: 1 }, { solved: 1 }]);
  expect(platform.requests('POST /api/v1/auth/refresh')).toHaveLength(1);
});

test('a token that the platform refuses is refreshed once and the request sent again', async () => {
  const { session, fetchJson } = await page();
  session.begin(answer('revoked') as never);
  platform
    .on('POST /api/v1/auth/refresh', () => json(answer('new')))
    .on('GET /api/v1/progress', ({ headers }) =>
      headers.get('Authorization') === 'Bearer new' ? json({}) : problem(401, 'token_invalid'),
    );
  await fetchJson('GET /progress');
  expect(platform.requests('GET /api/v1/progress')).toHaveLength(2);
});

async function expiredWhileAsking() {
  const { session, fetchJson } = await page();
  session.begin(answer('revoked') as never);
  platform
    .on('POST /api/v1/auth/refresh', () => problem(401, 'refresh_invalid'))
    .on('GET /api/v1/progress', ({ headers }) =>
      headers.get('Authorization') === 'Bearer anew'
        ? json({ solved: 1 })
        : problem(401, 'token_expired'),
    );
  const asked = fetchJson('GET /progress');
  asked.catch(() => undefined);
  await vi.waitFor(() => expect(session.state.value.status).toBe('expired'));
  return { session, asked };
}

test('when even the refresh is refused, the session is expired but the user stays known', async () => {
  const { session } = await expiredWhileAsking();
  expect(session.state.value).toMatchObject({ status: 'expired', user: { username: 'lan' } });
  expect(platform.requests('POST /api/v1/auth/refresh')).toHaveLength(1);
});

test('a request that found the session expired goes on when the user has signed in anew', async () => {
  const { session, asked } = await expiredWhileAsking();
  session.begin(answer('anew') as never);
  await expect(asked).resolves.toEqual({ solved: 1 });
});

test('it fails when the user goes on without signing in, or another one signs in', async () => {
  const left = await expiredWhileAsking();
  left.session.abandon();
  await expect(left.asked).rejects.toMatchObject({ code: 'token_expired' });

  const changed = await expiredWhileAsking();
  changed.session.begin({ ...answer('anew'), user: { ...user, id: 8 } } as never);
  await expect(changed.asked).rejects.toMatchObject({ code: 'token_expired' });
});

test('a request that nobody waits for any more does not wait for the user either', async () => {
  const { session, fetchJson } = await page();
  session.begin(answer('revoked') as never);
  platform
    .on('POST /api/v1/auth/refresh', () => problem(401, 'refresh_invalid'))
    .on('GET /api/v1/progress', () => problem(401, 'token_expired'));
  const stop = new AbortController();
  const asked = fetchJson('GET /progress', { signal: stop.signal });
  asked.catch(() => undefined);
  await vi.waitFor(() => expect(session.state.value.status).toBe('expired'));
  stop.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('asks with growing pauses who is signed in until there is an answer, and says so', async () => {
  localStorage.setItem('touchstone.signed-in', '7');
  vi.useFakeTimers();
  platform.on('POST /api/v1/auth/refresh', () => problem(503, 'unavailable'));
  const { session } = await page();
  const asked = () => platform.requests('POST /api/v1/auth/refresh').length;
  await vi.advanceTimersByTimeAsync(500);
  expect(session.state.value).toEqual({ status: 'starting', unreachable: true });
  const seen: number[] = [];
  for (const seconds of [1, 2, 4, 8]) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    seen.push(asked());
  }
  expect(seen).toEqual([2, 3, 4, 5]);

  session.tryAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(6);
  platform.on('POST /api/v1/auth/refresh', () => json(answer('token')));
  session.tryAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.state.value.status).toBe('signed-in');
  vi.useRealTimers();
});

test('a refresh that is not answered leaves the session as it is', async () => {
  const { session, fetchJson } = await page();
  session.begin(answer('old', 0) as never);
  platform.on('POST /api/v1/auth/refresh', () => problem(503, 'unavailable'));
  await expect(fetchJson('GET /progress')).rejects.toMatchObject({ code: 'unavailable' });
  expect(session.state.value.status).toBe('signed-in');
});

test('signing out forgets the session even if the platform cannot be told', async () => {
  const { session } = await page();
  session.begin(answer('token') as never);
  platform.on('POST /api/v1/auth/logout', () => problem(503, 'unavailable'));
  await expect(session.signOut()).rejects.toThrow();
  expect(session.state.value.status).toBe('anonymous');
  expect(localStorage.getItem('touchstone.signed-in')).toBeNull();
});

test('signing out in another tab signs this one out too', async () => {
  const { session } = await page();
  session.begin(answer('token') as never);
  window.dispatchEvent(
    new StorageEvent('storage', { key: 'touchstone.signed-in', newValue: null }),
  );
  expect(session.state.value.status).toBe('anonymous');
});

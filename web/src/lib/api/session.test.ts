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

test('when even the refresh is refused, the session is expired but the user stays known', async () => {
  const { session, fetchJson } = await page();
  session.begin(answer('revoked') as never);
  platform
    .on('POST /api/v1/auth/refresh', () => problem(401, 'refresh_invalid'))
    .on('GET /api/v1/progress', () => problem(401, 'token_expired'));
  await expect(fetchJson('GET /progress')).rejects.toMatchObject({ code: 'token_expired' });
  expect(session.state.value).toMatchObject({ status: 'expired', user: { username: 'lan' } });
  expect(platform.requests('POST /api/v1/auth/refresh')).toHaveLength(1);
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

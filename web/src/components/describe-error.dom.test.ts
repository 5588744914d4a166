import { expect, test } from 'vitest';
import { describeError } from './describe-error';
import { problem } from '@/test/fake-platform';
import { ConnectionLost, readProblem } from '@/lib/api/problem';

test('reads code, faults and request id', async () => {
  const refused = await readProblem(
    problem(400, 'invalid_request', {
      request_id: 'abc',
      errors: [{ field: 'password', message: 'short', code: 'password_too_short' }, 'nonsense'],
    }),
  );
  expect(refused).toMatchObject({
    status: 400,
    code: 'invalid_request',
    requestId: 'abc',
    faults: [{ field: 'password', code: 'password_too_short' }],
  });
});

test('makes sense of an answer that is no problem document', async () => {
  const refused = await readProblem(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect(refused.code).toBe('bad_gateway');
  expect(describeError(refused, 'en')).toMatch(/not available/);
});

test('speaks the language of the reader, by the code', async () => {
  const refused = await readProblem(problem(409, 'username_taken', { detail: 'internal words' }));
  expect(describeError(refused, 'en')).toBe('This user name is taken.');
  expect(describeError(refused, 'vi')).toBe('Tên đăng nhập này đã có người dùng.');
});

test('falls back to the detail for a code it does not know', async () => {
  const refused = await readProblem(problem(400, 'moon_phase', { detail: 'Wait for full moon.' }));
  expect(describeError(refused, 'vi')).toBe('Wait for full moon.');
});

test('says how long to wait', async () => {
  const response = problem(429, 'rate_limited');
  response.headers.set('Retry-After', '7');
  expect(describeError(await readProblem(response), 'en')).toMatch(/in 7 seconds/);
});

test('distinguishes a lost connection from an error', () => {
  expect(describeError(new ConnectionLost(new TypeError()), 'en')).toMatch(/connection/);
  expect(describeError(new TypeError('bug'), 'en')).toMatch(/unexpected/);
});

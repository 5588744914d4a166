import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { Outbox } from './outbox';
import type { Submission } from '@/lib/judging/judging';

const route = 'POST /api/v1/submissions';
const code = { exercise_id: 3, language: 'python3', source: 'print(1)' };
const submission = { id: 11, status: 'queued', tests: [] };

let platform: FakePlatform;
let sent: Submission['id'][];
const onSent = ({ id }: Submission) => void sent.push(id);
const keys = () => platform.requests(route).map(({ headers }) => headers.get('Idempotency-Key'));
const delivery = (outbox: Outbox) => outbox.parcels.value.map((parcel) => parcel.delivery);
const stored = () => Object.keys(localStorage).filter((key) => key.includes('outbox'));

beforeEach(() => {
  sent = [];
  platform = FakePlatform.install();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('sends a submission, and keeps nothing of it', async () => {
  platform.on(route, () => json(submission, 201));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  expect(stored()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(platform.requests(route)[0]?.body).toEqual(code);
  expect(delivery(outbox)).toEqual([{ status: 'sent', id: 11 }]);
  expect(sent).toEqual([11]);
  expect(stored()).toEqual([]);
});

test('goes on for as long as it takes, under one key', async () => {
  let open = false;
  platform.on(route, () => (open ? json(submission, 201) : problem(503, 'unavailable')));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(delivery(outbox)).toEqual([{ status: 'waiting' }]);
  open = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual([11]);
  expect(new Set(keys()).size).toBe(1);
});

test('waits for a connection that is lost', async () => {
  let lost = true;
  const answer = () => {
    if (lost) throw new TypeError('Failed to fetch');
    return json(submission, 201);
  };
  platform.on(route, answer).on('GET /health', answer);
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(keys()).toHaveLength(1);
  lost = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual([11]);
});

test('sends again what was never answered', async () => {
  const answers = [new Promise<Response>(() => undefined), json(submission, 201)];
  platform
    .on(route, () => answers.shift() ?? problem(500, 'internal'))
    .on('GET /health', () => json({}));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(keys()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([11]);
  expect(new Set(keys()).size).toBe(1);
});

test('what was left unsent goes out under its key when the page is opened again', async () => {
  platform.on(route, () => problem(503, 'unavailable'));
  const before = new Outbox();
  const close = before.open('7', onSent);
  before.submit(code);
  await vi.advanceTimersByTimeAsync(0);
  close();

  platform.on(route, () => json(submission, 201));
  const other = new Outbox();
  other.open('8', onSent);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);

  const after = new Outbox();
  after.open('7', onSent);
  expect(after.parcels.value).toMatchObject([{ code, delivery: { status: 'waiting' } }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([11]);
  expect(new Set(keys()).size).toBe(1);
  expect(stored()).toEqual([]);
});

test('gives up what the platform refuses', async () => {
  platform.on(route, () => problem(400, 'source_empty'));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(delivery(outbox)).toMatchObject([{ status: 'refused', error: { code: 'source_empty' } }]);
  expect(keys()).toHaveLength(1);
  expect(stored()).toEqual([]);
});

test('waits as long as a limit of requests asks for', async () => {
  const limited = problem(429, 'rate_limited');
  limited.headers.set('Retry-After', '20');
  const answers = [limited, json(submission, 201)];
  platform.on(route, () => answers.shift() ?? problem(500, 'internal'));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(keys()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual([11]);
});

test('keeps a submission whose user has no session any more', async () => {
  platform.on(route, () => problem(401, 'unauthenticated'));
  const outbox = new Outbox();
  outbox.open('7', onSent);
  outbox.submit(code);
  await vi.advanceTimersByTimeAsync(0);
  expect(stored()).toHaveLength(1);
});

import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { slugOf, type AuthoredExercise } from '../api/authoring';
import { PublishDialog } from './publish-dialog';

const exercise: AuthoredExercise = {
  id: 7,
  slug: 'sum',
  title: 'The sum',
  revision: 3,
  is_active: true,
  updated_at: '2026-03-03T00:00:00Z',
};
const archive = new File(['PK'], 'Tổng Đẹp.zip', { type: 'application/zip' });
const published = { id: 7, slug: 'sum', revision: 4, is_active: true, warnings: [] };

let platform: FakePlatform;
const onPublished = vi.fn();
const onDraft = vi.fn();

function open(of: AuthoredExercise | null) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <PublishDialog
        exercise={of}
        onPublished={onPublished}
        onDraft={onDraft}
        onClose={() => undefined}
      />
    </QueryClientProvider>,
  );
}

async function upload(file: File) {
  await userEvent.upload(screen.getByLabelText('Problem package'), file);
  await userEvent.click(screen.getByRole('button', { name: 'Upload' }));
}

beforeEach(() => {
  platform = FakePlatform.install();
  onPublished.mockClear();
});

test('shows every fault of a package, until another file is chosen', async () => {
  const errors = [
    { field: 'problem.yaml', code: 'package_invalid', message: 'name is missing' },
    { field: 'data/secret/2.in', code: 'package_invalid', message: 'has no answer file' },
  ];
  platform.on('POST /api/v1/exercises', () => problem(422, 'package_invalid', { errors }));
  open(null);
  await upload(archive);
  expect(await screen.findByText(/name is missing/)).toBeVisible();
  expect(screen.getByText('data/secret/2.in')).toBeVisible();
  expect(screen.getByText(/has no answer file/)).toBeVisible();
  const better = new File(['PK'], 'better.zip', { type: 'application/zip' });
  await userEvent.upload(screen.getByLabelText('Problem package'), better);
  expect(screen.queryByText(/name is missing/)).toBeNull();
});

test('shows why the second attempt was refused, too', async () => {
  const errors = [{ field: 'problem.yaml', code: 'package_invalid', message: 'name is missing' }];
  let attempts = 0;
  platform.on('POST /api/v1/exercises', () =>
    attempts++ === 0 ? problem(422, 'package_invalid', { errors }) : problem(409, 'no_judge'),
  );
  open(null);
  await upload(archive);
  expect(await screen.findByText(/name is missing/)).toBeVisible();
  await upload(new File(['PK'], 'better.zip', { type: 'application/zip' }));
  expect(await screen.findByText(/No judge is running/)).toBeVisible();
});

test('shows what the author of a package should know, then closes', async () => {
  const warnings = [
    { field: 'README.md', code: 'package_warning', message: 'is not used' },
    { field: 'problem.yaml:3', code: 'package_warning', message: 'license is not shown' },
  ];
  platform.on('PUT /api/v1/exercises/7', () => json({ ...published, warnings }));
  open(exercise);
  await upload(archive);
  expect(await screen.findByText('problem.yaml:3')).toBeVisible();
  expect(screen.getByText(/2 things in it/)).toBeVisible();
  expect(screen.getByText(/license is not shown/)).toHaveTextContent('Warning:');
  expect(onPublished).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onPublished).toHaveBeenCalledWith({ ...published, warnings });
});

test('names a new exercise after its file', async () => {
  platform.on('POST /api/v1/exercises', () => json(published, 201));
  open(null);
  await upload(archive);
  await waitFor(() => expect(onPublished).toHaveBeenCalled());
  const [request] = platform.requests('POST /api/v1/exercises');
  expect(request?.query.get('name')).toBe('tong-dep');
  expect(request?.headers.get('Content-Type')).toBe('application/zip');
});

test('a new revision replaces the one that the author saw, no other', async () => {
  platform.on('PUT /api/v1/exercises/7', () => json(published));
  open(exercise);
  await upload(archive);
  await waitFor(() => expect(onPublished).toHaveBeenCalled());
  expect(platform.requests('PUT /api/v1/exercises/7')[0]?.headers.get('If-Match')).toBe('"3"');
});

const checking = {
  id: 5,
  state: 'checking',
  draft_id: 11,
  check_id: 9,
  warnings: [],
  published: null,
  problem: null,
  created_at: '2026-03-03T00:00:00Z',
  ended_at: null,
};

test('follows the check of a judge until the package is published', async () => {
  platform.on('POST /api/v1/exercises', () => json(checking, 202));
  platform.on('GET /api/v1/checks/9', () => json({ tests_total: 4, tests: [{}] }));
  let looks = 0;
  platform.on('GET /api/v1/authoring/imports/5', () =>
    json(looks++ === 0 ? checking : { ...checking, state: 'published', published }),
  );
  open(null);
  await upload(archive);
  expect(await screen.findByText(/1 of 4 tests/)).toBeVisible();
  await waitFor(() => expect(onPublished).toHaveBeenCalledWith(published), { timeout: 4_000 });
  expect(onPublished).toHaveBeenCalledOnce();
});

test('shows why a package was not published, and opens what it became', async () => {
  const problem = {
    status: 422,
    code: 'solutions_differ',
    detail: 'Not every solution got its expected verdict; see errors.',
    errors: [{ field: 'submissions/accepted/a.py', code: 'solution_differs', message: 'got WA' }],
  };
  platform.on('POST /api/v1/exercises', () => json(checking, 202));
  platform.on('GET /api/v1/authoring/imports/5', () =>
    json({ ...checking, state: 'refused', problem }),
  );
  platform.on('GET /api/v1/checks/9', () => json({ tests_total: null, tests: [] }));
  open(null);
  await upload(archive);
  expect(await screen.findByText('submissions/accepted/a.py')).toBeVisible();
  expect(screen.getByText(/got WA/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Open as a draft' }));
  expect(onDraft).toHaveBeenCalledWith(11);
  expect(onPublished).not.toHaveBeenCalled();
});

test('asks for a file first', async () => {
  open(null);
  await userEvent.click(screen.getByRole('button', { name: 'Upload' }));
  const field = screen.getByLabelText('Problem package');
  expect(field).toHaveAccessibleDescription(/Choose a file first\./);
  expect(field).toHaveFocus();
  expect(platform.received).toEqual([]);
});

test.each([
  ['sum-of-two.zip', 'sum-of-two'],
  ['  Ước & bội!.ZIP', 'uoc-boi'],
])('%s becomes %s', (fileName, slug) => {
  expect(slugOf(fileName)).toBe(slug);
});

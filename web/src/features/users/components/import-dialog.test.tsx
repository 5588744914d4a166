import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createQueryClient } from '@/lib/api/query-client';
import { FakePlatform, json, problem } from '@/test/fake-platform';
import { ImportDialog } from './import-dialog';

const route = 'POST /api/v1/users/import';
const table = new File(['username\nan\n'], 'class.csv', { type: 'text/csv' });
const report = (dryRun: boolean) => ({
  dry_run: dryRun,
  created: 1,
  updated: 0,
  unchanged: 0,
  faults: 1,
  lines: [
    { line: 2, username: 'an', outcome: 'created', field: null, code: null, message: null },
    {
      line: 3,
      username: '!',
      outcome: 'fault',
      field: 'username',
      code: 'username_reserved',
      message: 'is reserved',
    },
  ],
});

let platform: FakePlatform;

beforeEach(() => {
  platform = FakePlatform.install().on(route, ({ query }) =>
    json(report(query.get('dry_run') === 'true')),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ImportDialog onClose={() => undefined} />
    </QueryClientProvider>,
  );
});

async function check() {
  await userEvent.upload(screen.getByLabelText('CSV file'), table);
  await userEvent.click(screen.getByRole('checkbox', { name: /mail with a link/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
}

test('shows what would become of each line before anything is changed', async () => {
  await check();
  expect(await screen.findByText(/This user name is reserved/)).toBeVisible();
  expect(platform.requests(route).map(({ query }) => query.get('dry_run'))).toEqual(['true']);
  await userEvent.click(screen.getByRole('button', { name: 'Import 1 line' }));
  expect(await screen.findByText('Accounts created: 1, changed: 0.')).toBeVisible();
  const sent = platform.requests(route).at(-1);
  expect(sent?.query.get('dry_run')).toBe('false');
  expect(sent?.query.get('invite')).toBe('true');
  expect(sent?.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(screen.queryByRole('button', { name: 'Import 1 line' })).toBeNull();
});

test('says why a file can not be read, and takes another one', async () => {
  platform.on(route, () => problem(400, 'csv_invalid'));
  await check();
  expect(await screen.findByText(/This is not a table in CSV/)).toBeVisible();
  expect(screen.getByLabelText('CSV file')).toBeVisible();
});

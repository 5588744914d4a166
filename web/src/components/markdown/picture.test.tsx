import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { session, type SignedIn } from '@/lib/api/session';
import { FakePlatform, problem } from '@/test/fake-platform';
import RenderedMarkdown from './rendered-markdown';

const task = 'GET /files/task.pdf';
const pdf = () => new Response('%PDF-1.4', { headers: { 'Content-Type': 'application/pdf' } });

let platform: FakePlatform;
beforeEach(() => {
  platform = FakePlatform.install();
  // jsdom makes no objects.
  let made = 0;
  URL.createObjectURL = vi.fn(() => `blob:${++made}`);
  URL.revokeObjectURL = vi.fn();
});
afterEach(() => session.abandon());

function viewer(there: boolean): void {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: there, configurable: true });
}

const show = (text: string, hidden = false) =>
  render(<RenderedMarkdown text={text} base="/files/" hidden={hidden} />).container;
const link = () => screen.getByRole('link', { name: 'Download the PDF' });

function signIn(): void {
  const user = { id: 1, username: 'author' } as SignedIn['user'];
  session.begin({ access_token: 'mine', expires_in: 900, user } as SignedIn);
}

describe('A PDF', () => {
  test('is a download, and below it a frame where the browser can show it', async () => {
    viewer(true);
    platform.on(task, pdf);
    show('![Task](task.pdf) ![](pic.png)');
    const frame = await screen.findByTitle('Task');
    expect(frame).toHaveAttribute('src', 'blob:1');
    expect(link()).toHaveAttribute('href', '/files/task.pdf');
    expect(link()).toHaveAttribute('download', 'task.pdf');
    expect(link().compareDocumentPosition(frame)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(document.querySelectorAll('img')).toHaveLength(1);
  });

  test('is a download alone in a browser without a viewer', () => {
    viewer(false);
    const page = show('![Task](task.pdf)');
    expect(link()).toHaveAttribute('href', '/files/task.pdf');
    expect(page.querySelector('iframe')).toBeNull();
    expect(platform.received).toEqual([]);
  });

  test('that does not come is reported, and asked for again', async () => {
    viewer(true);
    platform.on(task, () => problem(503, 'unavailable'));
    show('![Task](task.pdf)');
    expect(await screen.findByRole('alert')).toHaveTextContent('The PDF could not be loaded.');
    expect(link()).toBeVisible();
    platform.on(task, pdf);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTitle('Task')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('elsewhere is only a link, and gets no token', () => {
    viewer(true);
    signIn();
    show('![A](https://example.org/files/a.pdf) ![B](//example.org/b.pdf) ![C](../c.pdf)', true);
    expect(screen.getByRole('link', { name: 'A' })).toHaveAttribute(
      'href',
      expect.stringContaining('example'),
    );
    expect(screen.getByRole('link', { name: 'B' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'C' })).toBeVisible();
    expect(platform.received).toEqual([]);
  });
});

describe('A file of a hidden exercise is read as the author', () => {
  beforeEach(signIn);
  const forAuthors = (route: string) =>
    platform.on(route, ({ headers }) =>
      headers.get('Authorization') === 'Bearer mine' ? pdf() : problem(404, 'not_found'),
    );

  test.each([true, false])('a PDF, with a viewer: %s', async (there) => {
    viewer(there);
    forAuthors(task);
    const page = show('![Task](task.pdf)', true);
    expect(await screen.findByRole('link')).toHaveAttribute('href', 'blob:1');
    expect(link()).toHaveAttribute('download', 'task.pdf');
    expect(page.querySelectorAll('iframe')).toHaveLength(there ? 1 : 0);
  });

  test('any other file that a text links to, once it is asked for', async () => {
    forAuthors('GET /files/table.csv');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    show('[Table](table.csv) [elsewhere](https://example.org/files/a.csv)', true);
    expect(platform.received).toEqual([]);
    await userEvent.click(screen.getByRole('link', { name: 'Table' }));
    await vi.waitFor(() => expect(click).toHaveBeenCalled());
    expect(click.mock.instances[0]).toHaveAttribute('href', 'blob:1');
    expect(click.mock.instances[0]).toHaveAttribute('download', 'table.csv');
    platform.on('GET /files/table.csv', () => problem(503, 'unavailable'));
    await userEvent.click(screen.getByRole('link', { name: 'Table' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The file could not be loaded.');
    click.mockRestore();
  });

  test('a picture', async () => {
    forAuthors('GET /files/grid.png');
    show('![The grid](grid.png)', true);
    const picture = screen.getByRole('img', { name: 'The grid' });
    await vi.waitFor(() => expect(picture).toHaveAttribute('src', 'blob:1'));
  });
});

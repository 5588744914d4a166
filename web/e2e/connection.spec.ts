import { expect, test } from './fixtures';
import { programs } from './programs';

test('what is typed while the platform is away is kept, and submitted once when it is back', async ({
  page,
  context,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', '# before\n');

  await context.setOffline(true);
  await learner.replaceCode('Python 3', programs.right);
  await learner.press(words.submit);
  await expect(page.getByText(words.connectionLost)).toBeVisible();
  await expect(page.getByText(words.waiting)).toBeVisible();
  await expect(page.getByText(words.draftKept)).toBeVisible();
  await picture('offline');

  await context.setOffline(false);
  await expect(page.getByText(words.connectionLost)).toBeHidden();
  await expect(learner.outcome()).toContainText(words.accepted);

  await page.reload();
  await expect(learner.editor('Python 3')).toContainText('print(a + b)');
  await learner.goTo(words.submissions);
  await expect(page.getByRole('row', { name: words.sumOfTwo })).toHaveCount(1);
});

test('a verdict that came while the platform was away arrives later', async ({
  page,
  context,
  learner,
  words,
}) => {
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', programs.slow);
  const sent = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/submissions'),
  );
  await learner.press(words.submit);
  await (await sent).finished();
  await context.setOffline(true);
  await expect(page.getByText(words.connectionLost)).toBeVisible();
  await context.setOffline(false);
  await expect(learner.outcome()).toContainText(words.accepted);
});

test('a submission made without a connection survives a reload, and is sent exactly once', async ({
  page,
  context,
  learner,
  words,
}) => {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/submissions')) return;
    keys.push(request.headers()['idempotency-key']);
  });
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', programs.right);
  await context.setOffline(true);
  await learner.press(words.submit);
  await expect(page.getByText(words.waiting)).toBeVisible();

  // The page can be loaded again, but submissions don't get through yet.
  await page.route('**/api/v1/submissions', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(words.waiting)).toBeVisible();
  await learner.goTo(words.progress);
  // Going back at once could leave the exercise instead, before the browser's history has the new page.
  await expect(page.getByRole('heading', { level: 1, name: words.progress })).toBeVisible();
  await page.unroute('**/api/v1/submissions');
  await page.goBack();
  await expect(learner.outcome()).toContainText(words.accepted);
  expect(keys.length).toBeGreaterThan(2);
  expect(new Set(keys).size).toBe(1);

  await page.reload();
  await learner.goTo(words.submissions);
  await expect(page.getByRole('row', { name: words.sumOfTwo })).toHaveCount(1);
});

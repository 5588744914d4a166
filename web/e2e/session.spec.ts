import { expect, test } from './fixtures';
import { programs } from './programs';

test('a platform that cannot say who is signed in is asked again, and the page opens by itself', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  const refresh = '**/api/v1/auth/refresh';
  let asked = 0;
  await page.route(refresh, (route) => {
    asked += 1;
    return route.fulfill({ status: 503 });
  });
  await page.goto('/progress');
  await expect(page.getByRole('heading', { name: words.unreachable })).toBeVisible();
  await picture('unreachable');
  const before = asked;
  await learner.press(words.tryAgain);
  await expect.poll(() => asked).toBeGreaterThan(before);
  await expect(page.getByRole('heading', { name: words.unreachable })).toBeVisible();

  await page.unroute(refresh);
  await expect(page.getByRole('heading', { name: words.myProgress })).toBeVisible();
  await learner.seesToBeSignedIn();
});

test('who signs in anew over the page goes on with what they had begun', async ({
  page,
  context,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', programs.right);

  // The session ends: its cookie is gone, and its token is refused.
  const submissions = '**/api/v1/submissions';
  await context.clearCookies();
  await page.route(submissions, (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Expired', status: 401, code: 'token_expired' },
    }),
  );
  await learner.press(words.submit);
  const dialog = page.getByRole('dialog', { name: words.sessionEnded });
  await expect(dialog).toBeVisible();
  await page.unroute(submissions);
  await dialog.getByLabel(words.password, { exact: true }).fill('not the password');
  await dialog.getByRole('button', { name: words.signIn, exact: true }).click();
  await expect(dialog.getByRole('alert').getByText(words.credentialsInvalid)).toBeVisible();
  await picture('session-ended');
  await dialog.getByLabel(words.password, { exact: true }).fill(learner.password);
  await dialog.getByRole('button', { name: words.signIn, exact: true }).click();

  await expect(dialog).toBeHidden();
  await expect(learner.outcome()).toContainText(words.accepted);
  await expect(page.getByText(words.sessionEnded)).toBeHidden();
  await expect(learner.editor('Python 3')).toContainText('print(a + b)');
});

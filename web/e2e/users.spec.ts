import { expect, test } from './fixtures';
import { Learner } from './learner';

test('an administrator makes a learner an author, then closes the account', async ({
  page,
  browser,
  administrator,
  words,
  picture,
}) => {
  const elsewhere = await browser.newContext();
  const learner = new Learner(await elsewhere.newPage(), words);
  await learner.register();
  const navigation = learner.page.getByRole('navigation').getByRole('link');
  await expect(navigation.filter({ hasText: words.author })).toHaveCount(0);
  await learner.page.goto('/author');
  await expect(learner.page.getByRole('heading', { name: words.notForYou })).toBeVisible();
  await learner.page.goto('/admin/users');
  await expect(learner.page.getByRole('heading', { name: words.notForYou })).toBeVisible();

  await administrator.goTo(words.administration);
  await page.getByRole('searchbox', { name: words.searchUsers }).fill(learner.username);
  const row = page.getByRole('row', { name: learner.username });
  await expect(page.getByRole('row')).toHaveCount(2);
  await row.getByRole('combobox').selectOption('author');
  await picture('change-role');
  await page.getByRole('dialog').getByRole('button', { name: words.changeRole }).click();
  await expect(row.getByRole('combobox')).toHaveValue('author');
  await picture('users');

  await learner.signIn();
  await learner.seesToBeSignedIn();
  await learner.goTo(words.author);
  await expect(learner.page.getByRole('button', { name: words.newExercise })).toBeVisible();

  await row.getByRole('button', { name: words.closeAccount(learner.username) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.close, exact: true }).click();
  await expect(row).toContainText(words.closed);
  await learner.signIn();
  await expect(learner.page.getByRole('alert').getByText(words.accountInactive)).toBeVisible();
  await elsewhere.close();
});

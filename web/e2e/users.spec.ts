import { randomBytes } from 'node:crypto';
import { seriousViolations } from './accessibility';
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

test('an administrator imports a class, lets people in, and finds it in the audit log', async ({
  page,
  administrator,
  words,
  picture,
}) => {
  const name = `class-${randomBytes(4).toString('hex')}`;
  const dialog = page.getByRole('dialog');
  await administrator.goTo(words.administration);
  await administrator.press(words.importUsers);
  await dialog.getByLabel(words.csvFile, { exact: true }).setInputFiles({
    name: 'class.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `username;email;display_name\n${name};${name}@example.org;Nguyễn Văn An\n!!;x;y\n`,
    ),
  });
  await dialog.getByRole('button', { name: words.checkFile, exact: true }).click();
  await expect(dialog.getByRole('row', { name })).toContainText(words.importNew);
  await expect(dialog.getByRole('row', { name: '!!' })).toBeVisible();
  await picture('import');
  expect.soft(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.importLines(1), exact: true }).click();
  await expect(dialog.getByText(words.imported(1, 0))).toBeVisible();
  await dialog.getByRole('button', { name: words.closeWindow, exact: true }).click();

  await page.getByRole('searchbox', { name: words.searchUsers }).fill(name);
  await expect(page.getByRole('row', { name })).toContainText('Nguyễn Văn An');
  await page.getByRole('combobox', { name: words.role, exact: true }).selectOption('author');
  await expect(page.getByText(words.noUsers)).toBeVisible();

  await page.getByRole('link', { name: words.registration, exact: true }).click();
  await page.getByLabel(words.inviteEmail).fill(`${name}@example.com`);
  await administrator.press(words.invite);
  await expect(page.getByRole('rowheader', { name: `${name}@example.com` })).toBeVisible();
  await picture('registration');

  await page.getByRole('link', { name: words.audit, exact: true }).click();
  await page.getByLabel(words.auditKind).fill('invitation.created');
  await expect(page.getByRole('rowheader', { name: 'invitation.created' }).first()).toBeVisible();
  await picture('audit');
});

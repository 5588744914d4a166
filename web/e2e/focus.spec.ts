import { expect, test } from './fixtures';
import { Learner } from './learner';

test('a refused form says so and takes the focus to what is wrong', async ({
  page,
  learner,
  words,
}) => {
  await learner.register();
  await learner.signOut();

  await test.step('a name that is taken', async () => {
    const other = new Learner(page, words);
    await other.fillRegistration(learner.username);
    const field = page.getByLabel(words.username, { exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(words.usernameTaken);
    await expect(page.getByRole('alert').getByText(words.oneFault)).toBeAttached();
  });

  await test.step('a wrong password, twice', async () => {
    for (const attempt of ['wrong', 'wrong again']) {
      await learner.signIn(learner.username, attempt);
      const message = page.getByRole('alert').filter({ hasText: words.credentialsInvalid });
      await expect(message).toBeFocused();
    }
  });

  await test.step('a current password that is not it', async () => {
    await learner.signIn();
    await learner.seesToBeSignedIn();
    await page.goto('/profile/security');
    const section = page.getByRole('region', { name: words.changePassword, exact: true });
    const current = section.getByLabel(words.currentPassword, { exact: true });
    await current.fill('not the password');
    await section.getByLabel(words.newPassword, { exact: true }).fill('a password that is new');
    await learner.press(words.changePassword);
    await expect(current).toBeFocused();
  });
});

test('a closed dialog returns the focus to what opened it', async ({ page, learner, words }) => {
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', '# mine\n');
  const opener = page.getByRole('button', { name: words.startOver, exact: true });
  for (const answer of [words.keepMyCode, words.replaceMyCode]) {
    await opener.click();
    await page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  }
  await expect(learner.editor('Python 3')).not.toContainText('# mine');
});

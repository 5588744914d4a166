import { expect, test } from './fixtures';

test('a visitor tries an exercise, and submits what was typed after creating an account', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await page.goto('/');
  const link = page.getByRole('link', { name: words.tryExercise, exact: true });
  // Until the exercises are known it leads to their list.
  await expect(link).toHaveAttribute('href', /^\/exercises\/./);
  await link.click();
  await learner.write('Python 3', 'print("typed before")\n');
  await expect(page.getByText(words.draftKept)).toBeVisible();
  await picture('visitor');
  const address = page.url();
  await page.getByRole('main').getByRole('link', { name: words.register, exact: true }).click();
  await learner.fillRegistrationForm();
  await learner.seesToBeSignedIn();
  await expect(page).toHaveURL(address);
  await expect(learner.editor('Python 3')).toContainText('typed before');
  await learner.press(words.submit);
  await expect(learner.outcome()).toContainText(words.wrongAnswer);
});

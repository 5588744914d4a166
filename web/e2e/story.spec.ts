import { expect, test } from './fixtures';
import { programs } from './programs';

test('a learner registers, solves an exercise and finds the points everywhere', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await test.step('a guest looks around and registers', async () => {
    await page.goto('/exercises');
    await expect(page.getByRole('heading', { name: words.exercises, level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: words.sumOfTwo, exact: true })).toBeVisible();
    await picture('guest');
    await learner.register();
    await learner.goTo(words.exercises);
  });

  await test.step('finds the exercise by words, category and difficulty', async () => {
    // Statements are searched, too, so that others are found beside it.
    const found = page.getByRole('main').getByRole('listitem').filter({ hasText: words.sumOfTwo });
    const search = page.getByRole('searchbox', { name: words.search });
    // Slower than the search waits for the next key, which must not take the focus away.
    await search.pressSequentially(words.sumOfTwoWord, { delay: 300 });
    await expect(found).toHaveCount(1);
    await page.getByRole('combobox', { name: words.difficulty }).selectOption(words.hard);
    await expect(found).toHaveCount(0);
    await picture('filtered-away');
    await page.getByRole('combobox', { name: words.difficulty }).selectOption(words.easy);
    const category = page.getByRole('combobox', { name: words.category });
    const basics = await category.getByRole('option', { name: words.basics }).textContent();
    await category.selectOption(basics);
    await expect(found).toHaveCount(1);
    await picture('filtered');
    await learner.press(words.clearFilters);
    await expect(search).toHaveValue('');
    await page.getByRole('link', { name: words.sumOfTwo, exact: true }).click();
  });

  await test.step('reads the statement with its mathematics', async () => {
    const statement = page.getByRole('article');
    await expect(statement.getByRole('heading', { name: words.sumOfTwo })).toBeVisible();
    await expect(
      statement.getByRole('heading', { name: words.input, exact: true, level: 2 }),
    ).toBeVisible();
    await expect(statement.getByText(words.moreTime, { exact: true })).toBeVisible();
    await expect(statement.getByRole('math').first()).toBeAttached();
    await expect(statement.getByRole('figure', { name: words.sampleOutput })).toContainText('5');
  });

  await test.step('finds the code for C++ under C++23 too', async () => {
    await learner.chooseLanguage('C++23');
    await expect(learner.editor('C++23')).toContainText('int main()');
  });

  await test.step('writes code and runs it on the samples', async () => {
    await learner.write('Python 3', programs.slow);
    await learner.press(words.runSamples);
    const panel = learner.panel(words.samples);
    await expect(panel.getByText(words.allPassed)).toBeVisible();
    await expect(panel.getByRole('listitem')).toHaveCount(2);
    await picture('samples-passed');
  });

  await test.step('runs it on own input', async () => {
    await learner.choose(words.ownInput);
    await page.getByRole('textbox', { name: words.inputBox }).fill('40 2');
    await learner.press(words.runInput);
    const output = page.getByRole('figure', { name: words.output, exact: true });
    await expect(output.getByText('42', { exact: true })).toBeVisible();
    await picture('own-input');
  });

  await test.step('submits it and sees it judged test by test', async () => {
    await learner.press(words.submit);
    const panel = learner.panel(words.submission);
    await panel.getByText(words.judgedSoFar).waitFor();
    await picture('judging');
    await expect(learner.outcome()).toContainText(words.accepted);
    await expect(learner.outcome().getByText(words.allPassed)).toBeVisible();
    await expect(panel.getByText(words.points(50), { exact: true })).toBeVisible();
    await expect(panel.getByText(words.milliseconds).first()).toBeVisible();
    await expect(panel.getByText(words.memory).first()).toBeVisible();
    await picture('accepted');
  });

  await test.step('finds it among the submissions, with its code', async () => {
    await page.getByRole('link', { name: words.openSubmission, exact: true }).click();
    await expect(page.getByRole('heading', { name: words.sumOfTwo, level: 1 })).toBeVisible();
    await expect(learner.outcome()).toContainText(words.accepted);
    const source = page.getByRole('figure', { name: words.sourceCode, exact: true });
    await expect(source).toContainText('time.sleep(0.15)');
    await learner.goTo(words.submissions);
    await expect(page.getByRole('row', { name: words.sumOfTwo })).toContainText(words.accepted);
  });

  await test.step('finds the points in the progress, the leaderboard and the list', async () => {
    await learner.goTo(words.progress);
    await expect(page.getByRole('row', { name: words.sumOfTwo })).toContainText('50');
    await learner.goTo(words.leaderboard);
    const own = page.getByRole('row', { name: learner.username });
    await expect(own).toContainText(words.you);
    await expect(own.getByRole('cell', { name: '50', exact: true })).toBeVisible();
    await learner.goTo(words.exercises);
    const row = page.getByRole('listitem').filter({ hasText: words.sumOfTwo });
    await expect(row.getByText(words.solved, { exact: true })).toBeAttached();
  });

  await test.step('signs out, and in again', async () => {
    await learner.signOut();
    await page.goto('/progress');
    await expect(page.getByRole('row')).toHaveCount(0);
    await learner.signIn(learner.username, 'not the password');
    await expect(page.getByRole('alert').getByText(words.credentialsInvalid)).toBeVisible();
    await picture('sign-in-refused');
    await learner.signIn();
    await learner.seesToBeSignedIn();
    await page.reload();
    await learner.seesToBeSignedIn();
    await learner.goTo(words.progress);
    await expect(page.getByRole('row', { name: words.sumOfTwo })).toContainText(words.accepted);
  });
});

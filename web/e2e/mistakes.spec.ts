import { expect, test } from './fixtures';
import { programs } from './programs';

test.beforeEach(({ learner }) => learner.register());

test('a wrong answer shows how the output of a sample differs', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
  const panel = learner.panel(words.submission);
  await expect(panel.getByText(words.firstDifference).filter({ visible: true })).toBeVisible();
  const lines = panel.getByRole('table');
  await expect(lines.getByRole('columnheader', { name: words.expected })).toBeVisible();
  await expect(lines.getByRole('columnheader', { name: words.actual })).toBeVisible();
  await expect(lines.getByRole('cell', { name: '5', exact: true })).toBeVisible();
  await expect(lines.getByRole('cell', { name: '23', exact: true })).toBeVisible();
  await picture('wrong-answer');
  await page.getByRole('link', { name: words.openSubmission, exact: true }).click();
  await expect(learner.outcome()).toContainText(words.wrongAnswer);
  await picture('wrong-answer-page');
});

test("a compile error shows the compiler's message", async ({ learner, page, words, picture }) => {
  await learner.submitTo('sum-of-two', 'C++', programs.incomplete, words.compileError);
  await expect(page.getByRole('figure', { name: words.compilerSays })).toContainText('missing');
  // Beside the line that the compiler names.
  await expect(page.locator('[data-editor] .cm-sign-error')).toHaveText('✕');
  await expect(page.locator('[data-editor] .cm-said')).toContainText('missing');
  await picture('compile-error');
});

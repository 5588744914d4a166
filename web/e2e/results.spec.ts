import { expect, test } from './fixtures';
import { Learner } from './learner';
import { programs } from './programs';

test('a teacher looks at the results of an exercise, down to the code of one learner', async ({
  page,
  browser,
  administrator,
  words,
  picture,
}) => {
  const elsewhere = await browser.newContext();
  const learner = new Learner(await elsewhere.newPage(), words);
  await learner.register();
  await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
  await elsewhere.close();

  await administrator.goTo(words.author);
  await page.getByRole('link', { name: words.resultsOf(words.sumOfTwo), exact: true }).click();
  await page.getByRole('button', { name: words.onlyVerdict(words.wrongAnswer) }).click();
  await page.getByRole('searchbox', { name: words.learner, exact: true }).fill(learner.username);
  const row = page.getByRole('row', { name: learner.username });
  await expect(row).toContainText(words.wrongAnswer);
  await picture('results');

  await test.step('the filters are in the address', async () => {
    await page.reload();
    await expect(row).toContainText(words.wrongAnswer);
    await page.getByRole('searchbox', { name: words.learner, exact: true }).fill('nobody at all');
    await expect(page.getByText(words.noMatch)).toBeVisible();
    await page.getByRole('searchbox', { name: words.learner, exact: true }).fill(learner.username);
  });

  await row.getByRole('link', { name: learner.username }).click();
  const source = page.getByRole('figure', { name: words.sourceOf(learner.username), exact: true });
  await expect(source.getByRole('listitem').nth(1)).toContainText('print');
  await picture('code-of-a-learner');

  await page.goto('/admin/failures');
  await expect(page.getByRole('heading', { name: words.failures })).toBeVisible();
});

test('a learner goes on from an earlier attempt', async ({ page, learner, words }) => {
  await learner.register();
  await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
  await learner.write('Python 3', '# another idea\n');
  await page.getByRole('link', { name: words.openSubmission, exact: true }).click();
  await page.getByRole('link', { name: words.openInEditor, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.keepMyCode, exact: true }).click();
  await expect(learner.editor('Python 3')).toContainText('# another idea');

  await page.goBack();
  await page.getByRole('link', { name: words.openInEditor, exact: true }).click();
  await dialog.getByRole('button', { name: words.replaceMyCode, exact: true }).click();
  await expect(learner.editor('Python 3')).not.toContainText('# another idea');
  await expect(learner.editor('Python 3')).toContainText('print');
});

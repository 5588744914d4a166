import { readFile } from 'node:fs/promises';
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

  await test.step('a comment on a line reaches the learner', async () => {
    await administrator.press(words.comment);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.line, { exact: true }).fill('2');
    await dialog.getByLabel(words.commentText, { exact: true }).fill('These are texts.');
    await dialog.getByRole('button', { name: words.sendComment, exact: true }).click();
    const conversation = page.getByRole('region', { name: words.commentsOn(2), exact: true });
    await expect(conversation).toContainText('These are texts.');
    await picture('comment');

    await learner.page.goto('/comments');
    await expect(learner.page.getByText(words.unread, { exact: true })).toBeVisible();
    await learner.page.getByRole('main').getByRole('listitem').getByRole('link').click();
    await expect(learner.page.getByText('These are texts.')).toBeVisible();
    await elsewhere.close();
  });

  await test.step('the table of all learners leads to the submissions, and is saved', async () => {
    await page.goto('/author/results');
    await page.getByRole('searchbox', { name: words.learnerBegins }).fill(learner.username);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await picture('matrix');
    const arrival = page.waitForEvent('download');
    await administrator.press(words.downloadCsv);
    const csv = await readFile(await (await arrival).path(), 'utf8');
    expect(csv).toContain(learner.username);
    await page.getByRole('cell').getByRole('link').click();
    await expect(page.getByRole('row', { name: learner.username })).toContainText(
      words.wrongAnswer,
    );
  });

  await page.goto('/admin/judging');
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

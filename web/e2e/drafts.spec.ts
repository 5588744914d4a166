import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Learner } from './learner';
import type { Words } from './words';

const stored = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

/** Has the tab hear nothing of the other ones, as when the browser's message is late, until it is loaded again. */
function deafen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.toggleAttribute('data-deaf', true));
}

test.beforeEach(async ({ page, learner }) => {
  await page.addInitScript(() =>
    window.addEventListener('storage', (event) => {
      if (document.documentElement.hasAttribute('data-deaf')) event.stopImmediatePropagation();
    }),
  );
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', '# from the first tab\n');
  await expect.poll(() => stored(page)).toContain('from the first tab');
});

async function secondTab(page: Page, words: Words): Promise<Learner> {
  const second = new Learner(await page.context().newPage(), words);
  await second.page.goto('/exercises/sum-of-two');
  await second.chooseLanguage('Python 3');
  await expect(second.editor('Python 3')).toContainText('from the first tab');
  return second;
}

test('a second tab with the same exercise follows the first one', async ({
  page,
  learner,
  words,
}) => {
  const second = await secondTab(page, words);
  await learner.replaceCode('Python 3', '# changed in the first tab\n');
  await expect(second.editor('Python 3')).toContainText('changed in the first tab');
  await second.replaceCode('Python 3', '# changed in the second tab\n');
  await expect(learner.editor('Python 3')).toContainText('changed in the second tab');
});

test('what two tabs changed at once stays in both until one text is chosen', async ({
  page,
  learner,
  words,
  picture,
}) => {
  const second = await secondTab(page, words);
  await deafen(page);
  await second.replaceCode('Python 3', '# theirs\n');
  await expect.poll(() => stored(page)).toContain('# theirs');
  await learner.replaceCode('Python 3', '# mine\n');

  await expect(page.getByText(words.twoVersions)).toBeVisible();
  await expect(learner.editor('Python 3')).toContainText('# mine');
  await page.getByText(words.showOther).click();
  await expect(page.getByRole('figure', { name: words.otherVersion })).toContainText('# theirs');
  await picture('two-versions');

  await test.step('even if the tab is closed and opened again', async () => {
    await page.reload();
    await expect(learner.editor('Python 3')).toContainText('# theirs');
    await page.getByText(words.showOther).click();
    await expect(page.getByRole('figure', { name: words.otherVersion })).toContainText('# mine');
  });

  await test.step('and the chosen one is in both', async () => {
    await learner.press(words.takeOther);
    await expect(page.getByText(words.twoVersions)).toBeHidden();
    await expect(learner.editor('Python 3')).toContainText('# mine');
    await expect(second.editor('Python 3')).toContainText('# mine');
    // The replaced text is one step of undoing away.
    await learner.editor('Python 3').press('ControlOrMeta+Z');
    await expect(learner.editor('Python 3')).toContainText('# theirs');
  });
});

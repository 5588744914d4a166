import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Tabs a page may take to get anywhere. */
const patience = 80;

test('the whole job can be done without a mouse', async ({ page, learner, words }) => {
  await learner.register();
  await page.goto('/exercises');
  const exercise = page.getByRole('link', { name: words.sumOfTwo, exact: true });
  await expect(exercise).toBeVisible();

  await tabTo(page, exercise);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.sumOfTwo, level: 1 })).toBeFocused();

  const language = page.getByRole('combobox', { name: words.programmingLanguage });
  await tabTo(page, language);
  await page.keyboard.type('Python');
  const editor = learner.editor('Python 3');
  await tabTo(page, editor);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('print(sum(map(int, input().split())))');

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(learner.panel(words.samples).getByText(words.allPassed)).toBeVisible();

  // Tab belongs to the editor, and Escape gives it back.
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: words.submit, exact: true }));
  await page.keyboard.press('Enter');
  await expect(learner.outcome()).toContainText(words.accepted);
});

test('the first Tab offers to skip to the content', async ({ page, words }) => {
  await page.goto('/exercises');
  await expect(page.getByRole('heading', { name: words.exercises, level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < patience; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await target.evaluate((element) => {
      const root = element.getRootNode();
      return root instanceof Document || root instanceof ShadowRoot
        ? root.activeElement === element
        : false;
    });
    if (reached) return;
  }
  throw new Error(`${patience} presses of Tab did not lead to ${String(target)}`);
}

import type { Page } from '@playwright/test';
import { seriousViolations, sidewaysScroll } from './accessibility';
import { expect, test } from './fixtures';
import { programs } from './programs';
import type { Words } from './words';

const windows = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const phone = { width: 390, height: 844 };

/** With a short and a long statement, formulas. */
const slugs = ['sum-of-two', 'spread-of-scores', 'flooded-alleys'];

/** Pixels that several lines of a test's results need, and several lines of code. */
const usable = 180;

async function measure(page: Page, words: Words) {
  const height = async (locator: ReturnType<Page['locator']>) =>
    (await locator.boundingBox())?.height ?? 0;
  return {
    below: await page.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    ),
    panel: await height(page.getByRole('tabpanel')),
    editor: await height(page.getByRole('textbox', { name: words.code('Python 3') }).locator('..')),
  };
}

async function fits(page: Page, words: Words, what: string): Promise<void> {
  // A window that was just resized takes a frame or two until the page has its height.
  await expect
    .poll(async () => (await measure(page, words)).below, {
      message: `${what}: pixels below the window`,
      timeout: 5_000,
    })
    .toBe(0);
  const { panel, editor } = await measure(page, words);
  expect.soft(panel, `${what}: height of the results`).toBeGreaterThanOrEqual(usable);
  expect.soft(editor, `${what}: height of the editor`).toBeGreaterThanOrEqual(usable);
  for (const name of [words.runSamples, words.submit]) {
    const button = page.getByRole('button', { name, exact: true });
    await expect.soft(button, `${what}: ${name}`).toBeInViewport({ ratio: 1 });
  }
}

test('an exercise fills the window, with room for the results and its buttons in sight', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  for (const slug of slugs) {
    await page.goto(`/exercises/${slug}`);
    await learner.write('Python 3', `${programs.right}${'# more\n'.repeat(80)}`);
    for (const size of windows) {
      await page.setViewportSize(size);
      const what = `${slug} at ${size.width}×${size.height}`;
      await fits(page, words, what);
      await picture(`layout/${slug}-${size.width}`);
    }
  }

  await test.step('with results, too', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
    await expect(page.getByRole('table')).toBeVisible();
    await picture('layout/results-1366');
    await fits(page, words, 'with results');
  });

  await test.step('and while the connection is lost', async () => {
    await page.context().setOffline(true);
    await learner.press(words.runSamples);
    await expect(page.getByText(words.connectionLost)).toBeVisible();
    await fits(page, words, 'with the banner');
    await page.context().setOffline(false);
    await expect(page.getByText(words.connectionLost)).toBeHidden();
  });

  await test.step('on a phone one pane shows at a time', async () => {
    await page.setViewportSize(phone);
    await page.goto('/exercises/sum-of-two');
    await learner.press(words.codePane);
    await expect(learner.editor('Python 3')).toBeInViewport();
    for (const name of [words.runSamples, words.submit]) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    expect(await sidewaysScroll(page)).toBe(0);
    await picture('layout/phone');
  });

  await test.step('and the verdict comes up over the code', async () => {
    await learner.press(words.submit);
    await expect(learner.outcome()).toContainText(words.wrongAnswer);
    await expect(learner.outcome()).toBeInViewport({ ratio: 1 });
    const sheet = page.getByRole('region', { name: words.results, exact: true });
    const { y = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(phone.height * 0.15);
    expect(y + height).toBe(phone.height);
    expect(await sidewaysScroll(page)).toBe(0);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await seriousViolations(page), `the sheet, ${colorScheme}`).toEqual([]);
      await picture(`layout/sheet-${colorScheme}`);
    }

    const back = page.getByRole('button', { name: words.backToCode, exact: true });
    await back.click();
    await expect(back).toBeHidden();
    await expect(page.getByRole('button', { name: words.submit, exact: true })).toBeFocused();

    await learner.press(words.runSamples);
    await expect(back).toBeVisible();
    await learner.editor('Python 3').click({ position: { x: 60, y: 8 } });
    await expect(back).toBeHidden();
    await expect(learner.editor('Python 3')).toBeFocused();
  });
});

import type { Page } from '@playwright/test';
import { seriousViolations, sidewaysScroll } from './accessibility';
import { learnerPages, staffPages } from './addresses';
import { expect, test } from './fixtures';
import { programs } from './programs';

const wide = { width: 1280, height: 800 };
const phone = { width: 375, height: 740 };
/** A wide window at 400 %, which WCAG's reflow is about. */
const narrow = { width: 320, height: 640 };

for (const theme of ['light', 'dark'] as const) {
  test(`every page of a learner is accessible and fits a phone, ${theme}`, async ({
    page,
    learner,
    words,
    picture,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await learner.register();
    await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
    const submission = await learner.openSubmission();
    await inspect(page, theme, { ...learnerPages, submission }, picture);

    await test.step('the code on a phone', async () => {
      await page.setViewportSize(phone);
      await page.goto('/exercises/sum-of-two');
      await learner.press(words.codePane);
      await expect(learner.editor('Python 3')).toBeVisible();
      await picture(`${theme}/code-phone`);
      expect.soft(await seriousViolations(page)).toEqual([]);
      expect.soft(await sidewaysScroll(page)).toBe(0);
    });
  });

  test(`every page of an administrator is accessible and fits a phone, ${theme}`, async ({
    page,
    administrator,
    words,
    picture,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await expect(
      administrator.page.getByRole('link', { name: words.administration }),
    ).toBeVisible();
    await inspect(page, theme, staffPages, picture);
  });
}

/** Opens each page on a wide screen and, in the light theme, on a phone: dark ones differ in colours only. */
async function inspect(
  page: Page,
  theme: 'light' | 'dark',
  addresses: Readonly<Record<string, string>>,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  for (const [name, address] of Object.entries(addresses)) {
    await test.step(name, async () => {
      await page.setViewportSize(wide);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await picture(`${theme}/${name}`);
      expect.soft(await seriousViolations(page), `${name}, wide`).toEqual([]);
      if (theme === 'dark') return;
      await page.setViewportSize(phone);
      await picture(`${theme}/${name}-phone`);
      expect.soft(await seriousViolations(page), `${name}, phone`).toEqual([]);
      expect.soft(await sidewaysScroll(page), `${name} scrolls sideways`).toBe(0);
      if (!(name in staffPages)) {
        await resize(page, narrow);
        expect.soft(await sidewaysScroll(page), `${name} scrolls sideways at 320 px`).toBe(0);
        await resize(page, wide);
        await enlargeText(page);
        await picture(`${theme}/${name}-large-text`);
        const scroll = await sidewaysScroll(page);
        // A fraction of a pixel counts as one.
        expect.soft(scroll, `${name} scrolls sideways at 200 %`).toBeLessThanOrEqual(1);
      }
    });
  }
}

/** The page learns of its new width a moment later. */
async function resize(page: Page, size: typeof wide): Promise<void> {
  await page.setViewportSize(size);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
}

/** As a browser does that enlarges the text alone. */
function enlargeText(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

test('the chosen language and colours stay', async ({ page, words, language }) => {
  await page.goto('/leaderboard');
  const other = language === 'en' ? 'vi' : 'en';
  await page.getByRole('combobox', { name: words.theme }).selectOption('dark');
  await page.getByRole('combobox', { name: words.pageLanguage }).selectOption(other);
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

import type { Page } from '@playwright/test';
import { learnerPages, staffPages } from '../e2e/addresses';
import { expect, test } from '../e2e/fixtures';
import { programs } from '../e2e/programs';

const folder = process.env.TOUCHSTONE_SCREENSHOTS;
if (!folder)
  throw new Error('Set TOUCHSTONE_SCREENSHOTS to a folder, or call ./touchstone screenshots.');

/** Of a small phone, a tablet, a laptop and a large screen, in CSS pixels. */
const widths = [360, 768, 1440, 2560];

for (const theme of ['light', 'dark'] as const) {
  test(`a learner's pages, ${theme}`, async ({ page, learner, words, language }) => {
    await page.emulateMedia({ colorScheme: theme });
    await learner.register();
    await learner.submitTo('sum-of-two', 'Python 3', programs.wrong, words.wrongAnswer);
    const submission = await learner.openSubmission();
    await take(page, { ...learnerPages, submission }, `${language}/${theme}`);
  });

  test(`an author's and an administrator's pages, ${theme}`, async ({
    page,
    administrator,
    words,
    language,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await expect(
      administrator.page.getByRole('link', { name: words.administration }),
    ).toBeVisible();
    await take(page, staffPages, `${language}/${theme}`);
  });
}

/** Writes each page in every width, named `PLACE/WIDTH/NAME.png`. */
async function take(page: Page, addresses: Readonly<Record<string, string>>, place: string) {
  for (const [name, address] of Object.entries(addresses)) {
    await test.step(name, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${folder}/${place}/${width}/${name}.png`, fullPage: true });
      }
    });
  }
}

import { test as base, expect } from '@playwright/test';
import { Learner } from './learner';
import { words, type Words } from './words';

export interface Options {
  /** Of the interface. */
  readonly language: keyof typeof words;
}

interface Fixtures {
  readonly words: Words;
  /** Not registered yet. */
  readonly learner: Learner;
  /** The first administrator, signed in; skips the test where the platform's operator gave no password. */
  readonly administrator: Learner;
  /** Keeps a picture of the whole page in the folder TOUCHSTONE_PICTURES, if it is set, by the language of the interface. */
  readonly picture: (name: string) => Promise<void>;
  readonly noComplaints: undefined;
  readonly lastSeen: undefined;
}

export const test = base.extend<Options & Fixtures>({
  language: ['en', { option: true }],
  words: async ({ language }, use) => use(words[language]),
  learner: async ({ page, words }, use) => use(new Learner(page, words)),
  administrator: async ({ page, learner, words, language }, use) => {
    const password = process.env.TOUCHSTONE_ADMIN_PASSWORD ?? '';
    test.skip(password === '', 'TOUCHSTONE_ADMIN_PASSWORD is not set');
    // On a device where nobody chose a language, the account's own would be taken.
    await page.goto('/sign-in');
    await page.getByRole('combobox', { name: words.pageLanguage }).selectOption(language);
    await learner.signIn('admin', password);
    await learner.seesToBeSignedIn('admin');
    await use(learner);
  },
  picture: async ({ page, language }, use) =>
    use(async (name) => {
      const folder = process.env.TOUCHSTONE_PICTURES;
      if (!folder) return;
      await page.screenshot({ path: `${folder}/${language}/${name}.png`, fullPage: true });
    }),

  /** Fails a test whose page threw, or broke the content security policy. Refused requests are part of the stories. */
  noComplaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  /** Says what the page showed when a test failed, which a log keeps where the trace is gone. */
  lastSeen: [
    async ({ page }, use, { errors }) => {
      await use(undefined);
      if (errors.length === 0) return;
      const text = await page.locator('body').innerText({ timeout: 10_000 });
      throw new Error(`The page was ${page.url()} and showed:\n${text.slice(0, 2_000)}`);
    },
    { auto: true },
  ],
});

export { expect };

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
  /** Keeps a picture of the whole page below test-results/screens, by the language of the interface. */
  readonly picture: (name: string) => Promise<void>;
  readonly noComplaints: undefined;
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
      const path = `test-results/screens/${language}/${name}.png`;
      await page.screenshot({ path, fullPage: true });
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
});

export { expect };

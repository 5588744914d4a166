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
  /** Keeps a picture of the whole page below test-results/screens, by the language of the interface. */
  readonly picture: (name: string) => Promise<void>;
  readonly noComplaints: undefined;
}

export const test = base.extend<Options & Fixtures>({
  language: ['en', { option: true }],
  words: async ({ language }, use) => use(words[language]),
  learner: async ({ page, words }, use) => use(new Learner(page, words)),
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

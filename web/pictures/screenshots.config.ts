import config from '../playwright.config';

/** Every page in both languages, for `./touchstone screenshots`. */
export default {
  ...config,
  testDir: '.',
  testMatch: 'screenshots.spec.ts',
  timeout: 1_800_000,
  reporter: 'list',
  projects: [
    { name: 'en', use: { language: 'en', locale: 'en-GB' } as const },
    { name: 'vi', use: { language: 'vi', locale: 'vi-VN' } as const },
  ],
};

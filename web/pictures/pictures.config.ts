import config from '../playwright.config';

/** Makes the README's pictures anew: `npm run pictures`, against a running platform. */
export default {
  ...config,
  testDir: '.',
  projects: [{ name: 'en', use: { language: 'en', locale: 'en-GB' } as const }],
};

import config from '../playwright.config';

/** Makes the pictures of the README and the guides anew: `npm run pictures`, against a running platform. */
export default {
  ...config,
  testDir: '.',
  testMatch: 'guides.spec.ts',
  projects: [{ name: 'en', use: { language: 'en', locale: 'en-GB' } as const }],
};

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Options } from './e2e/fixtures';

const baseURL = process.env.TOUCHSTONE_URL;
if (!baseURL) throw new Error('Set TOUCHSTONE_URL to the address of a running platform.');

const chromium =
  process.env.TOUCHSTONE_CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find((path) => existsSync(path));
if (!chromium) throw new Error('Install chromium, or set TOUCHSTONE_CHROMIUM to its path.');

export default defineConfig<Options>({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // The machine has to judge as well.
  workers: 2,
  // These only end what would hang: the machine may have much else to do.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  projects: [
    { name: 'en', use: { language: 'en', locale: 'en-GB' } },
    {
      name: 'vi',
      use: { language: 'vi', locale: 'vi-VN' },
      // All pages and a learner's whole way are looked at in both languages; it plays no part in the rest.
      testMatch: /(pages|story|layout|mistakes)\.spec/,
      grepInvert: / dark$/,
    },
  ],
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A test that waits for motion to end is a slow test; the app honours the wish.
    contextOptions: { reducedMotion: 'reduce' },
    // It takes twice the time, so it is for those who look for a fault.
    trace: process.env.TOUCHSTONE_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromium,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-quic', '--disable-sync', '--disable-component-update'],
    },
  },
});

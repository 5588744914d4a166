import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { publicContracts } from './scripts/public-contracts.ts';

// At least as strict as the gateway's: `vite preview` must not hide a violation.
const contentSecurityPolicy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

const platform = process.env.TOUCHSTONE_URL ?? 'http://127.0.0.1:8080';
// Not /api/docs, which is a page of the app.
const proxy = { '/api/v1': { target: platform }, '/health': { target: platform } };

export default defineConfig({
  plugins: [publicContracts()],
  resolve: {
    // Preact under React's name: a fifth of the bytes. See docs/decisions/0045.
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react/jsx-dev-runtime': 'preact/jsx-runtime',
      'react-dom/test-utils': 'preact/test-utils',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  build: {
    target: 'es2022',
    // Inlined assets become data: addresses, which the content security policy forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // For scripts/budgets.js.
    manifest: true,
    // What every page needs is one file: it compresses better than a dozen, and costs a phone one request.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'core', tags: ['$initial'] }] } },
    },
    // The licences of the libraries in the bundle ask that their text goes with it.
    license: { fileName: 'licences.txt' },
  },
  server: {
    port: 3000,
    proxy,
    // Tests render the statements of the starter exercises, and read the codes of the contracts.
    fs: { allow: ['.', '../exercises/starter', '../contracts'] },
  },
  preview: {
    port: 3000,
    proxy,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  test: {
    restoreMocks: true,
    css: false,
    // src/test/setup.ts separates the files.
    isolate: false,
    // Only ends a test that would hang: the machine may have much else to do.
    testTimeout: 120_000,
    // They import React, so they must meet the aliases; the first in its form with imports.
    alias: {
      '@testing-library/react': '@testing-library/react/dist/@testing-library/react.esm.js',
    },
    server: {
      deps: { inline: [/@testing-library\/react/, /@tanstack/, /react-markdown/, /qrcode/] },
    },
    // A document of its own for each file is most of the time; only what is shown needs one.
    projects: [
      {
        extends: true,
        test: {
          name: 'shown',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'src/**/*.dom.test.ts'],
          setupFiles: ['src/test/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'computed',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.dom.test.ts'],
        },
      },
    ],
  },
});

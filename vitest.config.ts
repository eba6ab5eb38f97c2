import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { labSources } from './src/lib/vite-lab-sources.mjs';

const path = (relative: string) =>
  fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  plugins: [
    labSources({
      algorithms: path('packages/algorithms/src'),
      python: path('packages/python'),
    }),
  ],
  resolve: { alias: { '~': path('src') } },
  test: {
    // A busy machine may be ten times slower; a test that hangs still ends.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'src/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // What can be checked on the files, source and dist/, without a browser.
          name: 'static',
          include: ['e2e/static/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // What a reader downloads, installed from the registry and run.
          name: 'installs',
          include: ['e2e/installs/**/*.test.ts'],
          maxConcurrency: 2,
        },
      },
      {
        extends: true,
        test: {
          // Every lab in three browsers: `npm run test:browsers`.
          name: 'browsers',
          include: ['e2e/browsers/*.browser.ts'],
          globalSetup: ['e2e/browsers/setup.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

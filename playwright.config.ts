import { defineConfig, devices } from '@playwright/test';
import { shellPath } from './scripts/browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const base = process.env['BASE_PATH'] ?? '/';
const executablePath = shellPath();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 150_000,
  // Two cores are shared by the browser, the server and the runner.
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['./scripts/hostile-reporter.ts'],
    ['./scripts/count-reporter.ts'],
  ],
  use: {
    baseURL: `http://localhost:${port}${base.replace(/\/?$/, '/')}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Only the site itself can be reached. To intercept each request
        // instead would cost time, and the browser its cache.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        // As root, which is usual in containers, Chromium has no sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
    // Half of a test's time if all are traced; `--trace on` for one that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Storing the guide would be repeated in every test; offline.spec.ts has it.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: [
        '**/hostile.spec.ts',
        '**/longrun.spec.ts',
        '**/phone.spec.ts',
      ],
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
      },
    },
    {
      name: 'phone',
      // Tests of what does not depend on the width of the screen.
      grepInvert: /@wide/,
      // The runtime behind the page is the same on every screen.
      testIgnore: [
        '**/editing.spec.ts',
        '**/editor.spec.ts',
        '**/errors.spec.ts',
        // phone.spec.ts has exercise and link as a finger works on them.
        '**/exercise.spec.ts',
        '**/share.spec.ts',
        '**/hostile.spec.ts',
        '**/hosts.spec.ts',
        '**/isolation.spec.ts',
        '**/longrun.spec.ts',
        '**/loops.spec.ts',
        '**/no-javascript.spec.ts',
        '**/offline.spec.ts',
        '**/print.spec.ts',
        '**/sandbox.spec.ts',
        '**/sandpack.spec.ts',
        '**/security-headers.spec.ts',
      ],
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 360, height: 740 },
      },
    },
    {
      // Minutes of edits and visits: `npm run test:longrun`.
      name: 'longrun',
      testMatch: '**/longrun.spec.ts',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
      },
      workers: 1,
    },
    {
      // Programs that do their worst, some with all the memory there is.
      name: 'hostile',
      testMatch: '**/hostile.spec.ts',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
      },
      workers: 1,
    },
  ],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: String(port), BASE_PATH: base },
    port,
    // A server that is already there might serve another build.
    reuseExistingServer: false,
  },
});

import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from './scripts/browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const base = process.env['BASE_PATH'] ?? '/';
const executablePath = chromiumPath();

/**
 * Specs that have been seen to pass as a whole on two cores. `npm run
 * test:e2e:all` runs every spec; the aim is that this list goes away.
 */
const settled = [
  '**/cost.spec.ts',
  '**/editor.spec.ts',
  '**/exercise.spec.ts',
  '**/hostile.spec.ts',
  '**/isolation.spec.ts',
  '**/keeping.spec.ts',
  '**/longrun.spec.ts',
  '**/own-data.spec.ts',
  '**/phone.spec.ts',
  '**/player.spec.ts',
  '**/print.spec.ts',
  '**/share.spec.ts',
];
const runsAll = process.env['E2E_ALL'] === '1';

export default defineConfig({
  testDir: 'e2e',
  testMatch: runsAll ? '**/*.spec.ts' : settled,
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  retries: 0,
  workers: 1,
  timeout: 90_000,
  // Two cores are shared by the browser, the server and the runner.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['./scripts/hostile-reporter.ts'],
    ['./scripts/count-reporter.ts'],
  ],
  use: {
    baseURL: `http://localhost:${port}${base.replace(/\/?$/, '/')}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // As root, which is usual in containers, Chromium has no sandbox.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: '**/phone.spec.ts',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
      },
    },
    {
      name: 'phone',
      // The runtime behind the page is the same on every screen.
      testIgnore: [
        ...(runsAll ? [] : settled.filter((spec) => !/cost|phone/.test(spec))),
        '**/errors.spec.ts',
        '**/hostile.spec.ts',
        '**/isolation.spec.ts',
        '**/longrun.spec.ts',
        '**/loops.spec.ts',
        '**/print.spec.ts',
        '**/sandbox.spec.ts',
        '**/sandpack.spec.ts',
      ],
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 360, height: 740 },
      },
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

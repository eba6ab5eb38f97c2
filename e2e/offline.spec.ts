/**
 * Each test has a host of its own that is really switched off: nothing
 * listens on its port any more.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { offlineTexts } from '../src/i18n/offline-texts.ts';
import { Host, nextVersion } from './support/host.ts';
import { openLab } from './support/lab-page.ts';
import { labs, pathOf } from './support/site.ts';
import { test as base, expect } from './support/test.ts';

const host = new Host(
  Number(process.env['E2E_PORT'] ?? 4173) + 50,
  process.env['BASE_PATH'] ?? '/',
);
const texts = offlineTexts['zh-CN'];
const begin = (text: string) => text.split(/[:：{（(]/)[0] ?? text;

const test = base.extend<{ hosted: undefined }>({
  hosted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      await host.start();
      await use(undefined);
      await host.cut();
    },
    { auto: true },
  ],
});
test.use({
  baseURL: host.url,
  serviceWorkers: 'allow',
  // Every request fails while the network is cut.
  allowedError: /net::ERR_|Failed to fetch|status of 404/,
});
test.setTimeout(240_000);
// All share one port.
test.describe.configure({ mode: 'default' });

/** Hundreds of files are stored, one after the other. */
const STORE_MS = 120_000;

const panel = (page: Page) => page.locator('offline-panel');
const status = (page: Page) => panel(page).locator('.offline-status');
const button = (page: Page, name: string) =>
  panel(page).getByRole('button', { name: begin(name) });

/** One visit, until the panel says that all of the language is stored. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(panel(page)).toHaveAttribute('data-state', 'usual', {
    timeout: STORE_MS,
  });
}

async function search(page: Page, word: string, slug: string): Promise<void> {
  await page
    .locator('site-search')
    .getByRole('button', { name: '搜索' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(word);
  const target = new URL(pathOf(slug), host.url).pathname;
  const found = dialog.locator(`a[href^="${target}"]`).first();
  await expect(found).toBeVisible();
  await found.click();
  await expect(page).toHaveURL((url) => url.pathname === target);
}

/** How many files are stored whose address ends so. */
function stored(page: Page, ending = ''): Promise<number> {
  return page.evaluate(async (end) => {
    const names = await caches.keys();
    const all = await Promise.all(
      names.map(async (name) => (await caches.open(name)).keys()),
    );
    return all.flat().filter(({ url }) => url.endsWith(end)).length;
  }, ending);
}

/** How many files of Python are stored. */
const storedParts = (page: Page) => stored(page, '.bin');

/** Every script that the page has loaded, by whatever way. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /_astro\/.*\.js$/.test(name)),
  );
}

const isNext = (url: string) => /_astro\/next-/.test(url);

test('after one visit pages, search and every lab work without a network', async ({
  page,
}) => {
  // Every lab is started and tested.
  test.setTimeout(400_000);
  await visit(page, pathOf('introduction'));
  await expect(status(page)).toContainText(begin(texts.usual));
  await host.cut();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.locator('a.term', { hasText: 'KV缓存' }).hover();
  await expect(page.locator('.term-card')).toBeVisible();
  await search(page, '蒸馏', 'concepts/knowledge-distillation');
  for (const { id, tests } of labs) {
    const lab = await openLab(page, id);
    if (tests.length > 0) {
      await lab.runTests();
      await lab.expectState('passed', 60_000);
    }
  }

  // An address without the slash at its end, and one that was never stored.
  await page.goto(pathOf('summary').replace(/\/$/, ''));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('main h1')).toHaveText(/总结|小结|回顾/);
  await page.goto(pathOf('errata', 'en'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page cannot be opened at the moment',
  );
  await expect(page.locator('nav a')).toHaveCount(0);
});

test('after one visit the cards are taken away without a network', async ({
  page,
}) => {
  await visit(page, pathOf('introduction'));
  await host.cut();
  await page.goto(pathOf('review'));
  for (const name of [/\.apkg/, /\.csv/]) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const file = await readFile(await (await download).path());
    expect(file.length).toBeGreaterThan(10_000);
  }
});

test('after one visit a mock interview is held without a network', async ({
  page,
}) => {
  await visit(page, pathOf('introduction'));
  await host.cut();
  await page.goto(pathOf('interview'));
  const desk = page.locator('mock-interview');
  await desk.locator('[name="count"]').selectOption('0');
  await desk.locator('[name="rounds"]').selectOption('1');
  await desk.locator('form .primary').click();
  await expect(desk.locator('.iv-question')).not.toBeEmpty();
  await expect(
    desk.frameLocator('iframe').locator('.playground .cm-content'),
  ).toContainText('import', { timeout: 60_000 });
});

test('Python that has run once runs without a network', async ({ page }) => {
  test.setTimeout(400_000);
  await visit(page, pathOf('introduction'));
  const lab = await openLab(page, 'k-means');
  await lab.root.getByRole('button', { name: 'Python', exact: true }).click();
  expect(await storedParts(page)).toBe(0);
  await lab.run();
  await lab.expectState('ready', 120_000);
  await expect.poll(() => storedParts(page), { timeout: 60_000 }).toBe(4);
  await host.cut();

  await page.reload();
  await lab.bringIntoView();
  await expect(lab.tab('main.py')).toBeVisible({ timeout: 30_000 });
  await lab.run();
  await lab.expectState('ready', 120_000);
});

test('the whole guide is stored on request, and removed again', async ({
  page,
}) => {
  await visit(page, pathOf(''));
  const store = button(page, texts.store);
  await expect(store).toHaveText(/\d MB.*\d MB/);
  const watched = await panel(page).evaluateHandle((root) => ({
    isBarSeen: new Promise<boolean>((resolve) => {
      new MutationObserver(() => {
        if (root.querySelector('progress')?.checkVisibility()) {
          resolve(true);
        } else if (root.dataset['state'] === 'all') {
          resolve(false);
        }
      }).observe(root, { attributeFilter: ['data-state'] });
    }),
  }));
  await store.click();
  expect(await watched.evaluate(({ isBarSeen }) => isBarSeen)).toBe(true);
  await expect(panel(page)).toHaveAttribute('data-state', 'all', {
    timeout: STORE_MS,
  });
  expect(await storedParts(page)).toBe(4);
  await host.cut();
  await page.goto(pathOf('errata', 'en'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('main h1')).toHaveText(/errata/i);

  await host.start();
  await page.goto(pathOf(''));
  await expect(panel(page)).toHaveAttribute('data-state', 'all');
  await button(page, texts.remove).click();
  await expect(panel(page)).toHaveAttribute('data-state', 'none');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  // The choice holds on the next page.
  await page.goto(pathOf('summary'));
  await expect(panel(page)).toHaveAttribute('data-state', 'none');
  await expect(store).toHaveText(/MB/);
  await host.cut();
  await expect(page.goto(pathOf('summary'))).rejects.toThrow(/REFUSED/);
});

test('a new version is announced, applied on the word, and mixes nothing', async ({
  page,
  context,
}) => {
  const next = await nextVersion();
  try {
    await visit(page, pathOf('introduction'));
    const lab = await openLab(page, 'k-means');
    await lab.edit('main.ts', (code) => `// mine\n${code}`);
    await lab.expectState('ready');

    await host.cut();
    await host.start(next.folder);
    await page.reload();
    await expect(page).not.toHaveTitle(/NEXT/);
    const notice = panel(page).locator('.offline-update');
    await expect(notice).toContainText(texts.update, { timeout: STORE_MS });

    // Without the word all stays as it was: old pages, old scripts.
    const again = await openLab(page, 'k-means');
    await again.runTests();
    await again.expectState('passed');
    await expect(page).not.toHaveTitle(/NEXT/);
    expect((await scriptsOf(page)).filter(isNext)).toEqual([]);
    // A page that the old version has not stored comes in no mixture either.
    await page.goto(pathOf('errata', 'en'));
    await expect(page.locator('[data-reason="changed"]:visible')).toHaveCount(
      1,
    );
    const other = await context.newPage();
    await other.goto(pathOf('summary'));
    await page.goto(pathOf('coding/k-means'));

    // It is stored already: the word needs no network.
    await expect(panel(page)).toHaveAttribute('data-state', 'usual');
    await host.cut();
    await button(page, texts.apply).click();
    await expect(page).toHaveTitle(/NEXT/);
    await expect(other).toHaveTitle(/NEXT/);
    const newer = await openLab(page, 'k-means');
    await newer.open('main.ts');
    await expect(newer.editor).toContainText('// mine');
    const loaded = await scriptsOf(page);
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((url) => !isNext(url))).toEqual([]);

    // What was stored before is stored of the new version.
    await expect(panel(page)).toHaveAttribute('data-state', 'usual');
    await other.goto(pathOf('errata'));
    await expect(other).toHaveTitle(/NEXT/);
  } finally {
    next.remove();
  }
});

test('a version found before the page listens is announced, too', async ({
  page,
}) => {
  const next = await nextVersion();
  try {
    await page.addInitScript(() => {
      if (sessionStorage.getItem('late') !== null) {
        const { serviceWorker } = navigator;
        const register = serviceWorker.register.bind(serviceWorker);
        serviceWorker.register = async (...words) => {
          const registration = await register(...words);
          const { installing, waiting } = registration;
          if ((installing ?? waiting) === null) {
            await new Promise((resolve) =>
              registration.addEventListener('updatefound', resolve),
            );
          }
          return registration;
        };
      }
    });
    await visit(page, pathOf('introduction'));
    await page.evaluate(() => sessionStorage.setItem('late', 'yes'));
    await host.cut();
    await host.start(next.folder);
    await page.reload();
    await expect(panel(page).locator('.offline-update')).toContainText(
      texts.update,
      { timeout: STORE_MS },
    );
  } finally {
    next.remove();
  }
});

test('the page stands without service workers', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('blocked', 'SecurityError'));
  });
  await page.goto(pathOf('coding/k-means'));
  await expect(status(page)).toHaveText(texts.blocked);
  const lab = await openLab(page, 'k-means');
  await lab.runTests();
  await lab.expectState('passed');
});

/** Opens a page whose time stands still but for what the test lets pass. */
async function openStill(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.goto(pathOf('introduction'));
  // Until nothing else is to be done.
  await page.clock.runFor(100);
  await expect(panel(page)).toHaveAttribute('data-state', 'preparing');
}

/** A press as soon as the shell is stored, and the pages are still to come. */
async function pressAtProgress(page: Page): Promise<void> {
  await panel(page).evaluate((root) => {
    new MutationObserver((_, observer) => {
      if (root.dataset['state'] === 'progress') {
        observer.disconnect();
        document.body.dispatchEvent(
          new Event('pointerdown', { bubbles: true }),
        );
      }
    }).observe(root, { attributeFilter: ['data-state'] });
  });
  await page.clock.runFor(2100);
  await expect(panel(page)).toHaveAttribute('data-state', 'progress', {
    timeout: STORE_MS,
  });
}

test('storing waits while the reader is busy with the page', async ({
  page,
}) => {
  const isRegistered = () =>
    page.evaluate(async () =>
      Boolean(await navigator.serviceWorker.getRegistration()),
    );
  await openStill(page);
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Shift');
    await page.clock.runFor(1900);
    expect(await isRegistered()).toBe(false);
  }
  await pressAtProgress(page);
  expect(await isRegistered()).toBe(true);
  // The file that is under way still comes, no other.
  const most = (await stored(page)) + 1;
  await page.clock.runFor(1900);
  await page.waitForTimeout(1000);
  expect(await stored(page)).toBeLessThanOrEqual(most);
  await page.clock.runFor(200);
  await expect.poll(() => stored(page)).toBeGreaterThan(most);
});

test('a press that stops storing does not wait for itself', async ({
  page,
}) => {
  await openStill(page);
  await pressAtProgress(page);
  await button(page, texts.stop).click();
  await expect(panel(page)).toHaveAttribute('data-state', 'part');
});

test('a full storage is said in words, and the site works on', async ({
  page,
  context,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(host.url).origin,
    quotaSize: 300_000,
  });
  await page.goto(pathOf('coding/k-means'));
  await expect(status(page)).toHaveText(texts.full, { timeout: STORE_MS });
  await page.reload();
  const lab = await openLab(page, 'k-means');
  await lab.runTests();
  await lab.expectState('passed');
});

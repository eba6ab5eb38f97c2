import { LabPage, openLab } from './support/lab-page.ts';
import { pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

const CODE = /\/_astro\/(PlaygroundIsland|Live|client)\.[^/]+\.js$/;

test('pages without a playground load none of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(pathOf('introduction'));
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => CODE.test(url))).toEqual([]);
});

test('a playground is loaded when it is near, not before', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(pathOf('coding/k-means'));
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => CODE.test(url))).toEqual([]);
  await new LabPage(page, 'k-means', 'zh-CN').bringIntoView();
  await expect
    .poll(() => scripts.filter((url) => /\/Live\.[^/]+\.js$/.test(url)).length)
    .toBe(1);
});

test('nothing moves when the playground comes alive', async ({ page }) => {
  await page.addInitScript(() => {
    const total = { value: 0 };
    Object.assign(window, { layoutShift: total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!shift.hadRecentInput) {
          total.value += shift.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openLab(page, 'k-means');
  await page.evaluate(() => document.fonts.ready);
  const shift = await page.evaluate(
    () =>
      (window as unknown as { layoutShift: { value: number } }).layoutShift
        .value,
  );
  expect(shift).toBeLessThan(0.02);
});

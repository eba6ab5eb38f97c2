import { readFileSync } from 'node:fs';
import { pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

const source = readFileSync(
  new URL('../packages/algorithms/src/k-means.ts', import.meta.url),
  'utf8',
);

test('code on a page is copied as it is in its file', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          Object.assign(window, { copied: text });
        },
      },
    });
  });
  await page.goto(pathOf('coding/k-means', 'en'));
  const panel = page.locator('.twins').getByRole('tabpanel').first();
  const block = panel.locator('.code').filter({ hasText: 'k-means.ts' });
  await block.locator('pre').first().hover();
  await block.getByRole('button', { name: 'Copy this code' }).click();
  await expect(block.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => Object(window).copied)).toBe(source);
  await expect(block.getByRole('status')).toBeEmpty();
});

test('where the clipboard is closed, the code is marked to be copied', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(pathOf('errata'));
  const block = page.locator('.code').first();
  await block.locator('pre').hover();
  await block.getByRole('button', { name: '复制这段代码' }).click();
  const marked = await page.evaluate(() => String(getSelection()));
  expect(marked).toBe(await block.locator('code').textContent());
  expect(marked).toContain('Output: [[0.52497919 0.52497919]');
});

test('the keyboard reaches code that is wider than its column', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pathOf('coding/k-means'));
  const pre = page.locator('.sl-markdown-content > .code pre').first();
  await expect(pre).toHaveAttribute('tabindex', '0');
  await pre.focus();
  // A key may be lost while the page is laid out (GuessedHeights.astro).
  await expect(page.locator('[data-heights]')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => pre.evaluate((element) => element.scrollLeft))
    .toBeGreaterThan(0);
});

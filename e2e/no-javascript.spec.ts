import type { Locator } from '@playwright/test';
import { labs, locales, pathOf, slugs, sourceOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

for (const locale of locales) {
  for (const slug of slugs) {
    test(`/${slug} is complete (${locale})`, async ({ page }) => {
      await page.goto(pathOf(slug, locale));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
      const main = page.locator('main');
      const text = await main.textContent();
      expect(text?.length, 'characters of text').toBeGreaterThan(300);
      for (const heading of await main.getByRole('heading').all()) {
        await expect(heading).toBeVisible();
      }

      const dead = main.locator('button, select, input, [role="button"]');
      await expect(dead.filter({ visible: true })).toHaveCount(0);

      const twins = main.locator('.twins');
      const isCoding = slug.startsWith('coding/');
      await expect(twins).toHaveCount(isCoding ? 1 : 0);
      if (isCoding) {
        for (const code of ['import {', 'from dataclasses', 'import numpy']) {
          const panel = twins.getByRole('tabpanel').filter({ hasText: code });
          await expect(panel.first()).toBeVisible();
        }
      }

      const folds = main.locator('details').filter({ visible: true });
      for (const fold of [folds.first(), folds.last()]) {
        if ((await folds.count()) > 0) {
          const body = fold.locator(':scope > :not(summary)').first();
          await fold.locator(':scope > summary').click();
          await expect(body).toBeVisible();
        }
      }
    });
  }
}

/** Whether these files of a lab are there to read, and no others. */
async function expectFiles(section: Locator, lab: string, files: string[]) {
  const shown = section.locator('.pg-file').filter({ visible: true });
  await expect(shown).toHaveCount(files.length);
  for (const [index, file] of files.entries()) {
    const text = await shown.nth(index).locator('pre').textContent();
    expect(text?.trimEnd()).toBe(sourceOf(lab, file).trimEnd());
  }
}

for (const locale of locales) {
  for (const { id, slug, tabs, tests, figures } of labs) {
    test(`${id} shows code, figures and output (${locale})`, async ({
      page,
    }) => {
      await page.goto(pathOf(slug, locale));
      const section = page.locator(`section[data-lab="${id}"]`);
      await expect(section).toBeVisible();

      const files = tabs.filter((name) => !tests.includes(name));
      await expectFiles(section, id, files.slice(0, 1));
      const drawings = section.locator('.pg-drawing > :is(svg, table)');
      await expect(drawings.filter({ visible: true })).toHaveCount(
        figures.length,
      );
      await expect(section.getByRole('img').first()).toHaveAccessibleName(
        /\S{3}/,
      );

      const output = section.getByRole('region', {
        name: locale === 'en' ? 'Output' : '输出',
      });
      await expect(output).toHaveText(/\S[\s\S]{20}/);

      const others = section.locator('.pg-others').filter({ visible: true });
      await expect(others).toHaveCount(files.length > 1 ? 1 : 0);
      if (files.length > 1) {
        await expect(others.locator('code')).toHaveText(files.slice(1));
        await others.getByRole('link').click();
        await expectFiles(section, id, files);
      }
    });
  }
}

test('an older browser, which cannot be asked about scripts, shows no empty place @wide', async ({
  page,
}) => {
  // A media feature that nobody knows is neither true nor false.
  await page.route(/(\/|\.css)$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replaceAll(/\bscripting\s*:/g, 'unheard-of:'),
    });
  });
  const boxOf = (selector: string) => page.locator(selector).boundingBox();
  await page.goto(pathOf('review', 'zh-CN'));
  await expect(page.locator('main noscript p')).toHaveText(/脚本/);
  expect(await boxOf('main noscript p')).not.toBeNull();
  expect(await boxOf('review-desk')).toBeNull();

  await page.goto(pathOf('coding/k-means', 'zh-CN'));
  expect(await boxOf('read-mark')).toBeNull();
  expect(
    await boxOf('[data-lab="k-means"] noscript .pg-noscript'),
  ).not.toBeNull();
});

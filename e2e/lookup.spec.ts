import { pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

test('the references can be filtered, and lead back to where they are cited', async ({
  page,
}) => {
  await page.goto(pathOf('references', 'en'));
  const entries = page.locator('[data-entry]:visible');
  const all = await entries.count();
  expect(all).toBeGreaterThan(100);
  const count = page.locator('.lookup-count');
  await expect(count).toHaveText(`${all} of ${all}`);
  const box = page.getByRole('searchbox', { name: 'Filter' });

  // Two words of any order, case and width, of title and authors.
  await box.fill('kwon ＰＡＧＥＤ');
  await expect(entries).toHaveCount(1);
  await expect(count).toHaveText(`1 of ${all}`);
  await expect(page.locator('[data-group]:visible')).toHaveCount(1);
  await box.fill('no such source');
  await expect(entries).toHaveCount(0);
  await expect(page.getByText('Nothing matches.')).toBeVisible();
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(entries).toHaveCount(all);

  // A link to an entry that is filtered away shows it again.
  await box.fill('kwon');
  await page.evaluate(() => {
    location.hash = 'lloyd-1982-kmeans';
  });
  await expect(page.locator('#lloyd-1982-kmeans')).toBeInViewport();

  const back = page
    .locator('#lloyd-1982-kmeans li')
    .getByRole('link')
    .filter({ hasNotText: /^(Errata|Summary)/ })
    .nth(1);
  const href = (await back.getAttribute('href')) ?? '';
  await back.click();
  await expect(page).toHaveURL((url) => `${url.pathname}${url.hash}` === href);
  await expect(page.locator(`[id="${href.split('#')[1]}"]`)).toBeInViewport();
});

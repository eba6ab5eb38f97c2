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

test('the glossary finds a term by its name in either language', async ({
  page,
}) => {
  await page.goto(pathOf('glossary'));
  const entries = page.locator('[data-entry]:visible');
  const box = page.getByRole('searchbox', { name: '筛选' });
  for (const query of ['投机', 'speculative decod', '推测解码']) {
    await box.fill(query);
    await expect(page.locator('#speculative-decoding')).toBeVisible();
    expect(await entries.count()).toBeLessThan(6);
  }
  await box.fill('TTFT');
  await expect(page.locator('#ttft')).toBeVisible();
  await page.locator('#ttft').getByRole('link').last().click();
  await expect(page).toHaveURL(/concepts\/model-deployment\/#performance$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('terms lead to their definition', { tag: '@wide' }, async ({ page }) => {
    await page.goto(pathOf('introduction'));
    await page.locator('a.term', { hasText: 'KV缓存' }).click();
    await expect(page).toHaveURL(/\/glossary\/#kv-cache$/);
    await expect(page.locator('#kv-cache')).toBeInViewport();
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });
});

test('a term shows its definition to mouse and keyboard', {
  tag: '@wide',
}, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/glossary\/|term-card/.test(request.url())) {
      asked.push(request.url());
    }
  });
  await page.goto(pathOf('introduction', 'en'), { waitUntil: 'networkidle' });
  expect(asked, 'nothing is loaded until it is wanted').toEqual([]);
  const term = page.locator('a.term', { hasText: 'KV cache' });
  const card = page.locator('.term-card');

  await term.hover();
  await expect(card).toBeVisible();
  await expect(card).toContainText('KV cache KV缓存');
  await expect(card).toContainText('stored keys and values');
  await expect(term).toHaveAccessibleDescription(/stored keys and values/);
  // The card stays while the pointer is on it, and goes with it.
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(2, 400);
  await expect(card).toHaveCount(0);

  await term.hover();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.mouse.move(2, 400);

  // The browser itself scrolls it with its term: no script moves it after.
  await term.hover();
  await expect(card).toBeVisible();
  const gap = async () => {
    const [of, to] = [await card.boundingBox(), await term.boundingBox()];
    return (of?.y ?? 0) - (to?.y ?? 0);
  };
  const before = { gap: await gap(), style: await card.getAttribute('style') };
  const from = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 60);
  await expect
    .poll(() => page.evaluate(() => scrollY), { intervals: [50] })
    .toBe(from + 60);
  await card.hover();
  expect(await gap()).toBeCloseTo(before.gap, 0);
  expect(await card.getAttribute('style')).toBe(before.style);
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 400);

  await page.keyboard.press('Shift');
  await term.focus();
  await expect(card).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('link')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/glossary\/#kv-cache$/);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true });

  test('a tap on a term shows it, a second follows it', async ({ page }) => {
    await page.goto(pathOf('introduction'));
    const term = page.locator('a.term', { hasText: 'KV缓存' });
    await term.tap();
    const card = page.locator('.term-card');
    await expect(card).toBeVisible();
    const box = await card.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
    await page.locator('h1').tap();
    await expect(card).toHaveCount(0);
    await term.tap();
    await expect(card).toBeVisible();
    await term.tap();
    await expect(page).toHaveURL(/\/glossary\/#kv-cache$/);
  });
});

test.describe('when definitions cannot be loaded', () => {
  test.use({ allowedError: /net::ERR_/, hasTouch: true });

  test('a tap on a term goes to the glossary', async ({ page }) => {
    await page.route('**/glossary/*.json', (route) => route.abort());
    await page.goto(pathOf('introduction'));
    await page.locator('a.term', { hasText: 'KV缓存' }).tap();
    await expect(page).toHaveURL(/\/glossary\/#kv-cache$/);
  });
});

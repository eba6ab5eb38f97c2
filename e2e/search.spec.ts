import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** The page with the search open, as a reader opens it. */
async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const button = page.locator('site-search > button');
  await expect(button).toBeEnabled();
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  return dialog;
}

/** Types a query and waits until its answer stands there. */
async function ask(dialog: Locator, query: string): Promise<void> {
  await dialog.getByRole('textbox').fill(query);
  await expect(dialog).toHaveAttribute('data-query', query);
}

const focusedResult = (dialog: Locator, index: number) =>
  expect(dialog.locator('.search-results a').nth(index)).toBeFocused();

test('is opened, walked and followed by keyboard alone', {
  tag: '@wide',
}, async ({ page, baseURL }) => {
  await page.goto(pathOf('introduction'));
  const button = page.locator('site-search > button');
  await expect(button).toBeEnabled();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+k');
  const box = dialog.getByRole('textbox', { name: '搜索' });
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('蒸馏');
  await expect(dialog).toHaveAttribute('data-query', '蒸馏');
  await expect(dialog.getByRole('status')).toHaveText(/^\d+条结果/);
  await page.keyboard.press('ArrowDown');
  await focusedResult(dialog, 0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await focusedResult(dialog, 2);
  await page.keyboard.press('ArrowUp');
  await focusedResult(dialog, 1);
  await page.keyboard.press('End');
  await expect(
    dialog.getByRole('listitem').last().getByRole('link'),
  ).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();

  // A letter typed on a result goes to the box.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('T');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('蒸馏T');

  // Enter opens the best result, even before it is drawn.
  await box.fill('');
  await page.keyboard.insertText('基尼');
  await page.keyboard.press('Enter');
  const target = new URL(pathOf('coding/decision-tree'), baseURL).pathname;
  await expect(page).toHaveURL(
    (url) => url.pathname === target && url.hash === '#gini',
  );
  await expect(page.locator('#gini')).toBeInViewport();
});

test('shows kind, place, heading and marked words, and leads to them', async ({
  page,
  baseURL,
}) => {
  const dialog = await open(page, pathOf('introduction'));
  const results = dialog.getByRole('listitem');
  await ask(dialog, 'KV cache');
  const first = results.first();
  await expect(first.locator('.search-kind')).toHaveText('页面');
  await expect(first).toContainText('模型部署的核心挑战 › 完整回答');
  await expect(first.locator('mark').first()).toHaveText('KV缓存');

  const kinds = dialog.getByRole('group').getByRole('button');
  const all = await results.count();
  await expect(kinds.first()).toHaveText(`全部 ${all}`);
  await dialog.getByRole('button', { name: /^卡片/ }).click();
  const cards = await results.count();
  expect(cards).toBeGreaterThan(0);
  expect(cards).toBeLessThan(all);
  await expect(dialog.getByRole('status')).toHaveText(`${cards}条结果`);
  await expect(dialog.getByRole('button', { name: /^卡片/ })).toBeFocused();
  await expect(results.first().getByRole('link')).toHaveAttribute(
    'href',
    /\/concepts\/model-deployment\/#kv-cache$/,
  );

  // A name in the code leads to the lab, with the line that declares it.
  await ask(dialog, 'bestSplit');
  await expect(first.locator('.search-kind')).toHaveText('实验');
  await expect(first.locator('.search-code')).toContainText(
    'export function bestSplit',
  );
  const width = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    dialog: document.querySelector('.search-body')?.scrollWidth ?? 0,
    window: innerWidth,
  }));
  expect(Math.max(width.page, width.dialog)).toBeLessThanOrEqual(width.window);
  await first.getByRole('link').click();
  const target = new URL(pathOf('coding/decision-tree'), baseURL).pathname;
  await expect(page).toHaveURL((url) => url.pathname === target);
  await expect(
    page.locator('section[data-lab="decision-tree"]'),
  ).toBeInViewport();
});

for (const theme of ['light', 'dark'] as const) {
  test(`says in words that nothing was found, and keeps the query (${theme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const dialog = await open(page, pathOf('introduction', 'en'));
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page })
        .include('.search-dialog')
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    await expect(dialog.getByRole('button', { name: 'TTFT' })).toBeVisible();
    expect(await faults()).toEqual([]);
    await ask(dialog, 'zzqqxx');
    await expect(dialog.getByRole('listitem')).toHaveCount(0);
    await expect(dialog.getByRole('status')).toHaveText(
      'Nothing found for “zzqqxx”.',
    );
    expect(await faults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await page.locator('site-search > button').click();
    await expect(dialog.getByRole('textbox')).toHaveValue('zzqqxx');
    await ask(dialog, 'inertia');
    await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
    expect(await faults()).toEqual([]);
  });
}

const remarks = {
  'zh-CN': {
    alike: '没有完全一样的写法，下面是写法相近的。',
    some: '没有一条结果包含你输入的全部文字，下面的只包含其中一部分。',
  },
  en: {
    alike: 'Nothing is spelled exactly like that; these are close.',
    some: 'No result has every word; these have some of them.',
  },
};

for (const language of ['zh-CN', 'en'] as const) {
  test(`says when no hit has all that was typed (${language})`, async ({
    page,
  }) => {
    const { alike, some } = remarks[language];
    const dialog = await open(page, pathOf('introduction', language));
    const status = dialog.getByRole('status');
    await ask(dialog, 'backpropogation');
    await expect(status).toContainText(alike);
    await ask(dialog, 'softmax blockchain');
    await expect(status).toBeVisible();
    await expect(status).toContainText(some);
    await expect(status).toContainText(/\d+/);
    // Of one kind it is as true as of all.
    await dialog.getByRole('group').getByRole('button').nth(1).click();
    await expect(status).toContainText(some);
    const { violations } = await new AxeBuilder({ page })
      .include('.search-dialog')
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await ask(dialog, 'KV cache');
    await expect(status).toHaveText(/^\d+/);
  });
}

test('while pinyin is composed nothing is searched, and Enter opens nothing', {
  tag: '@wide',
}, async ({ page }) => {
  const dialog = await open(page, pathOf('introduction'));
  const before = page.url();
  const keyboard = await page.context().newCDPSession(page);
  await ask(dialog, 'softmax');
  await dialog.getByRole('textbox').fill('');
  await expect(dialog).toHaveAttribute('data-query', '');
  await keyboard.send('Input.imeSetComposition', {
    text: 'juece',
    selectionStart: 5,
    selectionEnd: 5,
  });
  await expect(dialog.getByRole('textbox')).toHaveValue('juece');
  await expect(dialog).toHaveAttribute('data-query', '');
  await keyboard.send('Input.insertText', { text: '决策' });
  await expect(dialog).toHaveAttribute('data-query', '决策');
  await expect(dialog.getByRole('listitem').first()).toContainText('决策树');
  expect(page.url()).toBe(before);
});

test.describe('while the network fails', () => {
  test.use({ allowedError: /net::ERR_|Failed to load resource/ });

  test('it says so, keeps the query and can be tried again', {
    tag: '@wide',
  }, async ({ page }) => {
    const isData = /\/search\/[\w-]+\.json$/;
    await page.route(isData, (route) => route.abort());
    const dialog = await open(page, pathOf('introduction'));
    await dialog.getByRole('textbox').fill('质心');
    await expect(dialog.getByRole('alert')).toContainText('没有载入');
    await page.unroute(isData);
    await dialog.getByRole('button', { name: '再试一次' }).click();
    await expect(dialog.getByRole('listitem').first()).toContainText('质心');
    await expect(dialog.getByRole('alert')).toHaveCount(0);

    // The script itself.
    const isScript = /\/search-dialog\.[^/]+\.js$/;
    await page.route(isScript, (route) => route.abort());
    await page.goto(pathOf('summary', 'en'));
    await page.locator('site-search > button').click();
    await expect(page.locator('site-search').getByRole('alert')).toContainText(
      'could not be loaded',
    );
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence stands where the search would be', async ({ page }) => {
    await page.goto(pathOf('introduction'));
    const sentence = page.locator('site-search > noscript');
    await expect(sentence).toBeVisible();
    expect(await sentence.textContent()).toBe('搜索需要JavaScript');
    await expect(page.locator('site-search > button')).toBeHidden();
  });
});

import type { Page } from '@playwright/test';
import { locales, pathOf } from './support/site.ts';
import { fillStorage, makeRoom } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const KEY = 'guide.study';

// A day that no test sees the end of.
test.beforeEach(({ page }) =>
  page.clock.install({ time: new Date(2026, 5, 1, 12) }),
);

async function openDesk(page: Page, locale: (typeof locales)[number]) {
  await page.goto(pathOf('review', locale));
  const desk = page.locator('review-desk');
  await expect(desk.locator('.desk-question')).not.toBeEmpty();
  const question = async () =>
    (await desk.locator('.desk-question').textContent()) ?? '';
  const button = (name: RegExp) => desk.getByRole('button', { name });
  return { desk, question, button };
}

for (const locale of locales) {
  test(`cards are reviewed by hand, kept, and undone (${locale})`, async ({
    page,
  }) => {
    const { desk, question, button } = await openDesk(page, locale);
    const first = await question();
    await expect(desk.locator('.desk-answer')).toBeHidden();
    await button(/看答案|Show the answer/).click();
    await expect(desk.locator('.desk-answer')).not.toBeEmpty();
    await expect(desk.getByRole('link').first()).toHaveAttribute(
      'href',
      /#[\w-]+$/,
    );
    await button(/^(轻松|Easy)/).click();
    const second = await question();
    expect(second).not.toBe(first);
    await expect(desk.getByRole('status')).toContainText('19');

    await page.reload();
    await expect(desk.locator('.desk-question')).toHaveText(second);
    // Only what was rated on this visit can be taken back.
    await expect(button(/撤销|Undo/)).toBeDisabled();
    await button(/看答案|Show the answer/).click();
    await button(/^(想起|Good)/).click();
    expect(await question()).not.toBe(second);
    await button(/撤销|Undo/).click();
    await expect(desk.locator('.desk-question')).toHaveText(second);
    await expect(desk.getByRole('status')).toContainText('19');
  });
}

test('cards are reviewed by key, and keys are left alone elsewhere', async ({
  page,
}) => {
  const { desk, question } = await openDesk(page, 'en');
  const first = await question();
  await page.locator('body').press('u');
  await desk.locator('.desk-card').focus();
  await page.keyboard.press('3');
  expect(await question(), 'no rating before the answer').toBe(first);
  await page.keyboard.press(' ');
  await expect(desk.locator('.desk-answer')).toBeVisible();
  await page.keyboard.press('3');
  await expect(desk.locator('.desk-question')).not.toHaveText(first);
  await expect(desk.locator('.desk-card')).toBeFocused();
  await page.keyboard.press('u');
  await expect(desk.locator('.desk-question')).toHaveText(first);
});

test('a forgotten card comes back, and one language knows of the other', async ({
  page,
}) => {
  const { desk, question, button } = await openDesk(page, 'en');
  const first = await question();
  await button(/Show/).click();
  await button(/^Again/).click();
  await page.clock.runFor('02:00');
  await page.goto(pathOf('review', 'zh-CN'));
  await expect(desk.getByRole('status')).toContainText('到期 1 张');
  await page.goto(pathOf('review', 'en'));
  await expect(desk.locator('.desk-question')).toHaveText(first);
});

test('a page can be reviewed by itself', async ({ page }) => {
  const { desk } = await openDesk(page, 'en');
  await desk.getByRole('combobox').selectOption({ label: 'Errata' });
  await expect(desk.locator('.desk-card [data-page]')).toHaveText('Errata');
  await expect(desk.getByRole('status')).toContainText('5 new');
});

test('an unreadable record is put aside, in words', async ({ page }) => {
  await page.addInitScript((key) => {
    if (window === window.top && localStorage.getItem('seeded') === null) {
      localStorage.setItem('seeded', '1');
      localStorage.setItem(key, 'not a record');
    }
  }, KEY);
  const { desk, button } = await openDesk(page, 'zh-CN');
  await expect(desk.getByRole('alert')).toContainText('已原样另存');
  await button(/看答案/).click();
  await button(/^轻松/).click();
  await expect(desk.getByRole('status')).toContainText('19');
  expect(
    await page.evaluate(
      (key) => localStorage.getItem(`${key}.unreadable`),
      KEY,
    ),
  ).toBe('not a record');
});

test('reviewing goes on when the storage is full, and is kept once there is room', async ({
  page,
}) => {
  const { desk, question, button } = await openDesk(page, 'en');
  const rate = async () => {
    const before = await question();
    await button(/Show/).click();
    await button(/^Easy/).click();
    await expect(desk.locator('.desk-question')).not.toHaveText(before);
  };
  await rate();
  await fillStorage(page);
  await rate();
  await rate();
  await expect(desk.getByRole('alert')).toContainText('storage');
  await expect(desk.getByRole('status')).toContainText('17 new');
  await makeRoom(page);
  await rate();
  await page.reload();
  await expect(desk.getByRole('status')).toContainText('16 new');
});

test('the home page says how many cards are due, as the review page does', async ({
  page,
}) => {
  await page.addInitScript((key) => {
    if (window === window.top && localStorage.length === 0) {
      const at = 1_000_000_000_000;
      const reviews = ['littles-law', 'a-card-that-is-gone'].map((card) => ({
        card,
        at,
        rating: 3,
      }));
      localStorage.setItem(key, JSON.stringify({ version: 1, reviews }));
    }
  }, KEY);
  await page.goto(pathOf('', 'en'));
  const link = page.getByRole('link', { name: /Review cards/ }).first();
  await expect(link).toContainText('1 due');
  const other = await page.context().newPage();
  await other.clock.install({ time: new Date(2026, 5, 1, 12) });
  const { desk, button } = await openDesk(other, 'en');
  await expect(desk.locator('.desk-question')).toContainText('Little');
  await expect(desk.getByRole('status')).toContainText('1 due');
  await button(/Show/).click();
  await button(/^Easy/).click();
  await expect(desk.getByRole('status')).toContainText('0 due');
  // The home page hears of it at once.
  await expect(link).not.toContainText('due');
});

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { locales, pathOf } from './support/site.ts';
import { fillStorage } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const FORMAT = 'runnable-ai-infra-guide.progress';

// A day that no test sees the end of.
test.beforeEach(({ page }) =>
  page.clock.install({ time: new Date(2026, 5, 1, 12) }),
);

async function openProgress(page: Page, locale: (typeof locales)[number]) {
  await page.goto(pathOf('progress', locale));
  const desk = page.locator('progress-desk');
  await expect(desk.locator('.progress-chart svg')).toBeVisible();
  const row = (slug: string) => desk.locator(`[data-row="${slug}"]`);
  const open = (text: string) =>
    desk.locator('[data-open]').setInputFiles({
      name: 'progress.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  const outcome = desk.locator('[data-outcome]');
  return { desk, row, open, outcome };
}

const file = (more: object = {}) =>
  JSON.stringify({
    format: FORMAT,
    version: 1,
    reviews: [
      { card: 'littles-law', at: 1_000_000_000_000, rating: 4 },
      { card: 'kv-cache-size', at: 1_000_000_000_001, rating: 1 },
    ],
    marks: [{ page: 'errata', at: 1_000_000_000_000, read: true }],
    solved: ['k-means'],
    interviews: [],
    ...more,
  });

for (const locale of locales) {
  test(`a page marked as read counts in both places, and a plan leaves it out (${locale})`, async ({
    page,
  }) => {
    await page.goto(pathOf('introduction', locale));
    const mark = page.locator('read-mark button');
    await mark.click();
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    const { desk, row } = await openProgress(page, locale);
    await expect(row('introduction').getByRole('checkbox')).toBeChecked();
    await expect(desk.locator('[data-sum]')).toContainText(
      locale === 'en' ? '1 of 10 pages' : '读完 1 / 10 页',
    );
    await desk.getByRole('button', { name: /排计划|Make a plan/ }).click();
    const days = desk.locator('[data-plan-days] > li');
    await expect(days).toHaveCount(7);
    const plan = desk.locator('[data-plan-days]');
    const reads = plan.locator('a[href*="/introduction/"]');
    await expect(reads).toHaveCount(0);
    await expect(plan.locator('a[href$="/errata/"]')).toHaveCount(1);

    // A tick is in the plan at once, in both directions.
    await row('errata').getByRole('checkbox').press('Space');
    await expect(plan.locator('a[href$="/errata/"]')).toHaveCount(0);
    await row('introduction').getByRole('checkbox').press('Space');
    await expect(reads).toHaveCount(1);
    await page.reload();
    await expect(row('introduction').getByRole('checkbox')).not.toBeChecked();
    // The plan is there again, and the page is back in it.
    await expect(days).toHaveCount(7);
    await expect(reads).toHaveCount(1);
  });
}

test('progress goes from one device to another, and both keep what they had', async ({
  page,
}) => {
  const { desk, row, open, outcome } = await openProgress(page, 'en');
  await row('summary').getByRole('checkbox').check();
  await open(file());
  await expect(outcome).toContainText(
    'New: 2 reviews, 1 read mark, 1 exercise, 0 mock interviews.',
  );
  await expect(row('errata').getByRole('checkbox')).toBeChecked();
  await expect(row('summary').getByRole('checkbox')).toBeChecked();
  await expect(row('coding/k-means').locator('[data-labs]')).toHaveText(
    '1 / 1',
  );
  await expect(desk.locator('[data-weak] a')).toHaveAttribute(
    'href',
    /model-deployment\/#kv-cache$/,
  );
  await open(file());
  await expect(outcome).toContainText(
    'New: 0 reviews, 0 read marks, 0 exercises, 0 mock interviews.',
  );
  await open(
    file({ interviews: [{ id: 'i', at: 1_000_000_000_000, answers: [] }] }),
  );
  await expect(outcome).toContainText('0 exercises, 1 mock interview.');

  const download = page.waitForEvent('download');
  await desk.getByRole('button', { name: 'Export progress' }).click();
  const text = await readFile((await (await download).path()) ?? '', 'utf8');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(row('summary').getByRole('checkbox')).not.toBeChecked();
  await open(text);
  await expect(row('summary').getByRole('checkbox')).toBeChecked();
  await expect(row('errata').getByRole('checkbox')).toBeChecked();
  await page.reload();
  await expect(row('summary').getByRole('checkbox')).toBeChecked();
  await expect(desk.locator('[data-sum]')).toContainText(
    '2 of 10 pages read, 1 of',
  );
});

test('what is merged into a full storage is on the page and in the export', async ({
  page,
}) => {
  const { desk, row, open, outcome } = await openProgress(page, 'en');
  await row('summary').getByRole('checkbox').check();
  await page.evaluate(() => {
    const reviews = [{ card: 'goodput', at: 1_000_000_000_000, rating: 4 }];
    localStorage.setItem(
      'guide.study',
      JSON.stringify({ version: 1, reviews }),
    );
  });
  await fillStorage(page);
  await open(file());
  await expect(outcome).toContainText(
    'New: 2 reviews, 1 read mark, 1 exercise',
  );
  await expect(desk.locator('[data-trouble]')).toContainText('Export it now');
  await expect(row('errata').getByRole('checkbox')).toBeChecked();
  const download = page.waitForEvent('download');
  await desk.getByRole('button', { name: 'Export progress' }).click();
  const text = await readFile((await (await download).path()) ?? '', 'utf8');
  const exported = JSON.parse(text);
  expect(exported.solved).toEqual(['k-means']);
  expect(exported.marks.map((mark: { page: string }) => mark.page)).toEqual([
    'errata',
    'summary',
  ]);
  expect(
    exported.reviews.map((review: { card: string }) => review.card),
  ).toEqual(['goodput', 'littles-law', 'kv-cache-size']);
});

test('files that cannot be read are refused in words, and nothing is lost', async ({
  page,
}) => {
  const { row, open, outcome } = await openProgress(page, 'zh-CN');
  await row('summary').getByRole('checkbox').check();
  const before = await page.evaluate(() => JSON.stringify(localStorage));
  for (const [text, words] of [
    [file().slice(0, -9), '损坏或不完整'],
    [file({ marks: [{ page: 'errata' }] }), '损坏或不完整'],
    ['{"cards":[]}', '不是本指南导出的'],
    [file({ version: 2 }), '来自更新版本'],
  ] as const) {
    // What stands there is not of the file before.
    await outcome.evaluate((element) => element.replaceChildren());
    await open(text);
    await expect(outcome).toContainText(words);
    await expect(outcome).toContainText('现有的进度没有变');
  }
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
  await expect(row('summary').getByRole('checkbox')).toBeChecked();
});

test('the review page gives as many new cards as the plan asks for', async ({
  page,
}) => {
  const { desk } = await openProgress(page, 'en');
  const plan = async (days: string) => {
    await page.goto(pathOf('progress', 'en'));
    await desk.getByLabel('Days until the interview').fill(days);
    await desk.getByRole('button', { name: 'Make a plan' }).click();
    await expect(desk.locator('[data-plan-days] > li')).toHaveCount(
      Number(days),
    );
    return desk
      .locator('[data-plan-days] > li')
      .first()
      .locator('a[href*="#page="]');
  };
  const counts = page.locator('review-desk .desk-counts');
  const scope = page.locator('review-desk [data-scope]');

  // All cards on one day, and the link opens those of its page.
  const links = await plan('1');
  await expect(links).toHaveCount(10);
  await links.filter({ hasText: 'decision tree' }).click();
  await expect(scope).toHaveValue('coding/decision-tree');
  await expect(page.locator('.desk-card [data-page]')).toContainText(
    'decision tree',
  );
  await expect(counts).toContainText('0 due, 9 new');
  await scope.selectOption('');
  const cards = await page.locator('[data-card]').count();
  await expect(counts).toContainText(`${cards} new`);

  // What is done today is asked for no more, and nothing else instead.
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await page.getByRole('button', { name: /^Easy/ }).click();
  await expect(counts).toContainText(`${cards - 1} new`);
  await page.reload();
  await expect(counts).toContainText(`${cards - 1} new`);

  // With more days the desk gives its usual number, or what the day asks for.
  const pages = await (await plan('5')).evaluateAll((items) =>
    items.map((item) => new URL((item as HTMLAnchorElement).href).hash),
  );
  await page.goto(`${pathOf('review', 'en')}${pages[0]}`);
  let asked = 0;
  for (const hash of pages) {
    const slug = decodeURIComponent(hash.slice('#page='.length));
    await scope.selectOption(slug);
    asked += Number(/(\d+) new/.exec((await counts.textContent()) ?? '')?.[1]);
  }
  await scope.selectOption('');
  const shown = Number(
    /(\d+) new/.exec((await counts.textContent()) ?? '')?.[1],
  );
  expect(shown).toBe(Math.max(19, asked));
});

test('a plan of no days is refused, and an unreadable record put aside', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (window === window.top && localStorage.getItem('seeded') === null) {
      localStorage.setItem('seeded', '1');
      localStorage.setItem('guide.progress', '{"version":9}');
    }
  });
  const { desk } = await openProgress(page, 'en');
  await expect(desk.locator('[data-trouble]')).toContainText('put aside');
  expect(
    await page.evaluate(() =>
      localStorage.getItem('guide.progress.unreadable'),
    ),
  ).toBe('{"version":9}');
  await desk.getByLabel('Days until the interview').fill('0');
  await desk.getByRole('button', { name: 'Make a plan' }).click();
  await expect(desk.locator('[data-plan-trouble]')).toContainText('1 to 60');
  await expect(desk.locator('[data-plan-days] > li')).toHaveCount(0);
});

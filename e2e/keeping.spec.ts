import type { Page } from '@playwright/test';
import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { type LabPage, openLab } from './support/lab-page.ts';
import { pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

const KEY = 'guide.lab.k-means';
const text = dictionaryOf('zh-CN');

function saved(page: Page): Promise<string> {
  return page.evaluate((key) => localStorage.getItem(key) ?? '', KEY);
}

test('edits of several files survive a reload and a change of language', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means');
  await bench.edit('main.ts', (code) => `// edit one\n${code}`);
  await bench.edit('k-means.ts', (code) => `// edit two\n${code}`);
  await bench.expectState('ready');
  await page.reload();
  await bench.bringIntoView();
  await bench.expectState('ready', 30_000);
  await expect(bench.editor).toContainText('// edit one');
  await bench.open('k-means.ts');
  await expect(bench.editor).toContainText('// edit two');

  const english = await openLab(page, 'k-means', 'en');
  await expect(english.editor).toContainText('// edit one');
});

test('reset can be undone', async ({ page }) => {
  const bench = await openLab(page, 'k-means');
  await bench.edit('main.ts', (code) => `// precious\n${code}`);
  await bench.expectState('ready');
  await bench.reset();
  await expect(bench.editor).not.toContainText('// precious');
  await bench.root.getByRole('button', { name: text.undo }).click();
  await expect(bench.editor).toContainText('// precious');
});

test('what a reset took can be brought back when all else has changed', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means');
  await bench.edit('main.ts', (code) => `// precious\n${code}`);
  await bench.reset();
  const edition = (name: string) =>
    bench.root.getByRole('button', { name, exact: true }).click();
  await edition(text.exercise);
  await bench.root
    .getByRole('button', { name: fill(text.exerciseHint, { n: 1, count: 3 }) })
    .click();
  await bench.show('code');
  await bench.write('// my answer');
  await edition(text.solution);
  await bench.write('// later');
  await expect.poll(() => saved(page)).toContain('// later');
  await page.reload();
  await bench.bringIntoView();
  await bench.expectState('ready');
  const back = bench.root.getByRole('button', { name: text.bringBack });
  await back.click();
  await expect(bench.editor).toContainText('// precious');
  // What was written since has taken its place.
  await back.click();
  await expect(bench.editor).toContainText('// later');
  await expect(bench.editor).not.toContainText('// precious');
  await edition(text.exercise);
  await expect(bench.editor).toContainText('// my answer');
  await expect(bench.root.locator('.pg-exercise li')).toHaveCount(1);
});

test('undo gives back code, and takes no hint away', async ({ page }) => {
  const bench = await openLab(page, 'k-means');
  await bench.root
    .getByRole('button', { name: text.exercise, exact: true })
    .click();
  await bench.show('code');
  await bench.write('// my answer');
  await bench.reset();
  await bench.root
    .getByRole('button', { name: fill(text.exerciseHint, { n: 1, count: 3 }) })
    .click();
  await bench.root
    .getByRole('button', { name: text.undo, exact: true })
    .click();
  await expect(bench.editor).toContainText('// my answer');
  await expect(bench.root.locator('.pg-exercise li')).toHaveCount(1);
});

test('an edit of an older original asks which to go on with', async ({
  page,
}) => {
  await page.goto(pathOf('introduction'));
  await page.evaluate((key) => {
    const edit = { code: '// from last year\n', base: '00000000' };
    localStorage.setItem(
      key,
      JSON.stringify({
        version: 1,
        revision: 'old',
        edits: { solution: { '/main.ts': edit }, exercise: {} },
        edition: 'solution',
        solved: false,
        hintCount: 0,
      }),
    );
  }, KEY);
  const bench = await openLab(page, 'k-means');
  const banner = bench.root
    .getByRole('alert')
    .filter({ hasText: text.staleTitle });
  await expect(banner).toBeVisible();
  await expect(bench.editor.last()).toContainText('// from last year');
  // To write on is no answer.
  await bench.editor.last().focus();
  await page.keyboard.insertText('// and on');
  await expect.poll(() => saved(page)).toContain('// and on');
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: text.staleOriginal }).click();
  await expect(banner).toHaveCount(0);
  await expect(bench.editor).toContainText('kMeansSteps');
  await bench.root.getByRole('button', { name: text.undo }).click();
  await expect(bench.root).toContainText('// from last year');
});

test('a tab without changes of its own follows another', async ({
  page,
  context,
}) => {
  const here = await openLab(page, 'k-means');
  const second = await context.newPage();
  const there = await openLab(second, 'k-means');
  await there.edit('main.ts', (code) => `// from the other tab\n${code}`);
  await expect(here.editor).toContainText('// from the other tab');
  await there.root
    .getByRole('button', { name: text.exercise, exact: true })
    .click();
  await there.show('code');
  await there.write('// my answer');
  await expect.poll(() => saved(page)).toContain('// my answer');
  // What is open is a matter of each tab.
  await expect(here.editor).toContainText('// from the other tab');
  await here.edit('main.ts', (code) => `// and back\n${code}`);
  await expect.poll(() => saved(page)).toContain('// and back');
  expect(await saved(page)).toContain('// my answer');
  await expect(here.root.getByRole('alert')).toHaveCount(0);
});

test('two tabs do not overwrite each other', async ({ page, context }) => {
  // As one that the browser had put to sleep: it hears of nothing.
  await page.addInitScript(() =>
    addEventListener('storage', (event) => event.stopImmediatePropagation()),
  );
  const here = await openLab(page, 'k-means');
  const second = await context.newPage();
  const there = await openLab(second, 'k-means');
  await there.edit('main.ts', (code) => `// from the other tab\n${code}`);
  await expect.poll(() => saved(page)).toContain('from the other tab');

  await here.edit('main.ts', (code) => `// from this tab\n${code}`);
  const banner = here.root
    .getByRole('alert')
    .filter({ hasText: text.conflictTitle });
  await expect(banner.locator('.pg-diff')).toContainText('from this tab');
  expect(await saved(page)).toContain('from the other tab');
  await banner.getByRole('button', { name: text.conflictMine }).click();
  await expect(banner).toHaveCount(0);
  await expect.poll(() => saved(page)).toContain('from this tab');
  await here.root.getByRole('button', { name: text.bringBack }).click();
  await expect(here.editor).toContainText('from the other tab');
});

test('unreadable storage is put aside and said once', async ({ page }) => {
  await page.goto(pathOf('introduction'));
  await page.evaluate((key) => localStorage.setItem(key, '{"broken'), KEY);
  const bench = await openLab(page, 'k-means');
  await expect(bench.root).toContainText(text.storageCorrupt);
  await expect(bench.editor).toContainText('kMeansSteps');
  expect(
    await page.evaluate(
      (key) => localStorage.getItem(`${key}.unreadable`),
      KEY,
    ),
  ).toBe('{"broken');
});

const refusals = [
  ['full', 'setItem', 'QuotaExceededError', text.storageFull],
  ['blocked', 'getItem', 'SecurityError', text.storageBlocked],
] as const;

for (const [name, method, error, sentence] of refusals) {
  test(`with ${name} storage the work goes on in memory`, async ({ page }) => {
    await page.addInitScript(
      ([method, error]) => {
        if (location.pathname.includes('/sandbox')) {
          return;
        }
        const native = Storage.prototype[method] as (
          ...args: string[]
        ) => unknown;
        Object.defineProperty(Storage.prototype, method, {
          value(this: Storage, ...args: string[]) {
            if (args[0]?.startsWith('guide.lab.')) {
              throw new DOMException('refused', error);
            }
            return native.apply(this, args);
          },
        });
      },
      [method, error] as const,
    );
    const bench = await openLab(page, 'k-means');
    await bench.edit(
      'main.ts',
      (code) => `console.log('still here');\n${code}`,
    );
    await bench.expectState('ready');
    await expect(bench.root).toContainText(sentence);
    await bench.showConsole();
    await expect(bench.log).toContainText('still here');
    await expect(bench.root.getByText(sentence)).toHaveCount(1);
  });
}

test('the saved state belongs to one lab', async ({ page }) => {
  const bench = await openLab(page, 'k-means');
  await bench.edit('main.ts', (code) => `// only here\n${code}`);
  await bench.expectState('ready');
  const other: LabPage = await openLab(page, 'decision-tree');
  await expect(other.editor).not.toContainText('// only here');
});

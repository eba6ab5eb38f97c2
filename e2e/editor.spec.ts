import type { Page } from '@playwright/test';
import { dictionaryOf } from '../src/i18n/dictionary.ts';
import { LabPage, openLab } from './support/lab-page.ts';
import { expect, test } from './support/test.ts';

test('Ctrl+Enter runs, Shift+Ctrl+Enter runs the tests', async ({ page }) => {
  const bench = await openLab(page, 'k-means');
  await bench.editor.focus();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await bench.expectState('passed', 30_000);
  await bench.show('code');
  await bench.editor.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await bench.expectState('ready');
});

test('tests asked for in the moment of an edit are run on it', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.open('k-means.test.ts');
  await bench.write(
    "import { expect, it } from 'vitest'; it('first', () => expect(1).toBe(1));",
  );
  await bench.runTests();
  await bench.expectState('passed');
  await bench.editor.focus();
  // Both before the page does anything else.
  await bench.editor.evaluate(async (editor) => {
    const added = " it('second', () => expect(2).toBe(3));";
    document.execCommand('insertText', false, added);
    await Promise.resolve();
    const key = { key: 'Enter', keyCode: 13, bubbles: true, shiftKey: true };
    const isMac = /Mac/.test(navigator.platform);
    const pressed = { ...key, ctrlKey: !isMac, metaKey: isMac };
    editor.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
  await bench.expectState('failed');
  await expect(bench.log.locator('.is-fail')).toHaveText(/second/);
});

test('search in the file speaks the reader’s language', async ({ page }) => {
  const bench = await openLab(page, 'k-means');
  await bench.open('k-means.ts');
  await bench.editor.focus();
  await page.keyboard.press('ControlOrMeta+F');
  const field = bench.root.getByRole('textbox', { name: '查找' });
  await field.pressSequentially('columnMeans');
  await page.keyboard.press('Enter');
  await expect(bench.root.locator('.cm-searchMatch-selected')).toHaveText(
    'columnMeans',
  );
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

test('typing over a selection replaces, wraps and can be undone', async ({
  page,
}) => {
  const bench = await openLab(page, 'errata-k-means');
  await bench.open('main.ts');
  await bench.write('first second');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await page.keyboard.type('(');
  await expect(bench.editor).toHaveText('first (second)');
  await page.keyboard.type('third');
  await expect(bench.editor).toHaveText('first (third)');
  await page.keyboard.press('ControlOrMeta+A');
  // One letter: slow typing would be undone in several steps.
  await page.keyboard.type('4');
  await expect(bench.editor).toHaveText('4');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.editor).toHaveText('first (third)');
});

test('results are announced through a live region', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await expect(bench.status).toHaveText(/Finished in \d+ ms/);
  await bench.runTests();
  await expect(bench.status).toHaveText(/Tests: all \d+ passed/, {
    timeout: 30_000,
  });
});

test('only the runtime in use is live', async ({ page }) => {
  const frames = page.locator('iframe');
  const frameOf = ({ lab }: LabPage) =>
    page.locator(`iframe[data-runtime-of="${lab}"]`);
  const first = await openLab(page, 'errata-neural-network');
  await expect(frames).toHaveCount(1);
  const second = await openLab(page, 'errata-k-means');
  await expect(frames).toHaveCount(1);
  await expect(frameOf(second)).toHaveCount(1);
  await first.bringIntoView();
  await expect(first.log).not.toBeEmpty();
  await first.run();
  await first.expectState('ready', 30_000);
  await expect(frameOf(first)).toHaveCount(1);
  await expect(frames).toHaveCount(1);
  await expect(second.log).not.toBeEmpty();
});

test('the same lines from another runtime are new lines, for a screen reader too', async ({
  page,
}) => {
  const first = await openLab(page, 'neural-network');
  await first.expectState('ready');
  const lines = await first.log.textContent();
  const second = new LabPage(page, 'neural-network-speed', 'zh-CN');
  await second.bringIntoView();
  await expect(second.log).not.toBeEmpty({ timeout: 30_000 });
  await first.bringIntoView();
  await first.runAgain();
  expect(await first.log.textContent()).toBe(lines);
});

const ENDED = 'came to its end';

/** Two labs in sight that take six seconds: one runs, the other waits. */
async function openNeighbours(page: Page): Promise<[LabPage, LabPage]> {
  for (const id of ['errata-neural-network', 'errata-k-means']) {
    const lab = await openLab(page, id);
    await lab.open('main.ts');
    await lab.write(
      'await new Promise((resolve) => setTimeout(resolve, 6_000));\n' +
        `console.log('${ENDED}');\n`,
    );
    await expect(lab.log).toContainText(ENDED);
  }
  await page.setViewportSize({ width: 1_440, height: 12_000 });
  await page.reload();
  const running = page.locator('section[data-state="running"]');
  await expect(running).toHaveCount(1, { timeout: 30_000 });
  const first = await running.getAttribute('data-lab');
  const labs = ['errata-neural-network', 'errata-k-means'].map(
    (id) => new LabPage(page, id, 'zh-CN'),
  );
  return (first === labs[0]?.lab ? labs : labs.reverse()) as [LabPage, LabPage];
}

test('a run that has ended is not shown as stopped when its neighbour is next', async ({
  page,
}) => {
  // The neighbour takes the runtime before the end of the run is drawn.
  await page.addInitScript(() => {
    const native = requestAnimationFrame;
    window.requestAnimationFrame = (callback) =>
      window.setTimeout(() => native(callback), 1_000);
    window.cancelAnimationFrame = (timer) => clearTimeout(timer);
  });
  for (const lab of await openNeighbours(page)) {
    await lab.expectState('ready', 30_000);
    await expect(lab.log).toContainText(ENDED);
  }
});

test('a first run that another lab cut short comes later', async ({ page }) => {
  const [first, second] = await openNeighbours(page);
  await expect(second.editor).toBeAttached({ timeout: 30_000 });
  await second.run();
  for (const lab of [second, first]) {
    await lab.expectState('ready', 30_000);
    await expect(lab.log).toContainText(ENDED);
  }
});

test('type checking comes on demand and finds a type error', async ({
  page,
}) => {
  test.slow();
  const text = dictionaryOf('en');
  const workers: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('type-worker')) {
      workers.push(request.url());
    }
  });
  const bench = await openLab(page, 'k-means', 'en');
  expect(workers).toEqual([]);
  const button = bench.root.getByRole('button', { name: text.typesOff });
  test.skip(!(await button.isVisible()), 'offered where there is room for it');
  await button.click();
  await expect(
    bench.root.getByRole('button', { name: text.typesOn }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(bench.root.locator('.cm-lintRange-error')).toHaveCount(0);
  await bench.edit('main.ts', (code) => `${code}\nconst wrong: string = k;\n`);
  await page.keyboard.press('ControlOrMeta+End');
  await expect(bench.root.locator('.cm-lintRange-error')).toHaveText('wrong', {
    timeout: 30_000,
  });
  await bench.root.locator('.cm-lintRange-error').hover();
  await expect(page.locator('.cm-tooltip')).toContainText(
    "Type 'number' is not assignable to type 'string'",
  );
  await expect(page.locator('.pg-type')).toHaveText('const wrong: string');
  // It stays on in the files of the other edition, and back again.
  for (const edition of [text.exercise, text.solution]) {
    await bench.root
      .getByRole('button', { name: edition, exact: true })
      .click();
    await bench.open('main.ts');
    await bench.editor.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await expect(bench.root.locator('.cm-lintRange-error')).toHaveCount(
      edition === text.solution ? 1 : 0,
    );
  }
  await bench.root.getByRole('button', { name: text.typesOn }).click();
  await expect(bench.root.locator('.cm-lintRange-error')).toHaveCount(0);
});

const beginnerErrors = [
  ['a length that cannot be', 'new Array(-1);', 'hintArrayLength'],
  [
    'a forgotten return that is printed',
    'const f = (x: number) => { x * 2; }; console.log([1, 2].map(f));',
    'hintForgottenReturn',
  ],
  [
    'an index that is not there',
    'const a = [1]; console.log((a[3] as any).x);',
    'hintUndefinedIndex',
  ],
  ['NaN in the output', 'console.log("mean", 0 / 0);', 'hintNaN'],
  [
    'rows of different length',
    "import { kMeans } from '@runnable-guide/algorithms/k-means'; kMeans([[1, 2], [3]], { k: 1 });",
    'hintShape',
  ],
  [
    'a recursion without end',
    'function f(): number { return f() + 1; } f();',
    'hintRecursion',
  ],
  [
    'a name that was never declared',
    'console.log(missingName);',
    'hintNotDefined',
  ],
] as const;

for (const [name, code, hint] of beginnerErrors) {
  test(`a hint for ${name}`, async ({ page }) => {
    const text = dictionaryOf('zh-CN');
    const bench = await openLab(page, 'k-means');
    await bench.runProgram(code, /ready|error/);
    await expect(bench.log.locator('.pg-hint').first()).toHaveText(
      text[hint].replaceAll('`', ''),
    );
  });
}

test('a forgotten return is hinted at where a test fails', async ({ page }) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  await bench.open('k-means.test.ts');
  await bench.write(`import { expect, it } from 'vitest';
const twice = (n: number) => { n * 2; };
it('doubles', () => expect(twice(2)).toBe(4));
`);
  await bench.runTests();
  await bench.expectState('failed', 30_000);
  await bench.show('output');
  await expect(bench.log.locator('.is-fail')).toContainText(
    text.hintForgottenReturn.replaceAll('`', ''),
  );
});

test('Escape leaves the editor, and Tab goes on behind it', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  const types = bench.root.getByRole('button', { name: text.typesOff });
  await bench.editor.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(types).toBeFocused();
  await bench.editor.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect(bench.editor).toBeFocused();
});

test('what is said of a link has not the colour of failed tests', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  const colour = () =>
    bench.status.evaluate((status) => getComputedStyle(status).color);
  const ordinary = await colour();
  await bench.open('k-means.test.ts');
  await bench.write(
    "import { expect, it } from 'vitest'; it('a', () => expect(1).toBe(2));",
  );
  await bench.runTests();
  await bench.expectState('failed', 30_000);
  expect(await colour()).not.toBe(ordinary);
  await bench.root.getByRole('button', { name: text.share }).click();
  const embed = bench.status.getByRole('button');
  await expect(embed).toHaveText(text.embedCopy);
  expect(await colour()).toBe(ordinary);
  // On a line of its own it begins where the text does.
  const box = await embed.boundingBox();
  const line = await bench.status.boundingBox();
  const indent = (box?.x ?? 0) - (line?.x ?? 0);
  expect(indent < 1 || indent > 60, `${indent} px`).toBe(true);
});

test('over the whole window a lab that has not run is no higher', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  // It waits to be run.
  await bench.root.getByRole('button', { name: 'Python' }).click();
  await bench.root.getByRole('button', { name: text.expand }).click();
  await expect(page.locator('html')).toHaveCSS('overflow-y', 'hidden');
  const box = await bench.root.boundingBox();
  const bottom = (box?.y ?? 0) + (box?.height ?? Number.NaN);
  expect(bottom).toBeLessThanOrEqual(900);
});

test('over the whole window code and figure stand side by side', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  const expand = bench.root.getByRole('button', { name: text.expand });
  await bench.edit('main.ts', (code) => `console.log('kept');\n${code}`);
  await expect(bench.log).toContainText('kept');
  await bench.expectState('ready');
  await expand.click();
  await expect(page.locator('html')).toHaveCSS('overflow-y', 'hidden');
  const code = await bench.editor.boundingBox();
  const figure = await bench.figure.boundingBox();
  expect(code?.width).toBeGreaterThan(600);
  expect(figure?.x).toBeGreaterThan((code?.x ?? 0) + (code?.width ?? 0) - 1);
  await expect(bench.figure).toBeInViewport({ ratio: 1 });
  const exports = await bench.root.locator('.pg-data').boundingBox();
  const output = await bench.root.locator('.pg-output').boundingBox();
  expect(output?.y).toBeGreaterThan((exports?.y ?? 0) + (exports?.height ?? 0));
  await bench.runAgain();

  // In the editor Escape leaves the editor, outside of it the whole window.
  await bench.editor.focus();
  await page.keyboard.press('Escape');
  await expect(
    bench.root.getByRole('button', { name: text.collapse }),
  ).toBeVisible();
  await expect(bench.root.locator('.pg-code').locator(':focus')).toHaveText(
    text.editorHelp,
  );
  await page.keyboard.press('Escape');
  await expect(expand).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('overflow-y', 'visible');
  await expect(bench.editor).toContainText("console.log('kept');");
  await bench.expectState('ready');
});

test('every file is reached by clicks where the tabs do not fit', async ({
  openLab,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 900 });
  const lab = await openLab('k-means');
  const strip = lab.root.getByRole('tablist');
  const hidden = await strip.evaluate(
    (bar) => bar.scrollWidth - bar.clientWidth,
  );
  expect(hidden, 'px of tabs out of view').toBeGreaterThan(50);
  await strip.evaluate((bar) => bar.scrollIntoView({ block: 'center' }));
  const tabs = await strip.getByRole('tab').all();
  for (const tab of [...tabs, ...tabs.toReversed()]) {
    // What is in view of a tab, without any scrolling by hand.
    const middle = () =>
      tab.evaluate((element) => {
        const bar = element.parentElement?.getBoundingClientRect();
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const from = Math.max(left, bar?.left ?? 0);
        const to = Math.min(right, bar?.right ?? 0);
        return { x: (from + to) / 2, y: (top + bottom) / 2, width: to - from };
      });
    await expect.poll(async () => (await middle()).width).toBeGreaterThan(24);
    const { x, y } = await middle();
    await page.mouse.click(x, y);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
});

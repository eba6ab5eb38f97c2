import type { Locator, Page } from '@playwright/test';
import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { LabPage, openLab, sourceOf } from './support/lab-page.ts';
import { locales, pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** The playground by touch, 360 px wide. Runs on the phone project only. */

/** Everything in sight of the section fits into it, sideways. */
async function expectToFit(bench: LabPage, name: string): Promise<void> {
  const outside = await bench.root.evaluate((section) => {
    const { left, right } = section.getBoundingClientRect();
    const scrolls = '.pg-log, .cm-scroller, .pg-tabs, .pg-table, .pg-diff';
    return [...section.querySelectorAll('*')]
      .filter((element) => element.parentElement?.closest(scrolls) == null)
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isInside = box.left >= left - 1 && box.right <= right + 1;
        return box.width > 1 && !isInside;
      })
      .map((element) => `${element.tagName}.${element.classList}`);
  });
  expect(outside, `${name}: outside of the playground`).toEqual([]);
  const page = bench.page;
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(360);
}

/** One finger, from a point by a distance (px). */
async function drag(
  page: Page,
  { x, y }: { x: number; y: number },
  dx: number,
  dy: number,
): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share = 0) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: x + dx * share, y: y + dy * share }],
    });
  await touch('touchStart');
  for (let step = 1; step <= 10; step += 1) {
    await touch('touchMove', step / 10);
  }
  await touch('touchEnd');
}

async function centreOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) {
    throw new Error('Nothing there to touch');
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const locale of locales) {
  const text = dictionaryOf(locale);

  test(`one pane at a time, each fits, Run shows the result (${locale})`, async ({
    page,
  }) => {
    const bench = await openLab(page, 'k-means', locale);
    for (const pane of ['code', 'figure', 'output'] as const) {
      await bench.show(pane);
      await expectToFit(bench, pane);
    }
    await expect(bench.log).toBeVisible();
    await expect(bench.figure).toBeHidden();
    await expect(bench.editor).toBeHidden();

    await bench.show('code');
    const frames = await bench.recordFrames();
    await bench.run();
    await expect(bench.figure).toBeVisible();
    // Not before it has begun to play: the slider stood at the end before.
    await expect.poll(frames).toContain(`0 ${text.pause}`);
    await expect
      .poll(async () => (await frames()).at(-1))
      .toBe(`5 ${text.play}`);
    await bench.root.getByRole('button', { name: text.previousFrame }).tap();
    await expect(bench.slider).toHaveValue('4');
    await bench.root.getByRole('button', { name: text.play }).tap();
    await expect(bench.slider).toHaveValue('5');

    await bench.open('main.ts');
    await bench.write('const rows = [[1]];\nconsole.log(rows[3][0]);\n');
    await bench.expectState('error');
    await expect(bench.editor).toBeVisible();
    await bench.run();
    const problem = bench.log.getByRole('alert');
    await expect(problem).toBeVisible();
    await expectToFit(bench, 'an error');
    await problem.getByRole('button').tap();
    await expect(bench.root.locator('.cm-error-line')).toBeInViewport();
  });

  test(`an exercise is worked through (${locale})`, async ({ page }) => {
    test.slow();
    const bench = await openLab(page, 'k-means', locale);
    await bench.root
      .getByRole('button', { name: text.exercise, exact: true })
      .tap();
    await bench.runTests();
    await bench.expectState('failed', 30_000);
    const failure = bench.log.locator('.is-fail').first();
    await expect(failure).toBeVisible();
    await expectToFit(bench, 'tests');
    await expect(bench.log.locator('.pg-tests')).toContainText(
      locale === 'en'
        ? 'kMeansSteps on the eight points › goes through the states'
        : '八个点上的kMeansSteps › 逐步状态与手算一致',
    );
    await failure.getByRole('button').tap();
    await expect(bench.root.locator('.cm-activeLine')).toBeInViewport();

    for (const n of [1, 2, 3]) {
      const name = fill(text.exerciseHint, { n, count: 3 });
      await bench.root.getByRole('button', { name }).tap();
    }
    await bench.root.getByRole('button', { name: text.exerciseSolution }).tap();
    // Both texts in one view: their names have the colours of their lines.
    const labels = bench.root.locator('.pg-diff-labels > span');
    await expect(labels).toHaveText([
      `− ${text.labelMine}`,
      `+ ${text.labelSolution}`,
    ]);
    const view = bench.root.locator('.pg-diff .cm-content');
    await expect(view).toHaveAttribute('contenteditable', 'false');
    const colours = (places: string[]) =>
      Promise.all(
        places.map((place) =>
          bench.root
            .locator(`.pg-diff ${place}`)
            .first()
            .evaluate((element) => getComputedStyle(element).backgroundColor),
        ),
      );
    const [mine, solution] = await colours([
      '.cm-deletedChunk',
      '.cm-changedLine',
    ]);
    expect(mine).not.toBe(solution);
    expect(
      await colours([
        '.pg-diff-labels > :first-child',
        '.pg-diff-labels > :last-child',
      ]),
    ).toEqual([mine, solution]);
    await expect(bench.root.locator('.pg-diff')).toContainText(
      'function* iterate',
    );
    await expect(
      bench.root.locator('.pg-diff .cm-changedLine'),
    ).not.toHaveCount(0);
    await expectToFit(bench, 'hints and solution');

    await bench.open('k-means.ts');
    await bench.write(sourceOf('k-means', 'k-means.ts'));
    await bench.runTests();
    await bench.expectState('passed', 30_000);
    await bench.show('code');
    await expect(bench.root.locator('.pg-exercise')).toContainText(
      text.exerciseSolved,
    );
  });
}

test('points are added and dragged by finger; a bad CSV is explained', async ({
  page,
}) => {
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).tap();
  await expectToFit(bench, 'tools');
  const tools = bench.root.getByRole('group', { name: text.tool });
  const add = tools.getByRole('button', { name: text.toolPoint });
  await add.tap();
  await expect(add).toHaveAttribute('aria-pressed', 'true');
  const ground = bench.root.locator('.pg-point-editor');
  await ground.tap({ position: { x: 200, y: 60 } });
  await expect(
    bench.root.getByRole('button', { name: /^数据点 9：/ }),
  ).toBeVisible();

  const move = tools.getByRole('button', { name: text.toolMove });
  await move.tap();
  await expect(move).toHaveAttribute('aria-pressed', 'true');

  await bench.root.getByText(text.ownData).tap();
  const panel = bench.root.locator('.pg-data-panel');
  await panel.getByRole('textbox').fill('1,2\n3,abc\n');
  await panel.getByRole('button', { name: text.dataUse }).tap();
  await expect(panel.getByRole('status')).toHaveText(
    fill(text.csvNumber, { row: 2, column: 2, text: 'abc' }),
  );
  await expectToFit(bench, 'own data');

  // The last thing done: a tap that follows a flick may be taken for its end.
  const point = bench.root.getByRole('button', { name: /^数据点 8：/ });
  await expect(point).toHaveAccessibleName('数据点 8：(4, 5)');
  await drag(page, await centreOf(point), -60, 40);
  await expect(point).not.toHaveAccessibleName('数据点 8：(4, 5)');
  await bench.expectState('ready');
});

test('code of a link waits for a tap', async ({ page }) => {
  const text = dictionaryOf('zh-CN');
  const { encodeShare } = await import('../src/lib/share-link.ts');
  const code = `console.log('from afar');\n${sourceOf('k-means', 'main.ts')}`;
  const files = { '/main.ts': code };
  await page.goto(
    pathOf('coding/k-means') +
      encodeShare({ lab: 'k-means', edition: 'solution', files }),
  );
  const bench = new LabPage(page, 'k-means', 'zh-CN');
  const banner = bench.root.getByRole('alert');
  await expect(banner).toContainText(text.linkTitle);
  await expect(banner.locator('.cm-editor')).toContainText('from afar');
  await expectToFit(bench, 'banner');
  await banner.getByRole('button', { name: text.linkRun }).tap();
  await bench.expectState('ready');
  await bench.showConsole();
  await expect(bench.log).toContainText('from afar');
});

test('typing loses nothing, zooms nothing and traps no scroll', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means');
  const line = await bench.firstLine();
  const typed = '// the quick brown fox jumps over the lazy dog 0123456789';
  await page.keyboard.type(typed, { delay: 15 });
  await page.keyboard.press('Enter');
  await expect(line).toHaveText(typed);
  await bench.expectState('ready');

  // iOS zooms into a field whose text is smaller than 16 px.
  await bench.root.locator('.pg-data-panel summary').tap();
  await page.keyboard.press('ControlOrMeta+F');
  const sizes = await bench.root.evaluate((section) =>
    [
      ...section.querySelectorAll(
        '.cm-content, textarea, select, input:not([type=file], [type=range])',
      ),
    ].map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
  );
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);

  // A swipe that starts in the code moves the page once the code is at its end.
  await bench.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(bench.root.locator('.cm-line').last()).toBeInViewport();
  const code = bench.root.locator('.cm-scroller');
  await centreOf(code);
  const before = await page.evaluate(() => scrollY);
  // A finger that rests before it moves, as on a busy machine, is no swipe.
  await expect(async () => {
    await drag(page, await centreOf(code), 0, -200);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
  }).toPass();
});

test('type checking is offered here, too', async ({ page }) => {
  test.slow();
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.root.getByRole('button', { name: text.typesOff }).tap();
  await expect(
    bench.root.getByRole('button', { name: text.typesOn }),
  ).toBeVisible({ timeout: 60_000 });
  await bench.edit('main.ts', (code) => `const wrong: string = 3;\n${code}`);
  await bench.firstLine();
  await expect(bench.root.locator('.cm-lintRange-error')).toHaveText('wrong', {
    timeout: 30_000,
  });
});

test('the home page has its choice of theme and language', async ({ page }) => {
  await page.goto('./');
  const header = page.locator('header.header');
  await header.getByLabel('选择主题').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const box = await header.getByLabel('选择主题').boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(24);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(360);
  await header.getByLabel('选择语言').selectOption({ label: 'English' });
  await expect(page).toHaveURL(/\/en\/$/);
});

test('the page stays where it is under the open menu', async ({ page }) => {
  await page.goto(pathOf('coding/k-means', 'en'));
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  const scroll = () => page.evaluate(() => window.scrollY);
  const frame = () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    });
  const wheel = async () => {
    await page.mouse.move(180, 400);
    await page.mouse.wheel(0, 300);
  };
  await menu.tap();
  await expect(page.locator('#starlight__sidebar')).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('overflow-y', 'hidden');
  await frame();
  await wheel();
  await frame();
  expect(await scroll()).toBe(0);
  await menu.tap();
  await expect(page.locator('body')).toHaveCSS('overflow-y', 'visible');
  // What scrolls learns of the style with a frame that comes later.
  await expect(async () => {
    await wheel();
    expect(await scroll()).toBeGreaterThan(0);
  }).toPass();
});

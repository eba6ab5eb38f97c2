import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { openLab, sourceOf } from './support/lab-page.ts';
import { locales } from './support/site.ts';
import { expect, test } from './support/test.ts';

test('tests of the solution, just passed, do not solve the exercise', async ({
  page,
}) => {
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.runTests();
  await bench.expectState('passed');
  // Before anything could be heard of the tests of the exercise.
  await bench.root.evaluate(
    async (root, [exercise, runTests]) => {
      const press = (name: string) =>
        [...root.querySelectorAll('button')]
          .find(({ textContent }) => textContent?.trim() === name)
          ?.click();
      press(exercise);
      while (root.querySelector('.pg-exercise') === null) {
        await new Promise(requestAnimationFrame);
      }
      press(runTests);
    },
    [text.exercise, text.runTests] as const,
  );
  await bench.expectState('failed');
  await expect(bench.root.locator('.pg-exercise')).toBeVisible();
  await expect(bench.root).not.toContainText(text.exerciseSolved);
});

const EXERCISE_IMPORT = '@runnable-guide/algorithms/empty-clusters';

for (const locale of locales) {
  const text = dictionaryOf(locale);

  test(`an exercise is opened, failed, hinted at, solved and remembered (${locale})`, async ({
    page,
  }) => {
    test.slow();
    const bench = await openLab(page, 'k-means', locale);
    await bench.root
      .getByRole('button', { name: text.exercise, exact: true })
      .click();
    await expect(bench.root).toContainText(
      fill(text.exerciseTask, { file: 'k-means.ts' }).replaceAll('`', ''),
    );
    await bench.show('code');
    await expect(bench.tab('k-means.ts')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    // The exercise imports by package name, the solution by file.
    await expect(bench.editor).toContainText(EXERCISE_IMPORT);

    await bench.runTests();
    await bench.expectState('failed', 30_000);
    await bench.show('output');
    const failure = bench.log.locator('.is-fail').first();
    await expect(failure).toContainText(
      locale === 'en' ? /Not written yet: \w/ : /还没写：\p{Script=Han}/u,
    );
    await failure.getByRole('button').click();
    await expect(bench.root.locator('.cm-activeLine')).toContainText(
      'yourTurn(',
    );
    await expect(bench.root.locator('.cm-activeLine')).toBeInViewport();

    for (const n of [1, 2, 3]) {
      await bench.root
        .getByRole('button', { name: fill(text.exerciseHint, { n, count: 3 }) })
        .click();
    }
    await expect(bench.root.locator('.pg-exercise li')).toHaveCount(3);
    const compare = bench.root.getByRole('button', {
      name: text.exerciseSolution,
    });
    await compare.click();
    await expect(bench.root.locator('.pg-diff')).toContainText(
      /moveCentroids|columnMeans/,
    );
    // The addresses of modules are no difference to study.
    await expect(
      bench.root.locator('.pg-diff .cm-changedLine', { hasText: 'import' }),
    ).toHaveCount(0);
    await compare.click();

    await bench.open('k-means.ts');
    await bench.write(sourceOf('k-means', 'k-means.ts'));
    await bench.runTests();
    await bench.expectState('passed', 30_000);
    await expect(bench.root.locator('.pg-exercise')).toContainText(
      text.exerciseSolved,
    );

    await bench.root
      .getByRole('button', { name: text.solution, exact: true })
      .click();
    await bench.open('k-means.ts');
    await expect(bench.editor).not.toContainText(EXERCISE_IMPORT);
    await page.reload();
    await bench.bringIntoView();
    await bench.expectState('ready', 30_000);
    await bench.root
      .getByRole('button', { name: text.exercise, exact: true })
      .click();
    await expect(bench.root.locator('.pg-exercise')).toContainText(
      text.exerciseSolved,
    );
  });
}

test('a wrong solution is told what was expected, what came, and a likely cause', async ({
  page,
}) => {
  test.slow();
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.root
    .getByRole('button', { name: text.exercise, exact: true })
    .click();
  await bench.open('k-means.ts');
  // The sum instead of the mean: centroids run away.
  await bench.write(
    sourceOf('k-means', 'k-means.ts').replace(
      /columnMeans\((points\.filter\([^)]*\) =>[^)]*\))\)/,
      'columnMeans($1).map((mean) => mean * 2)',
    ),
  );
  await bench.runTests();
  await bench.expectState('failed', 30_000);
  await bench.show('output');
  const failure = bench.log
    .locator('.is-fail')
    .filter({ hasText: text.expected })
    .first();
  await expect(failure).toContainText(text.received);
  await expect(bench.log.locator('.is-fail .pg-hint').first()).toBeVisible();
});

test('a forgotten return is hinted at and marked, though the error is a TypeError', async ({
  page,
}) => {
  test.slow();
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  await bench.root
    .getByRole('button', { name: text.exercise, exact: true })
    .click();
  await bench.open('k-means.ts');
  const solution = sourceOf('k-means', 'k-means.ts');
  const broken = solution.replace(
    'return centroids.map((_, cluster)',
    'centroids.map((_, cluster)',
  );
  expect(broken).not.toBe(solution);
  await bench.write(broken);
  await bench.runTests();
  await bench.expectState('failed', 30_000);
  await bench.show('output');
  const failure = bench.log
    .locator('.is-fail')
    .filter({ hasText: 'Cannot read properties of undefined' })
    .first();
  await expect(failure.locator('.pg-hint').first()).toContainText(
    /undefined.*return/,
  );
  const place = failure.getByRole('button').first();
  await expect(place).toContainText('k-means.ts, line');
  const line = await failure.locator('.pg-problem-code').textContent();
  await place.click();
  await expect(bench.tab('k-means.ts')).toHaveClass('has-problem');
  await expect(
    bench.root.locator('.cm-error-line', { hasText: line ?? '?' }),
  ).toBeVisible();
});

for (const [locale, difference] of [
  ['zh-CN', '相差46，容差 ±5e-13'],
  ['en', 'Off by46, tolerance ±5e-13'],
] as const) {
  test(`a number that is not close is told with tolerance and difference (${locale})`, async ({
    page,
  }) => {
    const bench = await openLab(page, 'k-means', locale);
    await bench.open('k-means.test.ts');
    await bench.write(
      "import { expect, it } from 'vitest';\n" +
        "it('a', () => expect(1).toBeCloseTo(47, 12));\n" +
        "it('b', () => expect([1, 2]).toHaveLength(3));\n",
    );
    await bench.runTests();
    await bench.expectState('failed', 30_000);
    await bench.show('output');
    const failures = bench.log.locator('.is-fail');
    await expect(failures.first()).toContainText(difference);
    await expect(failures.last()).toContainText('length 3');
    await expect(bench.log).not.toContainText(/close to|expected .* to/);
  });
}

test('hints show code as code, and a file name in one piece', async ({
  page,
}) => {
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.root
    .getByRole('button', { name: text.exercise, exact: true })
    .click();
  const panel = bench.root.locator('.pg-exercise');
  const file = panel.locator('p code', { hasText: 'k-means.ts' });
  await expect(file).toHaveCSS('white-space', 'nowrap');
  for (const n of [1, 2, 3]) {
    await panel
      .getByRole('button', { name: fill(text.exerciseHint, { n, count: 3 }) })
      .click();
  }
  await expect(panel.locator('li code', { hasText: 'argMin' })).not.toHaveCount(
    0,
  );
  await expect(panel).not.toContainText('`');
});

test('the solution beside one’s own can be read by keyboard, not edited', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  const press = (name: string) =>
    bench.root.getByRole('button', { name, exact: true }).click();
  await press(text.exercise);
  for (const n of [1, 2, 3]) {
    await press(fill(text.exerciseHint, { n, count: 3 }));
  }
  await press(text.exerciseSolution);
  const diff = bench.root.locator('.pg-diff');
  const editors = diff.locator('.cm-content');
  await expect(editors).toHaveCount(2);
  for (const editor of await editors.all()) {
    await expect(editor).toHaveAttribute('contenteditable', 'false');
    await editor.focus();
    await expect(editor).toBeFocused();
  }
  const scrolled = () =>
    diff.locator('.pg-codemirror').evaluate((box) => box.scrollTop);
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(0);
});

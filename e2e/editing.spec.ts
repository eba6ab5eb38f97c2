import { LabPage } from './support/lab-page.ts';
import { pathOf, sourceOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

/**
 * The article's points from (1, 1), (1, 2) and (4, 5), by hand: clusters of
 * two, three and three points, inertia 1/2 + 4/3 + 4/3.
 */
const threeClusters = (code: string) =>
  code
    .replace('const k = 2;', 'const k = 3;')
    .replace('  [1, 2],\n];', '  [1, 2],\n  [4, 5],\n];');

const byHand = {
  centroids: [
    '(1, 1.5)',
    /\(2\.333\d*, 2\.667\d*\)/,
    /\(3\.667\d*, 4\.333\d*\)/,
  ],
  inertia: 'inertia 3.167',
};

test('k = 3 gives the three centroids computed by hand', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.show('figure');
  const before = await lab.svg();
  await expect(lab.figure).toHaveAccessibleName(/2 clusters/);

  await lab.edit('main.ts', threeClusters);
  await lab.show('figure');
  await expect(lab.figure).toHaveAccessibleName(/3 clusters/);
  for (const centroid of byHand.centroids) {
    await expect(lab.figure).toHaveAccessibleName(
      typeof centroid === 'string' ? new RegExp(escaped(centroid)) : centroid,
    );
  }
  await expect(lab.root.locator('figcaption')).toContainText(byHand.inertia);
  await lab.expectState('ready');
  expect(await lab.svg()).not.toBe(before);
  await expect(lab.root.getByText('Edited', { exact: true })).toBeVisible();
});

test('an edit of the algorithm changes the figure', async ({ openLab }) => {
  const lab = await openLab('k-means');
  await lab.show('figure');
  const before = await lab.svg();
  // Every point goes to the centroid that is farthest away.
  await lab.edit('k-means.ts', (code) =>
    code.replace(
      'argMin(centroids.map((centroid) => squaredDistance(point, centroid)))',
      'argMin(centroids.map((centroid) => -squaredDistance(point, centroid)))',
    ),
  );
  await lab.show('figure');
  await expect(async () => {
    expect(await lab.svg()).not.toBe(before);
  }).toPass();
});

const slips = [
  {
    id: 'k-means',
    file: 'k-means.ts',
    slip: 'points go to the farthest centroid',
    from: '=> squaredDistance(point, centroid)',
    to: '=> -squaredDistance(point, centroid)',
  },
  {
    id: 'neural-network',
    file: 'neural-network.ts',
    slip: 'a step goes uphill',
    from: 'value - learningRate * slope',
    to: 'value + learningRate * slope',
  },
  {
    id: 'decision-tree',
    file: 'decision-tree.ts',
    slip: 'the worst split is chosen',
    from: 'split.gain > best.gain + roundingError',
    to: 'split.gain < best.gain - roundingError',
  },
] as const;

for (const locale of ['zh-CN', 'en'] as const) {
  for (const { id, file, slip, from, to } of slips) {
    test(`tests fail where ${slip} (${locale})`, async ({ openLab }) => {
      const lab = await openLab(id, locale);
      await lab.edit(file, (code) => code.replace(from, to));
      await lab.expectState(/ready|error/);
      await lab.runTests();
      await lab.expectState('failed', 40_000);
      const failure = lab.log.locator('li.is-fail').filter({
        has: lab.page.getByText(lab.names.expected, { exact: true }),
      });
      await expect(failure.first()).toBeVisible();
      await expect(
        failure.first().getByText(lab.names.received, { exact: true }),
      ).toBeVisible();
      await expect(failure.first().locator('dd').nth(0)).toHaveText(/\S/);
      await expect(failure.first().locator('dd').nth(1)).toHaveText(/\S/);
      await expect(lab.status).toHaveText(
        locale === 'en' ? /Tests: \d+ failed, \d+ passed/ : /\d+ 个测试未通过/,
      );
    });
  }
}

test('edits in several tabs survive switching between them', async ({
  openLab,
}) => {
  const lab = await openLab('k-means');
  const main = "console.log('from the program');\n";
  const algorithm = "console.log('from the algorithm');\n";
  await lab.edit('main.ts', (code) => main + code);
  await lab.edit('k-means.ts', (code) => algorithm + code);
  await lab.open('main.ts');
  await expect(await lab.firstLine()).toHaveText(main.trim());
  await lab.open('k-means.ts');
  await expect(await lab.firstLine()).toHaveText(algorithm.trim());
  await lab.show('output');
  await expect(lab.log).toContainText('from the program');
  await expect(lab.log).toContainText('from the algorithm');
});

test('nothing typed is lost or moved', async ({ openLab, page }) => {
  const lab = await openLab('k-means');
  const line = await lab.firstLine();
  const typed = '// the quick brown fox jumps over the lazy dog 0123456789';
  await page.keyboard.type(typed, { delay: 15 });
  await page.keyboard.press('Enter');
  await expect(line).toHaveText(typed);
});

test('every file keeps its place', async ({ openLab, page }) => {
  const lab = await openLab('k-means');
  const last = lab.root.getByText('return { seed, inertia, iterationCount');
  await lab.open('main.ts');
  await lab.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(last).toBeInViewport();
  await lab.open('k-means.ts');
  await expect(
    lab.root.getByText("from './empty-clusters.ts'"),
  ).toBeInViewport();
  await lab.open('main.ts');
  await expect(last).toBeInViewport();
});

test('undo and redo work after switching tabs', async ({ openLab, page }) => {
  const lab = await openLab('k-means');
  const edit = "console.log('to be undone');\n";
  await lab.edit('main.ts', (code) => edit + code);
  await lab.open('k-means.ts');
  await lab.open('main.ts');
  await lab.editor.focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(await lab.firstLine()).not.toHaveText(edit.trim());
  await expect(lab.root.getByText('已修改', { exact: true })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(await lab.firstLine()).toHaveText(edit.trim());
  await expect(lab.root.getByText('已修改', { exact: true })).toBeVisible();
});

test('reset restores code, figure and output', async ({ openLab }) => {
  const lab = await openLab('k-means', 'en');
  await lab.show('figure');
  const figure = await lab.svg();
  await lab.show('output');
  const output = await lab.log.textContent();

  await lab.edit('main.ts', threeClusters);
  await lab.edit('k-means.ts', (code) => `console.log('edited');\n${code}`);
  await lab.show('output');
  await expect(lab.log).toContainText('edited');
  await lab.reset();
  await expect(lab.log).not.toContainText('edited');
  await lab.expectState('ready');
  expect(await lab.log.textContent()).toBe(output);
  await lab.show('figure');
  expect(await lab.svg()).toBe(figure);
  for (const file of ['main.ts', 'k-means.ts']) {
    await lab.open(file);
    const [line = ''] = sourceOf('k-means', file).split('\n');
    await expect(await lab.firstLine()).toHaveText(line);
  }
  await expect(lab.root.getByText('Edited', { exact: true })).toBeHidden();
  await expect(lab.button('reset')).toBeDisabled();
});

test('Run after a test run shows what the program prints', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.runTests();
  await lab.expectState('passed', 40_000);
  await lab.run();
  await lab.expectState('ready');
  await lab.show('output');
  await expect(lab.log).toContainText('iteration 0: labels');
});

test('results of tests stay while their cause is being mended', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.edit('k-means.ts', (code) =>
    code.replace('=> squaredDistance(point', '=> -squaredDistance(point'),
  );
  await lab.runTests();
  await lab.expectState('failed', 40_000);
  const failures = lab.log.locator('.is-fail');
  const count = await failures.count();
  expect(count).toBeGreaterThan(0);
  await lab.open('k-means.ts');
  await lab.firstLine();
  await lab.page.keyboard.insertText('// thinking\n');
  await lab.expectState(/ready|error/);
  await lab.show('output');
  await expect(failures).toHaveCount(count);
  await expect(lab.log).toContainText('These are the results of before');

  await lab.edit('k-means.ts', (code) => `// mended\n${code}`);
  await lab.runTests();
  await lab.expectState('passed', 40_000);
  await expect(failures).toHaveCount(0);
  await expect(lab.log).not.toContainText('These are the results of before');

  // An edit of the program itself is for what it prints and draws.
  await lab.edit('main.ts', (code) => `console.log('printed');\n${code}`);
  await lab.show('output');
  await expect(lab.log).toContainText('printed');
});

test('tests asked for while the lab is on its way are run', async ({
  page,
}) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_astro/Live.*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(pathOf('coding/k-means', 'en'));
  const lab = new LabPage(page, 'k-means', 'en');
  await lab.bringIntoView();
  await lab.expectState('loading', 30_000);
  await lab.runTests();
  arrive();
  await lab.expectState('passed', 60_000);
  await lab.show('output');
  await expect(lab.log.locator('.is-pass')).not.toHaveCount(0);
});

test('the figures of a program can be switched', async ({ openLab }) => {
  const lab = await openLab('decision-tree', 'en');
  await lab.show('figure');
  const count = await lab.figureSwitch.count();
  expect(count).toBeGreaterThan(3);
  const seen = new Set<string>();
  const drawing = () => lab.root.locator('.pg-drawing').innerHTML();
  for (let index = 0; index < count; index += 1) {
    await lab.figureSwitch.nth(index).click();
    await expect(
      lab.root.locator('.pg-figures [aria-pressed="true"]').first(),
    ).toHaveText((await lab.figureSwitch.nth(index).textContent()) ?? '');
    // The press is answered first, then the figure is drawn.
    await expect.poll(async () => seen.has(await drawing())).toBe(false);
    seen.add(await drawing());
  }
  expect(seen.size).toBe(count);
  // The six rows of the article: no split lowers their impurity.
  await lab.figureSwitch.nth(0).click();
  await expect(lab.root.locator('.pg-drawing table')).toContainText('0.4444');
});

test('slider and buttons choose the frame', async ({ openLab, page }) => {
  const lab = await openLab('k-means', 'en');
  await lab.show('figure');
  const count = Number(await lab.slider.getAttribute('max')) + 1;
  expect(count).toBeGreaterThan(2);
  const expectFrame = async (frame: number) => {
    await expect(lab.slider).toHaveAttribute(
      'aria-valuetext',
      `Frame ${frame} of ${count}`,
    );
    await expect(lab.slider).toHaveValue(String(frame - 1));
  };
  const caption = lab.root.locator('figcaption');
  const last = await lab.svg();
  await expectFrame(count);
  await expect(lab.button('next')).toBeDisabled();

  await lab.slider.focus();
  await page.keyboard.press('Home');
  await expectFrame(1);
  await expect(caption).toContainText('initial centroids');
  const first = await lab.svg();
  expect(first).not.toBe(last);
  await expect(lab.button('previous')).toBeDisabled();

  await page.keyboard.press('ArrowRight');
  await expectFrame(2);
  const second = await lab.svg();
  expect(second).not.toBe(first);

  await lab.button('previous').click();
  await expectFrame(1);
  expect(await lab.svg()).toBe(first);
  await lab.button('next').click();
  await expectFrame(2);
  expect(await lab.svg()).toBe(second);
  await lab.button('next').press('Enter');
  await expectFrame(3);

  const box = await lab.slider.boundingBox();
  await lab.slider.click({
    position: { x: (box?.width ?? 0) - 2, y: (box?.height ?? 0) / 2 },
  });
  await expectFrame(count);
  expect(await lab.svg()).toBe(last);
});

test('a figure plays from its start to its end', async ({ openLab }) => {
  const lab = await openLab('k-means', 'en');
  await lab.show('figure');
  const count = Number(await lab.slider.getAttribute('max')) + 1;
  const last = await lab.svg();
  const frames = await lab.recordFrames();
  await lab.button('play').click();
  await expect(lab.slider).toHaveValue(String(count - 1));
  await expect
    .poll(frames)
    .toEqual([
      `${count - 1} Play`,
      ...Array.from({ length: count }, (_, index) => `${index} Pause`),
      `${count - 1} Play`,
    ]);
  expect(await lab.svg()).toBe(last);
});

test('Run plays the figure; with reduced motion it stands still', async ({
  openLab,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await openLab('k-means', 'en');
  await lab.show('figure');
  const last = await lab.slider.getAttribute('max');
  const frames = await lab.recordFrames();
  await lab.runAgain();
  await expect(lab.slider).toHaveValue(last ?? '');
  expect((await frames()).join()).not.toContain('Pause');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await lab.run();
  await expect.poll(frames).toContain('0 Pause');
  await expect.poll(async () => (await frames()).at(-1)).toBe(`${last} Play`);
});

test('the mark of a broken line goes when the cause is mended elsewhere', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  const mark = lab.root.locator('.cm-error-line');
  await lab.edit('k-means.ts', () => 'export const answer: any = undefined;\n');
  await lab.open('main.ts');
  await lab.write(
    "import { answer } from '@runnable-guide/algorithms/k-means';\n" +
      'console.log(answer.length);\n',
  );
  await lab.expectState('error');
  await expect(mark).toHaveText('console.log(answer.length);');
  await lab.open('k-means.ts');
  await expect(mark).toHaveCount(0);
  await lab.write("export const answer: any = 'mended';\n");
  await lab.expectState('ready');
  await lab.open('main.ts');
  await expect(mark).toHaveCount(0);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { openLab } from './support/lab-page.ts';
import { expect, test } from './support/test.ts';

const text = dictionaryOf('en');

/** As a frame is noted while the figure plays. */
const playing = (frame: number) => `${frame} Pause`;

test('a run that is asked for plays from its first frame', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await expect(bench.slider).toHaveValue('5');
  const frames = await bench.recordFrames();
  await bench.run();
  await expect.poll(frames).toContain('0 Pause');
  await expect.poll(async () => (await frames()).at(-1)).toBe('5 Play');
  const shown = await frames();
  const played = shown.slice(shown.indexOf('0 Pause'));
  expect(played).toEqual([...[0, 1, 2, 3, 4, 5].map(playing), '5 Play']);
});

test('a run that is slow to draw plays to its end all the same', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.runProgram(
    `import { plot } from 'plot';
for (let i = 0; i < 4; i += 1) {
  plot.scatter('mine', { points: [[i, i]] });
  // Longer than two frames are shown.
  if (i === 1) await new Promise((go) => setTimeout(go, 2_000));
}
console.log('drawn');`,
    'ready',
  );
  await expect(bench.log).toContainText('drawn');
  await bench.show('figure');
  const frames = await bench.recordFrames();
  await bench.run();
  await expect.poll(frames).toContain('0 Pause');
  await expect.poll(async () => (await frames()).at(-1)).toBe('3 Play');
  const shown = await frames();
  const played = shown.slice(shown.indexOf('0 Pause'));
  expect(played).toEqual([...[0, 1, 2, 3].map(playing), '3 Play']);
});

test('playing can be paused, stepped and sped up', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  const frames = await bench.recordFrames();
  // By the page itself: a click from outside may come after the last frame.
  await bench.root.evaluate((root) => {
    const slider = root.querySelector<HTMLInputElement>('.pg-player input');
    const toggle = root.querySelector<HTMLElement>('.pg-player button');
    new MutationObserver((_, observer) => {
      if (slider?.value === '1') {
        observer.disconnect();
        toggle?.click();
      }
    }).observe(root, { subtree: true, attributeFilter: ['aria-valuetext'] });
    toggle?.click();
  });
  await expect.poll(frames).toEqual(['5 Play', '0 Pause', '1 Pause', '1 Play']);
  await expect(bench.slider).toHaveValue('1');
  await bench.slider.focus();
  await page.keyboard.press('Home');
  await expect(bench.slider).toHaveValue('0');
  await page.keyboard.press('ArrowRight');
  await expect(bench.slider).toHaveValue('1');
  await expect(bench.slider).toHaveAttribute(
    'aria-valuetext',
    fill(text.frame, { n: 2, count: 6 }),
  );
  await bench.root.getByLabel(text.speed).selectOption('4');
  await page.keyboard.press('Escape');
  await bench.slider.focus();
  await page.keyboard.press('Space');
  await expect(bench.slider).toHaveValue('5');
  const shown = await frames();
  expect(shown.slice(4, 6)).toEqual(['0 Play', '1 Play']);
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a run does not play by itself', async ({ page }) => {
    const bench = await openLab(page, 'k-means', 'en');
    const frames = await bench.recordFrames();
    await bench.runAgain();
    expect((await frames()).join()).not.toContain('Pause');
    await bench.show('figure');
    await expect(bench.slider).toHaveValue('5');
    await expect(
      bench.root.getByRole('button', { name: text.play }),
    ).toBeVisible();
  });
});

test('frames come from the edited program, each with its caption', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.runProgram(
    `import { plot } from 'plot';
for (let i = 0; i < 4; i += 1) {
  console.log('line', i);
  plot.scatter('mine', { points: [[i, i]], caption: 'caption ' + i });
}`,
    'ready',
  );
  await bench.show('figure');
  await expect(bench.slider).toHaveAttribute('max', '3');
  await expect(bench.root.locator('figcaption')).toHaveText('caption 3');
  await bench.slider.focus();
  await page.keyboard.press('Home');
  await expect(bench.root.locator('figcaption')).toHaveText('caption 0');
  await expect(bench.figure).toHaveAccessibleName(/1 of 4/);
});

test('a console line and its frame are linked both ways', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.showConsole();
  const line = bench.log.locator('.pg-line', { hasText: 'iteration 0' });
  await line.getByRole('button').click();
  await bench.show('figure');
  await expect(bench.slider).toHaveValue('1');
  await expect(bench.root.locator('figcaption')).toContainText('Iteration 0');
  await bench.slider.focus();
  await page.keyboard.press('End');
  await bench.showConsole();
  await expect(line).not.toHaveClass(/is-shown/);
  await expect(
    bench.log.locator('.pg-line', { hasText: 'iteration 2' }),
  ).toHaveClass(/is-shown/);
});

test('what a network gives at first and at last belongs to those frames', async ({
  page,
}) => {
  const bench = await openLab(page, 'neural-network', 'en');
  await bench.showConsole();
  const line = (words: string) =>
    bench.log
      .locator('.pg-line')
      .filter({ hasText: words })
      .getByRole('button', { name: /frame/i });
  await line('before training: 0,0').click();
  await bench.show('figure');
  await expect(bench.slider).toHaveValue('0');
  await bench.showConsole();
  await line('after training: 1,1').click();
  await bench.show('figure');
  const last = await bench.slider.getAttribute('max');
  await expect(bench.slider).toHaveValue(last ?? '');
});

test.describe('without the network for a moment', () => {
  test.use({ allowedError: /ERR_FAILED/ });
  test('a part of a lab that does not arrive takes nothing else away', async ({
    page,
  }) => {
    const text = dictionaryOf('zh-CN');
    const bench = await openLab(page, 'k-means');
    const isPart = /FigureData\.[^/]*\.js/;
    await page.route(isPart, (route) => route.abort());
    await bench.show('figure');
    const summary = bench.root.locator('.pg-data summary');
    await summary.click();
    const notice = bench.root.locator('.pg-data').getByRole('alert');
    await expect(notice).toContainText(text.partFailed.split('{')[0] ?? '');
    await expect(bench.figure).toBeVisible();
    await page.unroute(isPart);
    await notice.getByRole('button', { name: text.retry }).click();
    await expect(bench.root.locator('.pg-data table')).toBeVisible();
  });
});

import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { openLab } from './support/lab-page.ts';
import { expect, test } from './support/test.ts';

const text = dictionaryOf('en');

test('a run that is asked for plays from its first frame', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await expect(bench.slider).toHaveValue('5');
  await bench.run();
  await expect(bench.slider).not.toHaveValue('5');
  await expect(
    bench.root.getByRole('button', { name: text.pause }),
  ).toBeVisible();
  await expect(bench.slider).toHaveValue('5', { timeout: 15_000 });
  await expect(
    bench.root.getByRole('button', { name: text.play }),
  ).toBeVisible();
});

test('playing can be paused, stepped and sped up', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.play }).click();
  await bench.root.getByRole('button', { name: text.pause }).click();
  const paused = await bench.slider.inputValue();
  await bench.root
    .getByRole('button', { name: text.previousFrame })
    .isEnabled();
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
  expect(Number(paused)).toBeLessThan(5);
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a run does not play by itself', async ({ page }) => {
    const bench = await openLab(page, 'k-means', 'en');
    await bench.run();
    await bench.expectState('ready');
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

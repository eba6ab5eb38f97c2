import { expect, test } from './support/test.ts';

test('a lab is printed as code, figure and output, without controls', async ({
  openLab,
  page,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.figureSwitch.nth(0).click();
  await page.emulateMedia({ media: 'print' });

  const controls = lab.root.locator(
    'button, select, input, textarea, summary, iframe',
  );
  await expect(
    // The names of the open file and of the figure shown are buttons, too.
    controls
      .filter({ visible: true })
      .and(page.locator(':not([aria-selected="true"], [aria-pressed="true"])')),
  ).toHaveCount(0);
  await expect(lab.tab('main.ts')).toBeVisible();

  const first = lab.root.getByText("from '@runnable-guide/algorithms/k-means'");
  const last = lab.root.getByText('return { seed, inertia, iterationCount');
  await expect(first).toBeVisible();
  await expect(last).toBeVisible();
  await expect(lab.figure).toBeVisible();
  await expect(lab.root.locator('figcaption')).toBeVisible();
  await expect(lab.log).toContainText('iteration 0: labels');

  // Nothing is cut off: on paper nobody can scroll.
  for (const area of ['.pg-editor', '.cm-scroller', '.pg-log']) {
    const hidden = await lab.root
      .locator(area)
      .evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(hidden, `px of ${area} out of sight`).toBeLessThanOrEqual(1);
  }
});

test('on narrow paper every part is printed, whatever pane is open', async ({
  openLab,
  page,
}) => {
  await page.setViewportSize({ width: 600, height: 800 });
  const lab = await openLab('k-means', 'en');
  await lab.show('output');
  await page.emulateMedia({ media: 'print' });
  await expect(lab.editor).toBeVisible();
  await expect(lab.figure).toBeVisible();
  await expect(lab.log).toBeVisible();
});

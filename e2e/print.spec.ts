import type { Page } from '@playwright/test';
import { printTexts } from '../src/i18n/print-texts.ts';
import { glyphsOfPages } from './support/pdf.ts';
import { pathOf, themes } from './support/site.ts';
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

/** Answers that would be on paper, of those that fold. */
function printedAnswers(page: Page): Promise<boolean[]> {
  return page
    .locator('main :is(.follow-up, .choice) > .fold-body')
    .evaluateAll((bodies) =>
      bodies.map((body) =>
        body.checkVisibility({ contentVisibilityAuto: true }),
      ),
    );
}

test('answers are printed or not, as the reader chooses', async ({ page }) => {
  const text = printTexts.en;
  // A dialogue that stays open until the test closes it.
  await page.addInitScript(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  const closeDialogue = async () => {
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
  };
  await page.goto(pathOf('concepts/edge-inference', 'en'));
  const folds = page.locator('main :is(.follow-up, .choice)');
  const count = await folds.count();
  expect(count).toBeGreaterThan(5);
  await folds.first().locator('summary').click();
  const onlyFirst = Array.from({ length: count }, (_, index) => index === 0);
  expect(await printedAnswers(page)).toEqual(onlyFirst);

  await page.getByRole('button', { name: text.closed }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await printedAnswers(page)).toEqual(onlyFirst.map(() => false));
  await expect(folds.last().locator('summary')).toBeVisible();
  await closeDialogue();
  // What is out of sight on a screen is laid out in the next frame.
  await expect.poll(() => printedAnswers(page)).toEqual(onlyFirst);

  await page.getByRole('button', { name: text.open }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await printedAnswers(page)).toEqual(onlyFirst.map(() => true));
  await expect(page.getByRole('button', { name: text.open })).toBeHidden();
  await closeDialogue();
  // What is out of sight on a screen is laid out in the next frame.
  await expect.poll(() => printedAnswers(page)).toEqual(onlyFirst);
});

test('the cards are printed without their answers, to test oneself', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.goto(pathOf('review'));
  const { closed } = printTexts['zh-CN'];
  await page.getByRole('button', { name: closed }).click();
  await page.emulateMedia({ media: 'print' });
  const printed = await printedAnswers(page);
  expect(printed.length).toBeGreaterThan(80);
  expect(printed.filter(Boolean)).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).not.toHaveAttribute('data-answers');
  await expect
    .poll(async () => ({
      isPaper: await page.evaluate(() => matchMedia('print').matches),
      hidden: (await printedAnswers(page)).filter((shown) => !shown).length,
    }))
    .toEqual({ isPaper: true, hidden: 0 });
});

test('the cards are printed each on one page, the desk is not', async ({
  page,
}) => {
  await page.goto(pathOf('review'));
  const desk = page.locator('#desk');
  const card = page.locator('main .follow-up').first();
  await expect(desk).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(desk).toBeHidden();
  await expect(page.locator('review-desk')).toBeHidden();
  await expect(page.locator('#all')).toBeVisible();
  // A question and its answer are on one page.
  await expect(card).toHaveCSS('break-inside', 'avoid');
});

test.describe('a page on A4', () => {
  for (const [slug, locale] of [
    ['coding/k-means', 'en'],
    ['coding/neural-network', 'zh-CN'],
    ['concepts/model-deployment', 'zh-CN'],
  ] as const) {
    test(`has text on every sheet: ${slug}`, async ({ page }) => {
      await page.goto(pathOf(slug, locale));
      const sheets = glyphsOfPages(await page.pdf({ format: 'A4' }));
      expect(sheets.length).toBeGreaterThan(10);
      // The name of a file, or the title of a lab, is shorter than this.
      const short = sheets.slice(0, -1).filter((count) => count < 60);
      expect(short, `signs on a sheet, of ${sheets.length}`).toEqual([]);
      expect(sheets.at(-1)).toBeGreaterThan(0);
    });
  }

  test('has the colours of paper, whatever the theme', async ({ page }) => {
    const colours = [];
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, media: 'screen' });
      await page.goto(pathOf('concepts/model-deployment', 'en'));
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-theme', colorScheme);
      await page.emulateMedia({ colorScheme, media: 'print' });
      colours.push(await coloursOnPaper(page));
    }
    const [light = [], dark = []] = colours;
    expect(dark).toEqual(light);
    const washes = new Set(dark.map(({ background }) => background));
    expect(washes.size, 'remarks and answers have washes').toBeGreaterThan(4);
    for (const { background, lightness } of dark) {
      expect(lightness, background).toBeGreaterThan(0.85);
    }
  });
});

/** Colours of what is printed, all that folds being open, once each. */
async function coloursOnPaper(page: Page) {
  return page.locator('main').evaluate((main) => {
    for (const fold of main.querySelectorAll('details')) {
      fold.open = true;
    }
    const seen = new Map<string, { background: string; lightness: number }>();
    for (const element of main.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const { color, backgroundColor: background, fill, stroke } = style;
      const channels = (background.match(/[\d.]+/g) ?? []).map(Number);
      const [r = 0, g = 0, b = 0, alpha = 1] = channels;
      if (element.checkVisibility() && alpha > 0) {
        // As WCAG has it, near enough to tell a wash from ink.
        const lightness = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
        const all = { color, background, fill, stroke, lightness };
        seen.set(JSON.stringify(all), all);
      }
    }
    return [...seen.values()];
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('answers are printed', async ({ page }) => {
    await page.goto(pathOf('concepts/edge-inference'));
    const answer = page.locator('main .follow-up > .fold-body').first();
    await expect(answer).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(answer).toBeVisible();
  });
});

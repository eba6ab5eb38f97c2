import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { wakeLabs } from './support/lab-page.ts';
import { locales, pathOf, slugs, type Theme, themes } from './support/site.ts';
import { expect, type LabPage, test } from './support/test.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each violation as one text: theme, rule, element, what to do. */
async function violationsNow(
  page: Page,
  theme: Theme,
  within?: string,
  without: readonly string[] = [],
): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // The frames of the runtime are hidden.
    .options({ runOnly: levels, iframes: false, resultTypes: ['violations'] })
    // Else what was found is carried to a page of its own.
    .setLegacyMode()
    // A picture is one image to assistive technology, with one description.
    .exclude('.pg-drawing > svg');
  if (within !== undefined) {
    builder.include(within);
  }
  for (const selector of without) {
    builder.exclude(selector);
  }
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${theme} theme: ${id} at ${target.join(' ')}: ` +
        `${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** Those of the page as it stands, in one theme after the other. */
async function violations(
  page: Page,
  within?: string,
  without?: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await setTheme(page, theme);
    found.push(...(await violationsNow(page, theme, within, without)));
  }
  return found;
}

/** What Starlight does when the reader chooses a theme; colours at rest. */
function setTheme(page: Page, theme: Theme): Promise<void> {
  return page.evaluate(async (value) => {
    document.documentElement.dataset['theme'] = value;
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) {
        animation.finish();
      }
    }
  }, theme);
}

/**
 * Thousands of coloured words look alike everywhere: one page, which has both
 * code and formulas, stands for all.
 */
const ALIKE = ['.code pre', '.katex'];
const SAMPLE = 'coding/k-means';

for (const locale of locales) {
  // What a narrow screen changes, it changes in both languages.
  const tag = locale === 'en' ? '@wide' : [];
  for (const slug of slugs) {
    const title = `/${slug} is accessible (${locale})`;
    test(title, { tag }, async ({ page }) => {
      await page.goto(pathOf(slug, locale));
      await wakeLabs(page, slug);
      const without = slug === SAMPLE ? [] : ALIKE;
      expect(await violations(page, undefined, without)).toEqual([]);
    });
  }
}

const themeTitle = 'the theme is chosen by the attribute that these tests set';
test(themeTitle, { tag: '@wide' }, async ({ page }) => {
  await page.goto(pathOf('summary'));
  const html = page.locator('html');
  const background = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const colours = new Set<string>();
  for (const theme of themes) {
    await page
      .locator('starlight-theme-select select:visible')
      .selectOption(theme);
    await expect(html).toHaveAttribute('data-theme', theme);
    const chosen = await background();
    await setTheme(page, theme === 'light' ? 'dark' : 'light');
    expect(await background()).not.toBe(chosen);
    await setTheme(page, theme);
    expect(await background()).toBe(chosen);
    colours.add(chosen);
  }
  expect(colours.size).toBe(themes.length);
});

test('a lab by itself is accessible', async ({ page }) => {
  await page.goto('embed/k-means/');
  const lab = page.locator('section[data-lab="k-means"]');
  await expect(lab).toHaveAttribute('data-state', 'ready', { timeout: 40_000 });
  expect(await violations(page)).toEqual([]);
});

test.describe('an address that leads nowhere', () => {
  test.use({ allowedError: /status of 404/ });

  test('is accessible', async ({ page }) => {
    await page.goto('no/such/page/');
    expect(await violations(page)).toEqual([]);
  });
});

test('the page in place of one that is not stored is accessible', async ({
  page,
}) => {
  await page.goto('offline/');
  expect(await violations(page)).toEqual([]);
  // All that it can show, in both languages.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[hidden]')) {
      element.hidden = false;
    }
    for (const list of document.querySelectorAll('nav ul')) {
      const link = document.createElement('a');
      link.href = './';
      link.textContent = '/errata/';
      list.appendChild(document.createElement('li')).append(link);
    }
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(2);
  await expect(page.getByRole('button')).toHaveCount(4);
  expect(await violations(page)).toEqual([]);
});

test('the panel for reading without a network is accessible', async ({
  page,
}) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('blocked', 'SecurityError'));
  });
  await page.goto(pathOf('summary'));
  const panel = page.locator('offline-panel');
  await expect(panel).toHaveAttribute('data-state', 'blocked');
  // All at once: progress, every button, and the notice of a new version.
  await panel.evaluate((element) => {
    (element as unknown as { announce(what: string): void }).announce('update');
    for (const part of element.querySelectorAll<HTMLElement>('[hidden]')) {
      part.hidden = false;
    }
  });
  await expect(panel.getByRole('button')).toHaveCount(5);
  await expect(panel.getByRole('progressbar')).toBeVisible();
  expect(await violations(page, 'offline-panel')).toEqual([]);
});

const LAB = '[data-lab="k-means"]';

const situations: Record<string, (lab: LabPage) => Promise<void>> = {
  'an error': (lab) =>
    lab.runProgram(
      "console.warn('careful');\nconsole.error('bad');\n" +
        "console.info('fine');\nconsole.table([{ a: 1 }]);\n" +
        "throw new Error('shown');\n",
      'error',
    ),
  'tests that pass': async (lab) => {
    await lab.runTests();
    await lab.expectState('passed', 40_000);
  },
  'tests that fail': async (lab) => {
    await lab.edit('k-means.ts', (code) =>
      code.replace(
        '=> squaredDistance(point, centroid)',
        '=> -squaredDistance(point, centroid)',
      ),
    );
    await lab.runTests();
    await lab.expectState('failed', 40_000);
  },
  'a data table': async (lab) => {
    await lab.show('figure');
    await lab.root.getByText(lab.names.dataTable, { exact: true }).click();
    await expect(
      lab.root.getByRole('region', { name: lab.names.dataTable }),
    ).toBeVisible();
  },
  'a program that was stopped': async (lab) => {
    await lab.open('main.ts');
    // It yields: one that never does would be stopped while axe looks.
    await lab.write('for (;;) await new Promise((go) => setTimeout(go, 9));\n');
    await lab.expectState('running');
    expect(await violations(lab.page, LAB)).toEqual([]);
    await lab.stop();
    await lab.expectState('stopped');
    await lab.show('output');
  },
};

for (const [name, arrange] of Object.entries(situations)) {
  test(`${name} is accessible`, async ({ openLab, page }) => {
    const lab = await openLab('k-means');
    await arrange(lab);
    expect(await violations(page, LAB)).toEqual([]);
  });
}

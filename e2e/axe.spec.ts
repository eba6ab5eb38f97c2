import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { wakeLabs } from './support/lab-page.ts';
import { locales, pathOf, slugs, type Theme, themes } from './support/site.ts';
import { expect, type LabPage, test } from './support/test.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each violation as one text: rule, element, what to do. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // The frames of the runtime are hidden.
    .options({ runOnly: levels, iframes: false })
    // A picture is one image to assistive technology, with one description.
    .exclude('.pg-drawing > svg')
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

async function useTheme(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript((value) => {
    // The frames of the sandbox have no storage, and no theme.
    if (window === window.top) {
      localStorage.setItem('starlight-theme', value);
    }
  }, theme);
}

for (const theme of themes) {
  for (const locale of locales) {
    for (const slug of slugs) {
      test(`/${slug} is accessible (${locale}, ${theme})`, async ({ page }) => {
        await useTheme(page, theme);
        await page.goto(pathOf(slug, locale));
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await wakeLabs(page, slug);
        expect(await violations(page)).toEqual([]);
      });
    }
  }

  test.describe('an address that leads nowhere', () => {
    test.use({ allowedError: /status of 404/ });

    test(`is accessible (${theme})`, async ({ page }) => {
      await useTheme(page, theme);
      await page.goto('no/such/page/');
      expect(await violations(page)).toEqual([]);
    });
  });

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
      await lab.write('for (;;) {}\n');
      await lab.expectState('running');
      expect(await violations(lab.page)).toEqual([]);
      await lab.stop();
      await lab.expectState('stopped');
      await lab.show('output');
    },
  };

  for (const [name, arrange] of Object.entries(situations)) {
    test(`${name} is accessible (${theme})`, async ({ openLab, page }) => {
      await useTheme(page, theme);
      const lab = await openLab('k-means');
      await arrange(lab);
      expect(await violations(page)).toEqual([]);
    });
  }
}

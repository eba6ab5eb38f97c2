import type { Page } from '@playwright/test';
import { openLab, wakeLabs } from './support/lab-page.ts';
import { locales, pathOf, slugs } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** A choice of the header; on a narrow screen it is inside the menu. */
async function choose(
  page: Page,
  name: RegExp,
  value: string | { label: string },
): Promise<void> {
  const visible = page
    .getByRole('combobox', { name })
    .filter({ visible: true });
  if ((await visible.count()) === 0) {
    await page.getByRole('button', { name: /^(菜单|Menu)$/ }).click();
  }
  await visible.first().selectOption(value);
}

for (const slug of slugs) {
  test(`the language switch keeps /${slug}`, {
    tag: slug === '' ? [] : '@wide',
  }, async ({ page, baseURL }) => {
    await page.goto(pathOf(slug));
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await choose(page, /语言|language/i, { label: 'English' });
    await page.waitForURL(new URL(pathOf(slug, 'en'), baseURL).href);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await choose(page, /语言|language/i, { label: '简体中文' });
    await page.waitForURL(new URL(pathOf(slug), baseURL).href);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
}

test('the theme is switched and remembered', async ({ page }) => {
  await page.goto(pathOf('summary'));
  const html = page.locator('html');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await choose(page, /主题|theme/i, 'dark');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  const dark = await paper();
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await choose(page, /主题|theme/i, 'light');
  await expect(html).toHaveAttribute('data-theme', 'light');
  expect(await paper()).not.toBe(dark);
});

test('the table of contents marks the section that is read', async ({
  page,
}) => {
  await page.goto(pathOf('coding/k-means', 'en'));
  const marked = page
    .locator('starlight-toc, mobile-starlight-toc')
    .locator('[aria-current="true"]');
  const isMarked = async (heading: string) => {
    // One table for wide screens and one for narrow ones.
    await expect(marked).toHaveText([heading, heading]);
    await expect(page.locator('.display-current')).toHaveText(heading);
  };
  const bring = (heading: string, pixels: number) =>
    page
      .getByRole('heading', { name: heading, exact: true })
      .evaluate((element, by) => {
        const { top } = element.getBoundingClientRect();
        scrollBy({ top: top + by, behavior: 'instant' });
      }, pixels);
  await isMarked('Overview');
  // Until then a place among them is a guess (GuessedHeights.astro).
  await expect(page.locator('[data-heights]')).toHaveCount(0);
  // Into the middle of a section, past all the headings before it.
  await bring('Complexity', 150);
  await isMarked('Complexity');
  await page.goto(`${page.url()}#code`);
  await isMarked('Reading the code');
  // The heading before it is in sight, but not yet read.
  await bring('Reading the code', -400);
  await expect(marked.first()).not.toHaveText('Reading the code');
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await isMarked('Overview');
});

test.describe('an address that leads nowhere', () => {
  test.use({ allowedError: /status of 404/ });

  for (const locale of locales) {
    test(`shows the 404 page (${locale})`, async ({ page }) => {
      const response = await page.goto(pathOf('no/such/page', locale));
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('404');
      await expect(page.getByRole('banner').getByRole('link')).not.toHaveCount(
        0,
      );
    });
  }
});

for (const locale of locales) {
  test(`the skip link leads to the content (${locale})`, async ({ page }) => {
    await page.goto(pathOf('coding/k-means', locale));
    await page.keyboard.press('Tab');
    const skip = page.locator('a[href="#_top"]').first();
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#_top$/);
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(() => {
      const header = document.querySelector('header');
      const nav = document.querySelector('nav.sidebar, #starlight__sidebar');
      const focused = document.activeElement;
      return (
        focused !== null &&
        !header?.contains(focused) &&
        !nav?.contains(focused)
      );
    });
    expect(isPast, 'focus is past header and navigation').toBe(true);
  });
}

test('a lab can be run and edited with the keyboard alone', {
  tag: '@wide',
}, async ({ page }) => {
  await page.goto(pathOf('coding/k-means', 'en'));
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const lab = element?.closest('[data-lab]') ?? null;
      return {
        text: element?.textContent?.trim() ?? '',
        role: element?.getAttribute('role') ?? element?.tagName ?? '',
        isInLab: lab !== null,
        isInEditor: element?.closest('.cm-editor') !== null,
      };
    });
  const tabUntil = async (
    found: (at: Awaited<ReturnType<typeof focus>>) => boolean,
    most = 250,
  ) => {
    for (let press = 0; press < most; press += 1) {
      if ((await focus()).isInEditor) {
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Tab');
      if (found(await focus())) {
        return;
      }
    }
    throw new Error(`not found with ${most} presses of Tab`);
  };

  await tabUntil((at) => at.isInLab && at.text === 'Run');
  const section = page.locator('section[data-lab="k-means"]');
  await page.keyboard.press('Enter');
  await expect(section).toHaveAttribute('data-state', 'ready');
  // The live playground has taken the place of its static version.
  if (!(await focus()).isInLab) {
    await tabUntil((at) => at.isInLab && at.text === 'Run');
  }
  await page.keyboard.press('Enter');
  await expect(section).toHaveAttribute('data-state', 'ready');
  await tabUntil((at) => at.isInEditor, 20);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type("console.log('typed');");
  await expect(section.locator('.cm-line').first()).toHaveText(
    /^console\.log\('typed'\);/,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect((await focus()).isInEditor, 'Tab indents').toBe(true);
  await expect(section.locator('.cm-line').nth(1)).toHaveText(/^ {2}import/);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(section.getByRole('log')).toContainText('typed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const after = await focus();
  expect(after.isInEditor, 'Esc, then Tab leaves the editor').toBe(false);
  expect(after.isInLab, 'and goes on within the lab').toBe(true);
});

test('the keyboard keeps its place when a lab comes alive', async ({
  page,
}) => {
  await page.goto(pathOf('coding/k-means', 'en'));
  const section = page.locator('section[data-lab="k-means"]');
  const run = section.getByRole('button', { name: 'Run', exact: true });
  await run.focus();
  await page.keyboard.press('Enter');
  await expect(section).toHaveAttribute('data-state', 'ready');
  await expect(run).toBeFocused();
});

for (const locale of locales) {
  for (const slug of slugs) {
    test(`/${slug} does not scroll sideways (${locale})`, async ({ page }) => {
      await page.goto(pathOf(slug, locale));
      const expectNoScroll = async () => {
        const width = await page.evaluate(
          () => document.scrollingElement?.scrollWidth ?? 0,
        );
        expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      };
      await expectNoScroll();
      await wakeLabs(page, slug);
      await expectNoScroll();
      for (const fold of await page.locator('main details').all()) {
        await fold.evaluate((element) => {
          (element as HTMLDetailsElement).open = true;
        });
      }
      await expectNoScroll();
    });
  }
}

for (const isLive of [false, true]) {
  const when = isLive ? 'a live lab' : 'a lab before it is live';
  test(`${when} is complete in print`, async ({ page }) => {
    if (isLive) {
      await openLab(page, 'k-means', 'en');
    } else {
      await page.goto(pathOf('coding/k-means', 'en'));
    }
    await page.emulateMedia({ media: 'print' });
    const section = page.locator('section[data-lab="k-means"]');
    await expect(
      section.locator('svg[viewBox]:not(.pg-icon)').first(),
    ).toBeVisible();
    await expect(section.getByText('const k = 2;').first()).toBeVisible();
    await expect(
      section.getByText('return { seed, inertia, iterationCount').first(),
    ).toBeVisible();
    await expect(
      section.getByText('iteration 0: labels 0 1 1 1').first(),
    ).toBeVisible();
    const buttons = section
      .getByRole('button', { name: /^(Run|Stop|Run tests|Reset|Play)$/ })
      .filter({ visible: true });
    await expect(buttons).toHaveCount(0);
    await expect(page.getByRole('banner').locator('site-search')).toBeHidden();
  });
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const slug of slugs) {
    test(`/${slug} stands still`, { tag: '@wide' }, async ({ page }) => {
      await page.goto(pathOf(slug));
      await wakeLabs(page, slug);
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ playState }) => playState === 'running')
          .filter(
            ({ effect }) =>
              Number(effect?.getComputedTiming().activeDuration) > 10,
          )
          .map((animation) => {
            const target = (animation.effect as KeyframeEffect | null)?.target;
            return target?.outerHTML.slice(0, 120);
          }),
      );
      expect(moving).toEqual([]);
    });
  }
});

import type { Page } from '@playwright/test';
import { LabPage, openLab } from './support/lab-page.ts';
import { labsOf, pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

const CODE =
  /\/_astro\/(PlaygroundIsland|Live|client)\.[^/]+\.js$|\/sandbox\/$/;

test('pages without a playground load none of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(pathOf('introduction'));
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => CODE.test(url))).toEqual([]);
});

test('a playground is loaded when it is near, not before', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(pathOf('coding/k-means'));
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => CODE.test(url))).toEqual([]);
  await new LabPage(page, 'k-means', 'zh-CN').bringIntoView();
  await expect
    .poll(() => scripts.filter((url) => /\/Live\.[^/]+\.js$/.test(url)).length)
    .toBe(1);
});

test('the runtime loads beside the editor, not after it', async ({ page }) => {
  const runtime = page.waitForRequest('**/sandbox/');
  await page.route('**/_astro/Live.*.js', async (route) => {
    await runtime;
    await route.continue();
  });
  const lab = await openLab(page, 'k-means');
  await lab.expectState('ready');
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('tests asked for while the runtime is on its way are run', async ({
  page,
}) => {
  const isAsked = Promise.withResolvers<void>();
  await page.route('**/sandbox/', async (route) => {
    await isAsked.promise;
    await route.continue();
  });
  await page.goto(pathOf('coding/k-means'));
  const lab = new LabPage(page, 'k-means', 'zh-CN');
  await lab.bringIntoView();
  await expect(lab.editor).toBeVisible();
  await lab.runTests();
  isAsked.resolve();
  await lab.expectState('passed');
});

/** Each change makes Chromium style and lay out the whole page again. */
test('a playground that starts adds the style sheet of its editor alone', async ({
  page,
}) => {
  await page.goto(pathOf('coding/k-means'));
  await page.waitForLoadState('load');
  const styleSheets = () =>
    page.evaluate(() =>
      [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) => {
        const text = [...sheet.cssRules].map((rule) => rule.cssText).join('');
        // How CodeMirror's generated class names begin.
        return text.includes('.ͼ') ? 'editor' : text.length;
      }),
    );
  const before = await styleSheets();
  expect(before).not.toContain('editor');
  const lab = new LabPage(page, 'k-means', 'zh-CN');
  await lab.bringIntoView();
  await lab.expectState('ready');
  await expect(lab.editor).toBeAttached();
  const after = await styleSheets();
  expect(after.toSorted()).toEqual(['editor', ...before].toSorted());
});

/** Chromium on Linux asks another process about each, and waits. */
test('the text of a page, code aside, is set in few fonts', async ({
  page,
}) => {
  for (const slug of [
    '',
    'concepts/model-deployment',
    'coding/k-means',
    'review',
    'glossary',
  ]) {
    await page.goto(pathOf(slug));
    await page.waitForLoadState('load');
    const fonts = await page.evaluate(() => {
      const isText = ({ nodeType, nodeValue }: Node) =>
        nodeType === Node.TEXT_NODE && nodeValue?.trim() !== '';
      return [...document.body.querySelectorAll('*')]
        .filter((element) => [...element.childNodes].some(isText))
        .filter((element) => element.checkVisibility())
        .map((element) => getComputedStyle(element))
        .filter(({ fontFamily }) => fontFamily.startsWith('"IBM Plex Sans"'))
        .map(({ fontSize, fontWeight, fontStyle }) =>
          [fontSize, fontWeight, fontStyle].join(' '),
        );
    });
    expect(fonts.length, slug).toBeGreaterThan(50);
    expect([...new Set(fonts)].length, slug).toBeLessThanOrEqual(16);
  }
});

/** Sums up, from now on, what moves without the reader's doing. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const total = { value: 0 };
    Object.assign(window, { layoutShift: total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!shift.hadRecentInput) {
          total.value += shift.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(
      () =>
        (window as unknown as { layoutShift: { value: number } }).layoutShift
          .value,
    );
}

/** For the wheel: an editor, like the navigation, would scroll by itself. */
async function pointBesideEditors(page: Page): Promise<void> {
  const box = await page.locator('.sl-markdown-content').boundingBox();
  await page.mouse.move((box?.x ?? 0) - 4, 300);
}

test('nothing moves when the playground comes alive', async ({ page }) => {
  const shifted = await watchShifts(page);
  await page.goto(pathOf('coding/k-means'));
  await expect(page.locator('.sl-markdown-content')).toHaveAttribute(
    'data-skips-unseen',
    '',
  );
  const lab = new LabPage(page, 'k-means', 'zh-CN');
  await lab.bringIntoView();
  await lab.expectState('ready');
  await page.evaluate(() => document.fonts.ready);
  expect(await shifted()).toBeLessThan(0.02);
});

test('nothing moves under a reader who scrolls through a page of labs', async ({
  page,
}) => {
  const shifted = await watchShifts(page);
  const slug = 'coding/k-means';
  await page.goto(pathOf(slug));
  await pointBesideEditors(page);
  for (const { id } of labsOf(slug)) {
    const section = page.locator(`section[data-lab="${id}"]`);
    // It comes alive before it is in sight.
    await expect(async () => {
      await page.mouse.wheel(0, 250);
      await expect(section).toBeInViewport({ timeout: 100 });
    }).toPass({ intervals: [100] });
    await page.mouse.wheel(0, 300);
    await expect(section).toHaveAttribute('data-state', 'ready', {
      timeout: 60_000,
    });
  }
  expect(await shifted()).toBeLessThan(0.02);
});

/**
 * A page where time stands still, after a key in its first lab: the second is
 * near, but not in sight, and its shell is there.
 */
async function openBesideBusyLab(page: Page): Promise<LabPage> {
  const slug = 'coding/k-means';
  await page.clock.install({ time: 0 });
  await page.goto(pathOf(slug));
  await expect(page.locator('.sl-markdown-content')).toHaveAttribute(
    'data-skips-unseen',
    '',
  );
  await page.clock.pauseAt(600_000);
  const [busy, near] = labsOf(slug).map(
    ({ id }) => new LabPage(page, id, 'zh-CN'),
  ) as [LabPage, LabPage];
  await busy.root.dispatchEvent('keydown', { key: 'Shift' });
  await near.root.evaluate((section) => {
    const { top } = section.getBoundingClientRect();
    scrollBy({ top: top - innerHeight - 200, behavior: 'instant' });
  });
  const island = page.locator('astro-island').filter({ has: near.root });
  await expect(island).not.toHaveAttribute('ssr');
  return near;
}

test('a lab that is near waits while the reader is busy in another', async ({
  page,
}) => {
  const near = await openBesideBusyLab(page);
  await page.waitForTimeout(1000);
  await near.expectState('static');
  await page.clock.runFor(1900);
  await page.waitForTimeout(1000);
  await near.expectState('static');
  await page.clock.runFor(200);
  await page.clock.resume();
  await near.expectState('ready');
});

test('a lab that comes in sight does not wait for another', async ({
  page,
}) => {
  const near = await openBesideBusyLab(page);
  await near.root.evaluate((section) => {
    section.scrollIntoView({ behavior: 'instant' });
  });
  await expect(near.root).not.toHaveAttribute('data-state', 'static');
});

test('a lab that waits starts when it is asked to', async ({ page }) => {
  const near = await openBesideBusyLab(page);
  await near.button('run').dispatchEvent('click');
  await expect(near.editor).toBeAttached();
  // What it waited for comes to nothing: no frame that nobody takes.
  await page.clock.runFor(2100);
  await page.clock.resume();
  await near.expectState('ready');
  await expect(page.locator('iframe')).toHaveCount(1);
});

/** From now on: the heights that each lab of the page has had (px). */
async function watchHeights(page: Page): Promise<() => Promise<string[]>> {
  const heights = await page.evaluateHandle(() => {
    const seen: Record<string, { least: number; most: number }> = {};
    const look = () => {
      for (const lab of document.querySelectorAll<HTMLElement>('[data-lab]')) {
        const { height } = lab.getBoundingClientRect();
        const { least, most } = seen[lab.id] ?? { least: height, most: height };
        seen[lab.id] = {
          least: Math.min(least, height),
          most: Math.max(most, height),
        };
      }
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  return async () =>
    Object.entries(await heights.jsonValue())
      .filter(([, { least, most }]) => most - least > 1)
      .map(([lab, { least, most }]) => `${lab}: ${least} to ${most}`);
}

for (const width of [360, 820, 1280, 1440]) {
  const tag = width > 360 ? '@wide' : [];
  test(`labs keep their height as they come alive, ${width} px wide`, {
    tag,
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const slug of ['coding/k-means', 'concepts/edge-inference']) {
      await page.goto(pathOf(slug, 'en'));
      const changed = await watchHeights(page);
      for (const { id } of labsOf(slug)) {
        const lab = new LabPage(page, id, 'en');
        await lab.bringIntoView();
        await lab.expectState('ready');
      }
      expect(await changed(), slug).toEqual([]);
    }
  });
}

/** Resolves when the page has been painted for the first time. */
async function firstPaint(page: Page): Promise<() => Promise<unknown>> {
  const drawn = page.waitForEvent('console', (line) =>
    line.text().includes('drawn'),
  );
  await page.addInitScript(() => {
    new PerformanceObserver(() => console.info('drawn')).observe({
      type: 'paint',
      buffered: true,
    });
  });
  return () => drawn;
}

test('the desk of the cards has its place before its script is there', async ({
  page,
}) => {
  const shifted = await watchShifts(page);
  const isDrawn = await firstPaint(page);
  let isLate = false;
  await page.route('**/_astro/review-desk.*.js', async (route) => {
    await isDrawn();
    isLate = true;
    await route.continue();
  });
  await page.goto(pathOf('review'));
  await expect(page.locator('.desk-question')).not.toBeEmpty();
  expect(isLate).toBe(true);
  expect(await shifted()).toBeLessThan(0.02);
});

test('fonts that come late move nothing', async ({ page }) => {
  const shifted = await watchShifts(page);
  const isDrawn = await firstPaint(page);
  const late: string[] = [];
  await page.route('**/*.woff2', async (route) => {
    late.push(route.request().url());
    await isDrawn();
    await route.continue();
  });
  await page.goto(pathOf('coding/k-means', 'en'));
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  for (const font of ['ibm-plex-sans-400', 'math-main', 'math-math']) {
    expect(late.join()).toContain(font);
  }
  expect(await shifted()).toBeLessThan(0.02);
});

test('a wide formula out of sight is skipped, and stays where it was scrolled', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pathOf('coding/neural-network', 'en'));
  const content = page.locator('.sl-markdown-content');
  await expect(content).toHaveAttribute('data-skips-unseen', '');
  const formulas = page.locator('.katex-display:has(> .can-skip)');
  const isSkipped = () =>
    formulas
      .last()
      .locator('.katex-html')
      .evaluate(
        (formula) => !formula.checkVisibility({ contentVisibilityAuto: true }),
      );
  const widths = () =>
    formulas.evaluateAll((all) => all.map(({ scrollWidth }) => scrollWidth));
  expect(await formulas.count()).toBeGreaterThan(4);
  await expect.poll(isSkipped).toBe(true);
  const skipped = await widths();
  await formulas.last().scrollIntoViewIfNeeded();
  await expect.poll(isSkipped).toBe(false);
  expect(await formulas.last().evaluate(scrolledToEnd)).toBeGreaterThan(20);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(isSkipped).toBe(true);
  expect(await formulas.last().evaluate(howFarFromEnd)).toBeLessThan(1);
  await content.evaluate((element) =>
    element.removeAttribute('data-skips-unseen'),
  );
  // A font that only this formula needs comes when it is seen.
  for (const [index, width] of (await widths()).entries()) {
    expect(skipped[index] ?? 0).toBeGreaterThan(0.99 * width);
    expect(skipped[index]).toBeLessThan(1.01 * width);
  }
});

function scrolledToEnd(formula: Element): number {
  formula.scrollLeft = formula.scrollWidth;
  return formula.scrollLeft;
}

function howFarFromEnd(formula: Element): number {
  return formula.scrollWidth - formula.clientWidth - formula.scrollLeft;
}

test('text out of sight is skipped, and nothing moves', async ({ page }) => {
  await page.goto(pathOf('coding/neural-network', 'en'));
  const content = page.locator('.sl-markdown-content');
  const isSkipping = () =>
    expect(content).toHaveAttribute('data-skips-unseen', '');
  const seen = () =>
    content.evaluate((element) => {
      const blocks = [...element.querySelectorAll(':scope > .can-skip')];
      const isSkipped = (block: Element) =>
        [...block.children].some(
          (child) =>
            child.checkVisibility() &&
            !child.checkVisibility({ contentVisibilityAuto: true }),
        );
      return {
        skipped: blocks.filter(isSkipped).length,
        places: [...element.children].map(
          (block) => block.getBoundingClientRect().top + scrollY,
        ),
      };
    });
  /** Without the attribute nothing is skipped. */
  const places = async () => {
    await content.evaluate((element) =>
      element.removeAttribute('data-skips-unseen'),
    );
    const { skipped, places } = await seen();
    expect(skipped).toBe(0);
    return places;
  };
  await isSkipping();
  await expect.poll(async () => (await seen()).skipped).toBeGreaterThan(40);
  const skipping = (await seen()).places;
  expect(skipping.length).toBeGreaterThan(80);
  for (const [index, place] of (await places()).entries()) {
    expect(skipping[index]).toBeCloseTo(place, 0);
  }
  const { height } = page.viewportSize() ?? { height: 740 };
  await page.setViewportSize({ width: 330, height });
  await isSkipping();
  await expect.poll(async () => (await seen()).skipped).toBeGreaterThan(40);
  const narrow = (await seen()).places;
  for (const [index, place] of (await places()).entries()) {
    expect(narrow[index]).toBeCloseTo(place, 0);
  }
});

test.describe('before the heights of a page are known', () => {
  const slug = 'concepts/model-deployment';

  test.beforeEach(async ({ page }) => {
    // They are taken when the browser has nothing else to do.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
  });

  const heights = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset['heights']);
  const placeOf = (page: Page, id: string) =>
    page.evaluate(
      (id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0,
      id,
    );
  const fromEnd = (page: Page) =>
    page.evaluate(
      () => document.documentElement.scrollHeight - innerHeight - scrollY,
    );

  /** The last section but one, and where a link from elsewhere leads to. */
  async function target(page: Page): Promise<{ id: string; place: number }> {
    await page.goto(pathOf(slug));
    const id = await page
      .locator('.sl-markdown-content h2[id]')
      .evaluateAll((all) => all.at(-2)?.id ?? '');
    await page.goto('about:blank');
    await page.goto(`${pathOf(slug)}#${id}`);
    expect(await heights(page)).toBeUndefined();
    const place = await placeOf(page, id);
    expect(place).toBeLessThan(200);
    await page.goto('about:blank');
    return { id, place };
  }

  test('the first frame lays out what is in sight', async ({ page }) => {
    await page.goto(pathOf(slug));
    expect(await heights(page)).toBe('guessed');
    const unseen = await page
      .locator('.sl-markdown-content > *')
      .evaluateAll((blocks) =>
        blocks.map((block) =>
          [...block.children].some(
            (child) =>
              child.checkVisibility() &&
              !child.checkVisibility({ contentVisibilityAuto: true }),
          ),
        ),
      );
    expect(unseen.filter(Boolean).length).toBeGreaterThan(40);
    expect(unseen.indexOf(true)).toBeGreaterThan(0);
  });

  test('the End key leads to the end on a slow processor, and nothing moves', async ({
    page,
  }) => {
    const shifted = await watchShifts(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.goto(pathOf(slug));
    expect(await heights(page)).toBe('guessed');
    await page.keyboard.press('End');
    expect(await heights(page)).toBeUndefined();
    // By guesses it would be thousands of pixels.
    await expect.poll(() => fromEnd(page)).toBeLessThan(100);
    expect(await shifted()).toBeLessThan(0.02);
  });

  test('nothing moves under the wheel', async ({ page }) => {
    const shifted = await watchShifts(page);
    await page.goto(pathOf(slug));
    await pointBesideEditors(page);
    for (let turn = 0; turn < 20; turn += 1) {
      await page.mouse.wheel(0, 300);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await expect.poll(() => heights(page)).toBeUndefined();
    await expect
      .poll(() => page.evaluate(() => scrollY))
      .toBeGreaterThan(3_000);
    expect(await shifted()).toBeLessThan(0.02);
  });

  test('a link of the contents leads to its section, and nothing moves', {
    tag: '@wide',
  }, async ({ page }) => {
    const { id, place } = await target(page);
    const shifted = await watchShifts(page);
    await page.goto(pathOf(slug));
    expect(await heights(page)).toBe('guessed');
    await page.locator(`starlight-toc a[href="#${id}"]`).click();
    await expect.poll(() => heights(page)).toBeUndefined();
    await expect.poll(() => placeOf(page, id)).toBeCloseTo(place, 0);
    expect(await shifted()).toBeLessThan(0.02);
  });

  test('a jump of a script leads to its section', async ({ page }) => {
    const { id, place } = await target(page);
    await page.goto(pathOf(slug));
    expect(await heights(page)).toBe('guessed');
    await page.evaluate((id) => {
      location.hash = id;
    }, id);
    await expect.poll(() => heights(page)).toBeUndefined();
    // The browser scrolls by whole pixels, once to a guess, once from there.
    await expect
      .poll(async () => Math.abs((await placeOf(page, id)) - place))
      .toBeLessThanOrEqual(1);
  });

  test('a reload and a way back come to where the reader was', async ({
    page,
  }) => {
    await page.goto(pathOf(slug));
    await page.evaluate(() => scrollTo(0, 9_000));
    await expect.poll(() => heights(page)).toBeUndefined();
    const text = () =>
      page.evaluate(() => document.elementFromPoint(180, 300)?.textContent);
    const before = await text();
    await page.reload();
    expect(await heights(page)).toBeUndefined();
    await expect.poll(text).toBe(before);
    await page.goto(pathOf('summary'));
    await page.goBack();
    expect(await heights(page)).toBeUndefined();
    await expect.poll(text).toBe(before);
  });
});

/** Idle moments come when the test says so, as many as it says. */
function holdIdleMoments(): void {
  const held: IdleRequestCallback[] = [];
  window.requestIdleCallback = (callback) => held.push(callback);
  Object.assign(window, {
    async idle(moments: number): Promise<void> {
      for (let moment = 0; moment < moments; moment += 1) {
        for (const callback of held.splice(0)) {
          callback({ didTimeout: false, timeRemaining: () => 50 });
        }
        await Promise.resolve().then(() => {});
      }
    },
  });
}

type Idle = { idle: (moments: number) => Promise<void> };

for (const block of ['start', 'center'] as const) {
  test(`a jump while heights are guessed keeps its place (${block})`, async ({
    page,
  }) => {
    await page.addInitScript(holdIdleMoments);
    const headings = page.locator('.sl-markdown-content h2');
    const targets = [
      page.locator('.playground').first(),
      ...[3, 4, 5, 6].map((index) => headings.nth(index)),
    ];
    for (const target of targets) {
      await page.goto('about:blank');
      await page.goto(pathOf('coding/k-means', 'en'));
      await page.evaluate(async () => {
        const page = window as unknown as Idle;
        await page.idle(1);
        await document.fonts.ready;
      });
      // Heights would become known between the jump and its frame, too.
      const asked = await target.evaluate(async (element, block) => {
        const { heights } = document.documentElement.dataset;
        element.scrollIntoView({ block, behavior: 'instant' });
        const { top } = element.getBoundingClientRect();
        await (window as unknown as Idle).idle(1_000);
        return { heights, top };
      }, block);
      expect(asked.heights).toBe('guessed');
      await expect(async () => {
        await page.evaluate(() => (window as unknown as Idle).idle(1_000));
        await expect(page.locator('.sl-markdown-content')).toHaveAttribute(
          'data-skips-unseen',
          '',
          { timeout: 100 },
        );
      }).toPass({ timeout: 10_000 });
      // To a few pixels: a lab in sight may come alive meanwhile.
      await expect
        .poll(() =>
          target.evaluate(
            (element, asked) =>
              Math.abs(element.getBoundingClientRect().top - asked),
            asked.top,
          ),
        )
        .toBeLessThan(4);
    }
  });
}

test('text and code around a playground are contained, focus rings are whole', async ({
  page,
}) => {
  await page.goto(pathOf('coding/k-means'));
  const blocks = await page
    .locator(
      '.sl-markdown-content > :is(p, table, .katex-display, .follow-up),' +
        '.sl-markdown-content .code',
    )
    .evaluateAll((all) =>
      all.map((block) => {
        const { contain, overflowClipMargin } = getComputedStyle(block);
        return `${contain}, ${overflowClipMargin}`;
      }),
    );
  expect(blocks.length).toBeGreaterThan(20);
  expect(new Set(blocks)).toEqual(new Set(['layout paint, 8px']));
  const link = page.locator('.sl-markdown-content > p a').first();
  await link.focus();
  await page.keyboard.press('Shift');
  const ring = await link.evaluate((element) => {
    const { outlineWidth, outlineOffset } = getComputedStyle(element);
    return Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
  });
  expect(ring).toBeLessThan(8);
});

/**
 * How the page answers while a lab works: Interaction to Next Paint on a CPU
 * slowed down four times. A reader runs, switches figures and files, and types
 * while the lab's own program runs again after every key, and while a program
 * floods the page with frames and lines as fast as it can. Needs a built
 * guide.
 *
 * Usage: npm run bench:responsiveness
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

const PORT = Number(process.env['PORT'] ?? 4603);
const SLOWDOWN = 4;
const ROUNDS = 4;
const LABS = [
  ['neural-network', 'coding/neural-network'],
  ['decision-tree', 'coding/decision-tree'],
] as const;
const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
};

/** Frames and lines, some work between them, up to the limits. */
const FLOOD = `import { plot } from 'plot';
const values = Array.from({ length: 30 }, (_, row) =>
  Array.from({ length: 30 }, (_, column) => Math.sin(row + column)));
for (let step = 0; step < 990; step += 1) {
  plot.heatmap('waves', { values, caption: 'step ' + step });
  if (step % 2 === 0) console.log('step', step);
  for (const end = performance.now() + 2; performance.now() < end; );
  await new Promise((resolve) => setTimeout(resolve, 0));
}
`;

/** Starts to collect the longest event of each interaction. */
function observe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const interactions = new Map<number, { ms: number; what: string }>();
    Object.assign(window, { interactions });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId, duration, name, target } = entry;
        const known = interactions.get(interactionId)?.ms ?? 0;
        if (interactionId > 0 && duration > known) {
          const element = target as Element | null;
          const what = `${name} on ${element?.textContent?.slice(0, 24) || element?.className || '?'}`;
          interactions.set(interactionId, { ms: duration, what });
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as object);
  });
}

async function interact(page: Page, lab: string): Promise<void> {
  const bench = page.locator(`section[data-lab="${lab}"]`);
  const group = (name: string) =>
    bench.getByRole('group', { name, exact: true }).getByRole('button');
  /** On a narrow screen one pane is shown at a time. */
  const show = async (pane: string) => {
    const button = group('View').filter({ hasText: pane });
    if (await button.isVisible()) {
      await button.click();
    }
  };
  const run = bench.getByRole('button', { name: 'Run', exact: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    await run.click();
    await show('Figure');
    const figures = group('Figure');
    const count = await figures.count();
    if (count > 0) {
      await figures.nth(round % count).click();
    }
    await show('Code');
    await bench
      .getByRole('tab')
      .nth(round % 2)
      .click();
    await bench.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('// note', { delay: 60 });
    await page.keyboard.press('ControlOrMeta+Z');
  }
}

async function measure(
  browser: Browser,
  [lab, slug]: (typeof LABS)[number],
  screen: keyof typeof SCREENS,
  program: 'own' | 'flood',
): Promise<object> {
  const page = await browser.newPage({ viewport: SCREENS[screen] });
  await page.goto(`http://localhost:${PORT}/en/${slug}/#lab`);
  const bench = page.locator(`section[data-lab="${lab}"]`);
  // `#lab` brings it near; what stands there is replaced as it comes alive.
  await page.waitForSelector(`[data-lab="${lab}"][data-state="ready"]`);
  await bench.scrollIntoViewIfNeeded();
  if (program === 'flood') {
    await bench.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(FLOOD);
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await observe(page);
  await interact(page, lab);
  await page.waitForTimeout(500);
  const interactions = await page.evaluate(() => [
    ...(
      window as unknown as {
        interactions: Map<number, { ms: number; what: string }>;
      }
    ).interactions.values(),
  ]);
  await page.close();
  interactions.sort((a, b) => b.ms - a.ms);
  const worst = interactions[0];
  return {
    lab,
    screen,
    program,
    interactions: interactions.length,
    // Of fewer than fifty interactions the worst is the INP.
    'INP (ms)': interactions[Math.floor(interactions.length / 50)]?.ms ?? 0,
    'median (ms)': interactions[interactions.length >> 1]?.ms ?? 0,
    worst: worst === undefined ? '' : `${worst.ms} ms, ${worst.what}`,
  };
}

const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const server = await serve(PORT);
const rows: object[] = [];
for (const lab of LABS) {
  for (const screen of ['desktop', 'phone'] as const) {
    for (const program of ['own', 'flood'] as const) {
      rows.push(await measure(browser, lab, screen, program));
    }
  }
}
await browser.close();
server.close();
console.log(`CPU slowed down ${SLOWDOWN} times; only events over 16 ms count.`);
console.table(rows);

/**
 * How the page answers while a lab works: Interaction to Next Paint on a CPU
 * slowed down four times, with the heaviest lab running again and again.
 * Needs a built guide.
 *
 * Usage: npm run bench:responsiveness
 */
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

const PORT = 4603;
const SLOWDOWN = 4;
const LABS = [
  ['neural-network', 'coding/neural-network'],
  ['decision-tree', 'coding/decision-tree'],
] as const;

const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const server = await serve(PORT);
const rows: object[] = [];

for (const [lab, slug] of LABS) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
  });
  await page.goto(`http://localhost:${PORT}/en/${slug}/`);
  const bench = page.locator(`section[data-lab="${lab}"]`);
  await bench.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-lab="${lab}"][data-state="ready"]`);
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId > 0) {
          durations.push(entry.duration);
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as object);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const figures = bench.locator('.pg-figures .pg-switch button');
  const files = bench.getByRole('tab');
  for (let round = 0; round < 6; round += 1) {
    await bench.getByRole('button', { name: 'Run', exact: true }).click();
    await figures.nth(round % 3).click();
    await files.nth(round % 2).click();
    await bench.locator('.cm-content').focus();
    await page.keyboard.type('// note');
    await page.keyboard.press('ControlOrMeta+Z');
  }
  await page.waitForTimeout(500);
  const durations = await page.evaluate(
    () => (window as unknown as { durations: number[] }).durations,
  );
  durations.sort((a, b) => b - a);
  rows.push({
    lab,
    interactions: durations.length,
    'worst (ms)': durations[0] ?? 0,
    'INP, 98th percentile (ms)':
      durations[Math.floor(durations.length / 50)] ?? 0,
    'median (ms)': durations[durations.length >> 1] ?? 0,
  });
  await page.close();
}
await browser.close();
server.close();
console.log(`CPU slowed down ${SLOWDOWN} times; only events over 16 ms count.`);
console.table(rows);

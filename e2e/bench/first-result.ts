/**
 * Time from the start of a cold navigation (new browser context, no cache) to
 * the first live result of a lab, for the three labs of the coding pages.
 * Needs a built guide, or the address of one that is being served.
 *
 * Usage: npm run bench:first-result [-- URL]
 */
import { type Browser, chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

const labs = ['k-means', 'neural-network', 'decision-tree'];
const PORT = Number(process.env['PORT'] ?? 4604);
const RUNS = 5;
/** A new window is busy with itself for a while (ms). */
const REST = 700;

/** Milliseconds from navigation to the figure of the first run. */
async function firstResult(
  browser: Browser,
  base: string,
  lab: string,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript((name) => {
    if (window !== window.top) {
      return;
    }
    const live =
      `section[data-lab="${name}"][data-state="ready"] ` +
      '.pg-drawing > :is(svg, table)';
    const observer = new MutationObserver(() => {
      if (document.querySelector(live) !== null) {
        observer.disconnect();
        Object.assign(window, { firstResult: performance.now() });
      }
    });
    observer.observe(document, {
      attributes: true,
      childList: true,
      subtree: true,
    });
  }, lab);
  await page.waitForTimeout(REST);
  await page.goto(new URL(`coding/${lab}/#lab`, base).href);
  const time = await page.waitForFunction(
    () => (window as { firstResult?: number }).firstResult,
  );
  const result = await time.jsonValue();
  await context.close();
  return result ?? Number.NaN;
}

const address = process.argv[2];
const server = address === undefined ? await serve(PORT) : null;
const base = address ?? `http://localhost:${PORT}/`;
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const lab of labs) {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(Math.round(await firstResult(browser, base, lab)));
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)];
  console.log(`${lab}: median ${median} ms of ${times.join(', ')}`);
}
await browser.close();
server?.close();

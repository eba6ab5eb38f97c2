/**
 * Time that each lab takes in the browser: from a click on Run to the state
 * `ready`, with transpiling and drawing. The median of some runs; the first
 * one, on which the engine has not compiled yet, stands apart. Needs a built
 * guide.
 *
 * Usage: npm run bench:labs [SLOWDOWN]   1 by default; 4 is like a phone
 */
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import { labs } from '../support/site.ts';

const PORT = Number(process.env['PORT'] ?? 4604);
const RUNS = 5;
const slowdown = Number(process.argv[2] ?? 1);

const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const server = await serve(PORT);
const rows: object[] = [];
for (const { id, slug } of labs) {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`http://localhost:${PORT}/en/${slug}/`);
  const lab = page.locator(`section[data-lab="${id}"]`);
  await lab.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-lab="${id}"][data-state="ready"]`);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(Math.round(await lab.evaluate(timeOfRun)));
  }
  const [first, ...others] = times;
  const median = others.toSorted((a, b) => a - b)[others.length >> 1];
  rows.push({ lab: id, 'first (ms)': first, 'median (ms)': median });
  await page.close();
}
await browser.close();
server.close();
console.log(`CPU slowed down ${slowdown} times.`);
console.table(rows);

/** In the page: runs the lab's program once. */
function timeOfRun(root: Element): Promise<number> {
  const button = [...root.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === 'Run',
  );
  const start = performance.now();
  button?.click();
  return new Promise((resolve) => {
    let isRunning = false;
    const observer = new MutationObserver(() => {
      const { state } = (root as HTMLElement).dataset;
      if (state === 'running') isRunning = true;
      if (!isRunning || state === 'running') return;
      observer.disconnect();
      resolve(state === 'ready' ? performance.now() - start : Number.NaN);
    });
    observer.observe(root, { attributeFilter: ['data-state'] });
  });
}

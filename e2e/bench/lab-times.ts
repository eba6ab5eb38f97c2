/**
 * Time that each lab takes in the browser: from a click on Run to the end of
 * the program, with transpiling and drawing. The median of some runs; the first
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

/**
 * In the page: runs the lab's program once, until its end is drawn. Reads the
 * runtime's messages: a short run is over before the page shows it as begun.
 */
function timeOfRun(root: Element): Promise<number> {
  const button = root.querySelector<HTMLElement>('.pg-button.is-run');
  const start = performance.now();
  return new Promise((resolve) => {
    addEventListener('message', function hear({ data }) {
      if (data?.type === 'done') {
        removeEventListener('message', hear);
        requestAnimationFrame(() =>
          resolve(
            data.compilatonError ? Number.NaN : performance.now() - start,
          ),
        );
      }
    });
    button?.click();
  });
}

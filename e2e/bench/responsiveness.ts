/**
 * How the page answers while a lab works: Interaction to Next Paint on a CPU
 * slowed down four times. A reader runs, switches figures and files, and types
 * while the lab's own program runs again after every key, and while a program
 * floods the page with frames and lines as fast as it can. Needs a built
 * guide. Other builds are measured in turn with it, so that a machine that is
 * busy is as busy for all. What the browser and the machine take alone is shown
 * by a page with one button, and by CodeMirror alone on a page, with the program
 * of a lab: nothing can be faster there than the editor by itself.
 *
 * Usage: npm run bench:responsiveness [-- FOLDER_OF_ANOTHER_BUILD…]
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type CDPSession,
  chromium,
  type Page,
} from '@playwright/test';
import { build } from 'rolldown';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

const PORT = Number(process.env['PORT'] ?? 4603);
const RUNS = Number(process.env['RUNS'] ?? 3);
const SLOWDOWN = 4;
const ROUNDS = 4;
/** Of the one button, to compare with. */
const PRESSES = 20;
/** From one press to the next (ms): no reader is faster. */
const BETWEEN_MS = 100;
const FIGURES = '.pg-figures > .pg-switch';
const LABS = [
  ['neural-network', 'coding/neural-network'],
  ['decision-tree', 'coding/decision-tree'],
] as const;
const SCREENS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
};
type Screen = keyof typeof SCREENS;
/** Its longest event: how long it waited, was handled, and waited for paint. */
type Interaction = {
  ms: number;
  parts: [number, number, number];
  what: string;
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
    const interactions = new Map<number, Interaction>();
    Object.assign(window, { interactions });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId, duration, name, target, startTime } = entry;
        const { processingStart, processingEnd } = entry;
        const known = interactions.get(interactionId)?.ms ?? 0;
        if (interactionId > 0 && duration > known) {
          const element = target as Element | null;
          const what = `${name} on ${element?.textContent?.slice(0, 24) || element?.className || '?'}`;
          interactions.set(interactionId, {
            ms: duration,
            parts: [
              Math.round(processingStart - startTime),
              Math.round(processingEnd - processingStart),
              Math.round(startTime + duration - processingEnd),
            ],
            what,
          });
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as object);
  });
}

/**
 * Presses what a selector finds, as a reader does: the place is looked up at
 * once and by the browser alone, because whatever a test tool runs in the
 * page would be measured along.
 */
async function press(page: Page, screen: Screen, selector: string) {
  const spot = await page.evaluate((target) => {
    const element = document.querySelector(target);
    const box = element?.getBoundingClientRect();
    return box === undefined || box.width === 0
      ? null
      : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  if (spot === null) {
    return;
  }
  if (screen === 'phone') {
    await page.touchscreen.tap(spot.x, spot.y);
  } else {
    await page.mouse.click(spot.x, spot.y, { delay: 40 });
  }
  await page.waitForTimeout(BETWEEN_MS);
}

/**
 * A window is made as large as the viewport, bars included: the lowest lines
 * would never reach the screen, and a key that changes only those would wait
 * for its paint until something else is drawn.
 */
async function fitWindow(session: CDPSession, screen: Screen) {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const { width, height } = SCREENS[screen];
  await session.send('Browser.setWindowBounds', {
    windowId,
    bounds: { width: width + 40, height: height + 200 },
  });
}

async function openPage(browser: Browser, screen: Screen) {
  const page = await browser.newPage({
    viewport: SCREENS[screen],
    hasTouch: screen === 'phone',
  });
  const session = await page.context().newCDPSession(page);
  await fitWindow(session, screen);
  return { page, session };
}

async function interact(
  page: Page,
  lab: string,
  screen: Screen,
): Promise<void> {
  const bench = `section[data-lab="${lab}"]`;
  const figures = await page.locator(`${bench} ${FIGURES} button`).count();
  // On a narrow screen one pane is shown at a time; else there is no switch.
  const show = (pane: number) =>
    press(page, screen, `${bench} .pg-panes button:nth-child(${pane})`);
  for (let round = 0; round < ROUNDS; round += 1) {
    await press(page, screen, `${bench} .pg-button.is-run`);
    await show(2);
    if (figures > 0) {
      const nth = 1 + (round % figures);
      await press(page, screen, `${bench} ${FIGURES} button:nth-child(${nth})`);
    }
    await show(1);
    const file = 1 + (round % 2);
    await press(page, screen, `${bench} .pg-tabs button:nth-child(${file})`);
    await write(page, `${bench} .cm-content`);
  }
}

/** A comment at the end, and its removal. */
async function write(page: Page, selector: string): Promise<void> {
  await page.evaluate((target) => {
    const editor = document.querySelector<HTMLElement>(target);
    editor?.focus({ preventScroll: true });
  }, selector);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// note', { delay: 60 });
  await page.keyboard.press('ControlOrMeta+Z');
  await page.waitForTimeout(BETWEEN_MS);
}

/** The longest event of each interaction (ms), the slowest first. */
async function measure(
  browser: Browser,
  port: number,
  [lab, slug]: (typeof LABS)[number],
  screen: Screen,
  program: 'own' | 'flood',
): Promise<Interaction[]> {
  const { page, session } = await openPage(browser, screen);
  await page.goto(`http://localhost:${port}/en/${slug}/#lab`);
  const bench = page.locator(`section[data-lab="${lab}"]`);
  // `#lab` brings it near; what stands there is replaced as it comes alive.
  await page.waitForSelector(`[data-lab="${lab}"][data-state="ready"]`);
  await bench.evaluate((section) => section.scrollIntoView());
  if (program === 'flood') {
    await bench.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(FLOOD);
  }
  return interactionsOf({ page, session }, () => interact(page, lab, screen));
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a lab's editor takes by itself, on a page with nothing else. */
async function measureEditor(
  browser: Browser,
  screen: Screen,
): Promise<Interaction[]> {
  const opened = await openPage(browser, screen);
  const { page } = opened;
  await page.setContent('<textarea></textarea>');
  const path = '../../packages/labs/decision-tree/main.ts';
  await page.locator('textarea').fill(readFileSync(fileOf(path), 'utf8'));
  await page.addScriptTag({ content: bareEditor.code });
  return interactionsOf(opened, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await write(page, '.cm-content');
    }
  });
}

/** What the browser and the machine take for presses on one button. */
async function measureButton(
  browser: Browser,
  screen: Screen,
): Promise<Interaction[]> {
  const opened = await openPage(browser, screen);
  const { page } = opened;
  await page.setContent('<button style="padding: 2rem">Press</button>');
  return interactionsOf(opened, async () => {
    for (let count = 0; count < PRESSES; count += 1) {
      await press(page, screen, 'button');
    }
  });
}

/** Those of what is done on the page, slowed down: the slowest first. */
async function interactionsOf(
  { page, session }: { page: Page; session: CDPSession },
  act: () => Promise<void>,
): Promise<Interaction[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await observe(page);
  await act();
  await page.waitForTimeout(500);
  const interactions = await page.evaluate(() => [
    ...(
      window as unknown as { interactions: Map<number, Interaction> }
    ).interactions.values(),
  ]);
  await page.close();
  return interactions.sort((a, b) => b.ms - a.ms);
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** A row of the table. Of fewer than fifty interactions the worst is the INP. */
function rowOf(
  names: { build: string; lab: string; screen: Screen; program: string },
  runs: Interaction[][],
): object {
  const inp = runs.map((all) => all[Math.floor(all.length / 50)]?.ms ?? 0);
  const all = runs.flat().sort((a, b) => b.ms - a.ms);
  const [worst] = all;
  return {
    ...names,
    'INP, median (ms)': median(inp),
    'from, to': `${Math.min(...inp)}, ${Math.max(...inp)}`,
    'median of all (ms)': median(all.map(({ ms }) => ms)),
    'waits, is handled, is painted (ms)': worst?.parts.join(', ') ?? '',
    worst: worst === undefined ? '' : `${worst.ms} ms, ${worst.what}`,
  };
}

const builds = ['dist', ...process.argv.slice(2)];
const servers = await Promise.all(
  builds.map((folder, index) =>
    serve(PORT + index, '/', index === 0 ? undefined : resolve(folder)),
  ),
);
const {
  output: [bareEditor],
} = await build({
  input: fileOf('./bare-editor.ts'),
  output: { format: 'iife', minify: true },
  write: false,
  logLevel: 'silent',
});
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const rows: object[] = [];
for (const [lab, measureAlone] of Object.entries({
  'one button': measureButton,
  'CodeMirror alone': measureEditor,
})) {
  for (const screen of ['desktop', 'phone'] as const) {
    const runs: Interaction[][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await measureAlone(browser, screen));
    }
    rows.push(rowOf({ build: '', lab, screen, program: '' }, runs));
  }
}
for (const lab of LABS) {
  for (const screen of ['desktop', 'phone'] as const) {
    for (const program of ['own', 'flood'] as const) {
      const runs = builds.map((): Interaction[][] => []);
      for (let run = 0; run < RUNS; run += 1) {
        for (const [index, list] of runs.entries()) {
          list.push(await measure(browser, PORT + index, lab, screen, program));
        }
      }
      for (const [index, list] of runs.entries()) {
        const build = builds[index] ?? '';
        rows.push(rowOf({ build, lab: lab[0], screen, program }, list));
      }
    }
  }
}
await browser.close();
for (const server of servers) {
  server.close();
}
console.log(
  `CPU slowed down ${SLOWDOWN} times; ${RUNS} runs each; only events over 16 ms count.`,
);
console.table(rows);

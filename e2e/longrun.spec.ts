import type { Page } from '@playwright/test';
import { openLab } from './support/lab-page.ts';
import { type Memory, measureMemory } from './support/memory.ts';
import { expect, test } from './support/test.ts';

const CYCLES = 500;
const VISITS = 50;
/** Memory is read after these; the first ends the warm-up. */
const MEASURED = [7, 15, 25, 35, VISITS - 1];
/** Growth that is allowed after the warm-up. */
const GROWTH = 1.2;
/** Prepared for the next run: a worker, and the gate that it reports through. */
const WORKERS = 2;

test.setTimeout(900_000);

/** Compares with the state after the warm-up; all numbers in the message. */
function expectFlat(before: Memory, after: Memory): void {
  const numbers = JSON.stringify({ before, after });
  console.log(numbers);
  expect(after.heap / before.heap, `heap ${numbers}`).toBeLessThan(GROWTH);
  expect(after.nodes / before.nodes, `nodes ${numbers}`).toBeLessThan(GROWTH);
  expect(
    after.listeners / before.listeners,
    `listeners ${numbers}`,
  ).toBeLessThan(GROWTH);
  expect(after.documents, `documents ${numbers}`).toBeLessThanOrEqual(
    before.documents,
  );
  expect(after.frames, `frames ${numbers}`).toBe(before.frames);
  expect(after.workers, `workers ${numbers}`).toBeLessThanOrEqual(WORKERS);
}

/** Another program in each cycle: it computes, prints and draws. */
function programOf(cycle: number): string {
  return `import { kMeans } from '@runnable-guide/algorithms/k-means';
import { plot } from 'plot';
console.log('cycle ${cycle}');
const points = Array.from({ length: 60 }, (_, i) => [i % 7, (i * ${cycle}) % 11]);
const { labels, centroids } = kMeans(points, { k: 3 });
plot.scatter('clusters', { points, labels, centroids });
`;
}

/** The worker of an idle run and its gate are ended after some seconds. */
async function settle(page: Page): Promise<void> {
  await expect
    .poll(() => page.workers().length, { timeout: 10_000 })
    .toBeLessThanOrEqual(WORKERS);
}

test(`${CYCLES} edits and runs in one tab leave nothing behind`, async ({
  page,
}) => {
  const lab = await openLab(page, 'k-means');
  await lab.open('main.ts');
  let before: Memory | undefined;
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await lab.editor.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(programOf(cycle));
    await page.waitForFunction(
      (line) => {
        const section = document.querySelector<HTMLElement>(
          'section[data-lab="k-means"]',
        );
        const first = section?.querySelector('.pg-line span')?.textContent;
        return first === line && section?.dataset['state'] === 'ready';
      },
      `cycle ${cycle}`,
      { polling: 20 },
    );
    // The history of the editor keeps its last hundred changes and more.
    if (cycle === 150) {
      await settle(page);
      before = await measureMemory(page);
    }
  }
  await settle(page);
  expectFlat(before as Memory, await measureMemory(page));
});

test(`${VISITS} visits to pages with labs leave nothing behind`, async ({
  page,
}) => {
  const labs = ['k-means', 'decision-tree', 'neural-network'] as const;
  const measured: Record<number, Memory> = {};
  for (let visit = 1; visit <= VISITS; visit += 2) {
    const lab = labs[visit % labs.length] ?? 'k-means';
    const bench = await openLab(page, lab, visit % 4 === 1 ? 'en' : 'zh-CN');
    await page.reload();
    await bench.bringIntoView();
    await bench.expectState('ready', 30_000);
    // Compared are visits to the same page.
    if (MEASURED.includes(visit)) {
      await openLab(page, 'k-means');
      await settle(page);
      measured[visit] = await measureMemory(page);
      console.log(`visit ${visit}: ${JSON.stringify(measured[visit])}`);
    }
  }
  expectFlat(measured[7] as Memory, measured[VISITS - 1] as Memory);
});

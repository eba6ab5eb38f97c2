import { expect, test } from '@playwright/test';
import { ANSWER_MS, createAttacker } from './hostile/attack.ts';
import { startCanary } from './hostile/canary.ts';
import { corpus } from './hostile/corpus.ts';
import { limit } from './hostile/program.ts';
import { openTab } from './hostile/tab.ts';
import { watch } from './hostile/watch.ts';
import { labs, pathOf } from './support/site.ts';

const LAB = 'k-means';

test('the corpus is large, and every program has a name of its own', () => {
  const names = Object.values(corpus)
    .flat()
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});

test('what is watched for is seen', async ({ baseURL }) => {
  const canary = await startCanary();
  const tab = await openTab(new URL(addressOf(LAB), baseURL).href, LAB);
  const watcher = watch(tab, canary.connections);
  const before = await watcher.snapshot();
  expect(await watcher.answerMs(ANSWER_MS)).toBeLessThan(ANSWER_MS);
  await fetch(canary.url).catch(() => {});
  await tab.page.evaluate(async () => {
    await (await fetch('?', { cache: 'no-store' })).text();
    localStorage.setItem('stolen', 'yes');
    document.body.append('more');
    addEventListener('keydown', () => {
      const end = performance.now() + 400;
      while (performance.now() < end);
    });
    setTimeout(() => Promise.reject(new Error('of the page')));
  });
  expect(await watcher.answerMs(ANSWER_MS)).toBeGreaterThan(ANSWER_MS);
  const after = await watcher.snapshot();
  expect(watcher.requestsSince(before)).toBe(2);
  expect(watcher.errorsSince(before)).toEqual([
    expect.stringContaining('of the page'),
  ]);
  expect(after.storage).not.toBe(before.storage);
  expect(after.outside).not.toBe(before.outside);
  expect(after.longestStallMs).toBeGreaterThan(300);
  await tab.close();
  await canary.stop();
});

const addressOf = (lab: string) =>
  pathOf(labs.find(({ id }) => id === lab)?.slug ?? '', 'en');

for (const [family, programs] of Object.entries(corpus)) {
  test(`hostile programs: ${family}`, async ({ baseURL }, info) => {
    test.setTimeout(240_000);
    const site = new URL(addressOf(LAB), baseURL).href;
    const canary = await startCanary();
    const tab = await openTab(site, LAB);
    const { attack, honestRun, honestTests } = await createAttacker(tab, {
      canary: canary.url,
      site,
      count: canary.connections,
    });
    expect(await honestTests(), 'tests before all of them').toEqual([]);
    const outcomes = [];
    for (const program of programs) {
      if (program.name.includes(process.env['HOSTILE'] ?? '')) {
        const outcome = await attack(program);
        outcomes.push(outcome);
        if (process.env['HOSTILE'] !== undefined) {
          console.log(outcome);
        }
      }
    }
    expect(await honestRun(), 'a run after all of them').toEqual([]);
    await tab.close();
    await canary.stop();
    info.annotations.push({
      type: 'hostile',
      description: JSON.stringify({ family, outcomes }),
    });
    for (const { program, problems, requests, storageChanges } of outcomes) {
      expect.soft(problems, program).toEqual([]);
      expect.soft(requests, `requests that left: ${program}`).toBe(0);
      expect.soft(storageChanges, `storage changed: ${program}`).toBe(0);
    }
  });
}

test('the process of the frame may die at any time', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const tab = await openTab(new URL(addressOf(LAB), baseURL).href, LAB);
  const { honestRun, waitFor } = await createAttacker(tab, {
    canary: '',
    site: '',
    count: () => 0,
  });
  const begin = async (code: string) => {
    await tab.write(code);
    expect(await waitFor([/begun/], 'running')).toEqual([]);
  };
  expect(await honestRun(), 'before').toEqual([]);

  await tab.killFrame();
  expect(await honestRun(), 'died between two runs').toEqual([]);

  for (const [kind, code] of [
    [
      'waits',
      "console.log('begun');\nawait new Promise((f) => setTimeout(f, 1e6));\n",
    ],
    ['never yields', "console.log('begun');\nfor (;;) {}\n"],
  ] as const) {
    await begin(code);
    await tab.killFrame();
    expect(await waitFor([limit.crashed], 'stopped'), kind).toEqual([]);
    expect(await honestRun(), `after one that ${kind}`).toEqual([]);
  }

  await begin("console.log('begun');\nfor (;;) {}\n");
  await tab.killFrame();
  await tab.press('stop');
  expect(await waitFor([limit.stopped], 'stopped')).toEqual([]);
  expect(await honestRun(), 'died as the reader stopped it').toEqual([]);
  await tab.close();
});

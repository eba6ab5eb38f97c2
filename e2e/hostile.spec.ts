import { expect, test } from '@playwright/test';
import { createAttacker } from './hostile/attack.ts';
import { startCanary } from './hostile/canary.ts';
import { corpus } from './hostile/corpus.ts';
import { openLab } from './support/lab-page.ts';

test('the corpus is large, and every program has a name of its own', () => {
  const names = Object.values(corpus)
    .flat()
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});

for (const [family, programs] of Object.entries(corpus)) {
  test(`hostile programs: ${family}`, async ({ page, baseURL }, info) => {
    test.setTimeout(240_000);
    const canary = await startCanary();
    const lab = await openLab(page, 'k-means', 'en');
    // What the page loads for its first test run is none of the programs' doing.
    await lab.runTests();
    await lab.expectState('passed', 30_000);
    const { attack, honestRun } = await createAttacker(lab, {
      canary: canary.url,
      site: baseURL ?? '',
      count: canary.connections,
    });
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

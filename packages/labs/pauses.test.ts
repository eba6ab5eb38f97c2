import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it, vi } from 'vitest';
import { loadLab } from './catalog.ts';

it.each([
  // Each race: every program four times.
  [
    'k-means-speed',
    'the readable run, the comparison, each turn of the race, the shares',
    15,
  ],
  [
    'decision-tree-speed',
    'the readable tree, the fast one, each turn of the race',
    10,
  ],
  [
    'neural-network-speed',
    'each comparison and each turn of the four races',
    36,
  ],
  ['model-deployment', 'your choice, each curve, the check', 6],
  ['model-operations', 'each run of the simulator', 8],
  ['model-security', 'training, signs, check, accuracy', 3],
  ['edge-inference', 'training, versions, figures', 2],
] as const)('%s pauses between %s', async (id, _, count) => {
  const lab = await loadLab(id);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await runOnce(lab.files, '/main.ts');
  const pauses = timers.mock.calls.length;
  timers.mockRestore();
  expect(pauses).toBe(count);
});

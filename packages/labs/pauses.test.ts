import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it, vi } from 'vitest';
import { loadLab } from './catalog.ts';

it.each([
  ['k-means-speed', 'the comparison, the times, the shares', 2],
  ['decision-tree-speed', 'the comparison, the times and the count', 1],
  ['neural-network-speed', 'each of four batch sizes, the figures', 4],
  ['model-security', 'training, signs, check, accuracy', 3],
] as const)('%s pauses between %s', async (id, _, count) => {
  const lab = await loadLab(id);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await runOnce(lab.files, '/main.ts');
  expect(timers).toHaveBeenCalledTimes(count);
  timers.mockRestore();
});

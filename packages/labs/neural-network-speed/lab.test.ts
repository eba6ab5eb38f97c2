import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { lab } from './lab.ts';

it('finds the same network for every batch size, without a time', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  expect(lines.map(({ text }) => text)).toEqual(
    [1, 8, 32, 128].map(
      (size) => `batches of ${size}: the same to the last bit: true`,
    ),
  );
  const [times, loss] = frames;
  if (times?.kind !== 'table' || loss?.kind !== 'line') {
    throw new Error('Other figures.');
  }
  // 4 epochs of 128 samples: 128, 16, 4 and 1 steps an epoch.
  expect(times.data.rows).toEqual([
    [1, 512, '–', '–', '–'],
    [8, 64, '–', '–', '–'],
    [32, 16, '–', '–', '–'],
    [128, 4, '–', '–', '–'],
  ]);
  const last = loss.data.series.map(({ points }) => points.at(-1)?.[1] ?? 0);
  expect(last).toEqual(last.toSorted((a, b) => a - b));
  // All start from the same network.
  expect(
    new Set(loss.data.series.map(({ points }) => points[0]?.[1])).size,
  ).toBe(1);
});

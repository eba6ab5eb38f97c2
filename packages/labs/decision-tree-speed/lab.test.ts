import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { lab } from './lab.ts';

it('finds the same tree and counts what is sorted, without a time', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);
  expect(texts).toEqual([
    'the same tree, to the last bit of each threshold: true',
  ]);
  const [times, sorting] = frames;
  if (times?.kind !== 'table' || sorting?.kind !== 'line') {
    throw new Error('Other figures.');
  }
  // 1000 rows of 6 features, once.
  expect(times.data.rows[1]).toEqual(['sorted once', 6000, '–', '–']);
  expect(times.data.rows[0]?.slice(2)).toEqual(['–', '–']);
  const readable = sorting.data.series[0]?.points ?? [];
  // The root sorts all, the two nodes below it all together once more.
  expect(readable.slice(0, 2)).toEqual([
    [0, 6000],
    [1, 12_000],
  ]);
  // No level can sort more than all rows.
  for (const [depth = 0, count = 0] of readable) {
    expect(count).toBeLessThanOrEqual(6000 * (depth + 1));
  }
  expect(times.data.rows[0]?.[1]).toBe(readable.at(-1)?.[1]);
});

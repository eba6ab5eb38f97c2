import { runOnce } from '@runnable-guide/sandbox/run-once';
import { describe, expect, it } from 'vitest';
import { lab } from './lab.ts';

describe('the lab that measures k-means', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const [times, distances] = frames;

  it('finds that the editions agree, and counts their distances', () => {
    const texts = lines.map(({ text }) => text);
    expect(texts[0]).toBe('same labels, same inertia to the last bit: true');
    if (times?.kind !== 'table') throw new Error('No table.');
    const counts = times.data.rows.map(([, count]) => Number(count));
    // n · k distances for each assignment, of which the flat edition skips none.
    expect((counts[1] ?? 0) % (2000 * 16)).toBe(0);
    expect(counts[0]).toBe(counts[1]);
    expect(counts[2]).toBeLessThan((counts[1] ?? 0) / 2);
  });

  it('shows no time before it is run on a machine of the reader', () => {
    if (times?.kind !== 'table') throw new Error('No table.');
    expect(times.data.rows.map((row) => row.slice(2))).toEqual(
      Array(3).fill(['–', '–']),
    );
    expect(times.data.caption).toMatch(/^Press Run/);
  });

  it('saves most where groups are apart', () => {
    if (distances?.kind !== 'line') throw new Error('No line.');
    const last = distances.data.series.map(({ points }) => points.at(-1)?.[1]);
    expect(last[0]).toBeLessThan(10);
    expect(last[0]).toBeLessThan(last[1] ?? 0);
    expect(last[0]).toBeLessThan(last[2] ?? 0);
  });
});

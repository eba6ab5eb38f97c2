import { runOnce } from '@runnable-guide/sandbox/run-once';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { lab } from './lab.ts';

describe('the k-means errata lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);

  it('draws the broken loop and the corrected one', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(frames.map(({ name }) => name)).toEqual([
      'broken',
      'corrected',
      'corrected',
    ]);
  });

  it('shows that comparing the list selects no point, so that means are NaN', () => {
    expect(texts.slice(0, 5)).toEqual([
      'whole list === 0: false',
      'label by label  : [true, true, true, true, false, false, false, false]',
      'points selected : 0 instead of 4',
      'their mean      : [NaN, NaN]',
      'intended mean   : [1.5, 2]',
    ]);
  });

  it('ends the broken loop by its cap alone', () => {
    const [table] = frames;
    expect(table?.kind === 'table' && table.data.rows).toEqual(
      [1, 2, 3, 4, 5, 6].map((pass) => [pass, '(NaN, NaN)', false]),
    );
  });

  it('goes from 16 to 6, the best of all partitions', () => {
    // 0 + 1 + 2 + 5 on each side of the symmetric start; then 2 · 3.
    expect(texts.slice(-2)).toEqual([
      'corrected: { iteration: 0, inertia: 16, converged: false }',
      'corrected: { iteration: 1, inertia: 6, converged: true }',
    ]);
  });
});

import { runOnce } from '@runnable-guide/sandbox/run-once';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { lab } from './lab.ts';

describe('the decision tree errata lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);

  it('draws the impurities', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(frames.map(({ name }) => name)).toEqual(['gini']);
  });

  it('counts 13/12 over rows, and 4/9 over labels before and after', () => {
    // Rows (1, 0) and (1, 1) give 1/2 and 0, so 1/3 on the first side; each
    // row with a 2 gives 1 − 1/4, so 3/4 on the second side.
    const [figure] = frames;
    const values = figure?.kind === 'bars' ? figure.data.series[0]?.values : [];
    expect(values).toHaveLength(3);
    for (const [index, value] of [13 / 12, 4 / 9, 4 / 9].entries()) {
      expect(values?.[index]).toBeCloseTo(value, 12);
    }
  });

  it('shows how a value that is missing moves the others up', () => {
    expect(texts[0]).toBe('impurity: []');
    expect(texts[2]).toBe('high    : undefined');
  });

  it('grows no tree from the six rows, and one where it pays', () => {
    expect(texts.slice(-3)).toEqual([
      'best gain: 0',
      'class 0  [4 2] impurity 0.4444',
      [
        'feature 0 <= 2.5  [4 2] impurity 0.4444',
        '├─ yes: class 0  [2 0] impurity 0',
        '└─ no: feature 0 <= 4.5  [2 2] impurity 0.5',
        '   ├─ yes: class 1  [0 2] impurity 0',
        '   └─ no: class 0  [2 0] impurity 0',
      ].join('\n'),
    ]);
  });
});

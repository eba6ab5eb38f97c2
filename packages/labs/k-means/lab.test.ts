import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { makeMistake } from '../mistake.ts';
import { exercise } from './exercise-record.ts';
import { lab } from './lab.ts';
import expandedDistance from './variants/expanded-distance.ts?raw';
import loops from './variants/loops.ts?raw';
import { mistakes } from './variants/mistakes.ts';
import runningMeans from './variants/running-means.ts?raw';

describe('the k-means lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);

  it('draws an assignment and a move in each iteration', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(frames.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 6 }, () => 'clusters'),
      'inertia',
    ]);
    const figures = frames.filter(isKind('scatter'));
    expect(figures[0]?.data.labels).toEqual([-1, -1, -1, -1, -1, -1, -1, -1]);
    expect(figures[1]?.data.labels).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
    expect(figures[5]?.data.labels).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
    expect(figures[5]?.data.caption).toContain('inertia 6.933');
  });

  it('goes down from 47 by 11.10 to 6.93', () => {
    // By hand: 47; then the means (1, 1) and (19/7, 23/7), 544/49; then the
    // means of three and five points, 4/3 + 28/5.
    const [figure] = frames.filter(isKind('line'));
    const inertias = figure?.data.series[0]?.points.map(([, y]) => y);
    expect(inertias).toHaveLength(3);
    for (const [index, value] of [47, 544 / 49, 104 / 15].entries()) {
      expect(inertias?.[index]).toBeCloseTo(value, 9);
    }
    expect(texts.slice(0, 4)).toEqual([
      'iteration 0: labels 0 1 1 1 1 1 1 1',
      'iteration 1: labels 0 0 0 1 1 1 1 1',
      'iteration 2: labels 0 0 0 1 1 1 1 1',
      'No label has changed: converged.',
    ]);
  });

  it('ends in the best or the second best minimum, by seed', () => {
    // Of the 28 pairs of points to start from, 7 end at 6 and 21 at 104/15.
    const table = lines.find((line) => line.table)?.table;
    const column = table?.columns.indexOf('inertia') ?? -1;
    const inertias = table?.rows.map((row) => Number(row[column])) ?? [];
    expect(inertias).toHaveLength(8);
    const rounded = inertias.map((inertia) => inertia.toFixed(6));
    expect(new Set(rounded)).toEqual(new Set(['6.000000', '6.933333']));
  });
});

describe('the k-means exercise', () => {
  const path = pathOf(lab, exercise.file);
  const solution = lab.files[path] ?? '';

  async function failuresOf(
    code: string,
    names = exercise.tests,
  ): Promise<string[]> {
    const tests = names.map((name) => pathOf(lab, name));
    const results = await runTests({ ...lab.files, [path]: code }, tests);
    return results
      .filter(({ status }) => status !== 'pass')
      .map(({ name }) => name);
  }

  it.each(Object.entries({ solution, loops, expandedDistance, runningMeans }))(
    'accepts %s',
    async (_, code) => {
      expect(await failuresOf(code)).toEqual([]);
    },
  );

  it('is not solved as it stands', async () => {
    expect(await failuresOf(exercise.code)).not.toEqual([]);
  });

  it.each(Object.entries(mistakes))('notices %s', async (_, mistake) => {
    expect(exercise.tests).toContain(mistake.file);
    expect(Object.keys(exercise.causes)).toContain(mistake.test);
    const code = makeMistake(solution, mistake);
    const failures = await failuresOf(code, [mistake.file]);
    expect(failures).toContain(mistake.test);
  });
});

function isKind<K extends PlotFrame['kind']>(kind: K) {
  return (frame: PlotFrame): frame is Extract<PlotFrame, { kind: K }> =>
    frame.kind === kind;
}

import {
  type Network,
  predict,
} from '@runnable-guide/algorithms/neural-network';
import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { makeMistake } from '../mistake.ts';
import { exercise } from './exercise-record.ts';
import { lab } from './lab.ts';
import biasRow from './variants/bias-row.ts?raw';
import loops from './variants/loops.ts?raw';
import { mistakes } from './variants/mistakes.ts';
import oneByOne from './variants/one-by-one.ts?raw';

describe('the neural network lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');

  it('draws the boundary and the weights together, and the loss', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    const names = frames.map(({ name }) => name);
    expect(new Set(names)).toEqual(
      new Set(['decision-boundary', 'weights', 'loss']),
    );
    expect(names.at(-1)).toBe('loss');
    const captions = (kind: PlotFrame['kind']) =>
      frames.filter(isKind(kind)).map(({ data }) => data.caption);
    expect(captions('heatmap').length).toBeGreaterThan(20);
    expect(captions('network')).toEqual(captions('heatmap'));
    expect(captions('network').at(-1)).toMatch(/^Epoch 500: loss 0\.0037/);
  });

  it('has the outputs of the same training written in plain Python', () => {
    expect(lines.map(({ text }) => text)).toEqual([
      'before training: 0,0 gives 0.500',
      'before training: 0,1 gives 0.398',
      'before training: 1,0 gives 0.502',
      'before training: 1,1 gives 0.438',
      'after training: 0,0 gives 0.002',
      'after training: 0,1 gives 0.996',
      'after training: 1,0 gives 0.996',
      'after training: 1,1 gives 0.005',
    ]);
    const [figure] = frames.filter(isKind('line'));
    const losses = figure?.data.series[0]?.points ?? [];
    expect(losses).toHaveLength(501);
    expect(losses.at(-1)?.[1]).toBeCloseTo(0.00368874223321754, 10);
  });

  it('hands over the network as it is, ready to predict', () => {
    const network = frames.filter(isKind('network')).at(-1)?.data.model;
    const outputs = predict(network as Network, [
      [0, 1],
      [1, 1],
    ]).flat();
    expect(outputs.map((output) => output.toFixed(3))).toEqual([
      '0.996',
      '0.005',
    ]);
    expect(network).toMatchObject({
      layers: [{ activation: 'tanh' }, { activation: 'sigmoid' }],
      loss: 'cross-entropy',
    });
  });

  it('ends with a boundary that separates XOR', () => {
    const last = frames.filter(isKind('heatmap')).at(-1)?.data;
    expect(last?.x).toEqual([-0.25, 1.25]);
    expect(last?.y).toEqual([-0.25, 1.25]);
    // Cells are 0.05 wide: the corners 0 and 1 are in the cells 5 and 24.
    const value = (x: number, y: number) => last?.values[y]?.[x] ?? Number.NaN;
    expect(value(5, 5)).toBeLessThan(0.05);
    expect(value(24, 24)).toBeLessThan(0.05);
    expect(value(24, 5)).toBeGreaterThan(0.95);
    expect(value(5, 24)).toBeGreaterThan(0.95);
  });
});

// The 20 trainings of xor.test.ts take a while on a busy machine.
describe('the neural network exercise', () => {
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

  it.each(Object.entries({ solution, loops, oneByOne, biasRow }))(
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

import { runOnce } from '@runnable-guide/sandbox/run-once';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { lab } from './lab.ts';

describe('the neural network errata lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);
  const [figure] = frames;
  const series = figure?.kind === 'line' ? figure.data.series : [];
  const losses = (name: string) =>
    series.find((each) => each.name === name)?.points.map(([, y]) => y) ?? [];

  it('draws the losses of three versions', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(frames.map(({ name }) => name)).toEqual(['loss']);
    expect(series.map(({ name }) => name)).toEqual([
      'no update',
      'one layer',
      'hidden layer',
    ]);
  });

  it('shows the label that is repeated, and the check that refuses it', () => {
    expect(texts[0]).toMatch(/^label repeated: \[-0\.4\d+, -0\.4\d+\]$/);
    expect(texts[1]).toContain('targets[0] must be a list of 2 numbers');
  });

  it('learns nothing without an update', () => {
    expect(new Set(losses('no update')).size).toBe(1);
    expect(losses('no update')).toHaveLength(101);
  });

  it('ends one layer at the outputs 0.5, so at a loss of 1/4', () => {
    expect(losses('one layer').at(-1)).toBeCloseTo(0.25, 5);
    expect(texts[2]).toBe('layers 2-1: 0.500 0.500 0.500 0.500');
  });

  it('learns XOR with a hidden layer', () => {
    const numbers = texts[3]?.replace('layers 2-4-1: ', '').split(' ') ?? [];
    const outputs = numbers.map(Number);
    const xor = [0, 1, 1, 0];
    expect(outputs.map(Math.round)).toEqual(xor);
    const squares = xor.map((t, i) => (t - (outputs[i] ?? Number.NaN)) ** 2);
    const mean = squares.reduce((a, b) => a + b) / 4;
    expect(losses('hidden layer').at(-1)).toBeCloseTo(mean, 5);
    expect(mean).toBeLessThan(0.001);
  });
});

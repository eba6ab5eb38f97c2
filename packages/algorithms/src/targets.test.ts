import { describe, expect, it } from 'vitest';
import { createNetwork, predict } from './neural-network.ts';
import { stored } from './number-formats.ts';
import { logitsOn, type Target } from './targets.ts';
import { compareResults } from './tolerance-report.ts';

const exact: Target = {
  name: 'reference',
  storage: 'float64',
  arithmetic: 'float64',
  order: 'forward',
};

describe('logitsOn', () => {
  it('is the network itself in float64, before softmax', () => {
    const layerSizes = [4, 6, 3];
    const network = createNetwork({ layerSizes, output: 'softmax' });
    const inputs = [
      [0.1, -0.4, 0.9, 0.3],
      [1, 0.5, -0.2, 0.7],
    ];
    const [[a = 0, b = 0] = []] = logitsOn(exact, network, inputs);
    const [[p = 0, q = 0] = []] = predict(network, inputs);
    // softmax: differences of logits are logarithms of ratios.
    expect(a - b).toBeCloseTo(Math.log(p / q), 12);
  });

  it('shows that the order of a sum matters', () => {
    const network = createNetwork({ layerSizes: [3, 1] });
    const [layer] = network.layers;
    if (layer !== undefined) layer.weights = [[1], [1], [1]];
    const inputs = [[1e8, -1e8, 1]];
    const half = { ...exact, arithmetic: 'float32' } as const;
    const backward = { ...half, order: 'backward' } as const;
    expect(logitsOn(half, network, inputs)).toEqual([[1]]);
    expect(logitsOn(backward, network, inputs)).toEqual([[0]]);
  });

  it('is as exact as float32, float16 and int8 promise', () => {
    const network = createNetwork({ layerSizes: [1, 1] });
    const [layer] = network.layers;
    if (layer !== undefined) layer.weights = [[1 / 3]];
    const error = (storage: Target['storage']) => {
      const target = { ...exact, storage };
      const [[logit = 0] = []] = logitsOn(target, network, [[1]]);
      return Math.abs(logit * 3 - 1);
    };
    expect(error('float32')).toBeLessThanOrEqual(2 ** -24);
    expect(error('float16')).toBeLessThanOrEqual(2 ** -11);
    expect(error('float16')).toBeGreaterThan(2 ** -14);
    // A list with one number: it is the largest, and fits exactly.
    expect(error('int8')).toBeLessThan(1e-15);
  });
});

describe('stored', () => {
  it('makes int8 coarse for all numbers if one is large', () => {
    const even = stored([0.1, 0.5, 1], 'int8');
    expect(Math.abs((even[0] ?? 0) - 0.1)).toBeLessThanOrEqual(0.5 / 127);
    expect(stored([0.1, 0.5, 1000], 'int8')).toEqual([0, 0, 1000]);
  });
});

describe('compareResults', () => {
  it('counts what is within tolerance, and what cannot flip', () => {
    const reference = [
      [3, 1],
      [2, 1.9],
    ];
    const results = [
      [3.1, 1],
      [1.9, 1.95],
    ];
    const tolerance = { absolute: 0.06, relative: 0 };
    const report = compareResults(results, reference, tolerance);
    expect(report.largestError).toBeCloseTo(0.1, 12);
    expect(report.within).toBe(0.5);
    expect(report.sameClass).toBe(0.5);
    expect(report.safe).toBe(0.5);
  });

  it('refuses another shape', () => {
    const tolerance = { absolute: 0, relative: 0 };
    expect(() => compareResults([[1]], [[1, 2]], tolerance)).toThrow(
      'results[0] must be a list of 2 numbers',
    );
  });
});

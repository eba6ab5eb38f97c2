import { describe, expect, it } from 'vitest';
import { dealBatches } from './batches.ts';
import { createNetwork } from './neural-network.ts';
import { createRandom } from './random.ts';

describe('createNetwork', () => {
  it.each([
    ['tanh', 2 / (200 + 50)],
    ['sigmoid', 2 / (200 + 50)],
    ['relu', 2 / 200],
  ] as const)('draws weights before %s with variance %d', (activation, v) => {
    const layerSizes = [200, 50, 1];
    const { layers } = createNetwork({ layerSizes, activation });
    const weights = layers[0]?.weights.flat() ?? [];
    expect(weights).toHaveLength(10_000);
    const square = weights.reduce((sum, w) => sum + w * w, 0) / 10_000;
    expect(Math.abs(square / v - 1)).toBeLessThan(0.06);
    const mean = weights.reduce((sum, w) => sum + w, 0) / 10_000;
    expect(Math.abs(mean)).toBeLessThan(0.004);
    expect(layers[0]?.biases.every((bias) => bias === 0)).toBe(true);
  });

  it('gives the last layer the output activation', () => {
    const { layers } = createNetwork({
      layerSizes: [2, 3, 4, 2],
      activation: 'relu',
      output: 'softmax',
    });
    expect(layers.map((layer) => layer.activation)).toEqual([
      'relu',
      'relu',
      'softmax',
    ]);
    expect(layers.map(({ weights }) => weights.length)).toEqual([2, 3, 4]);
    expect(layers.map(({ biases }) => biases.length)).toEqual([3, 4, 2]);
  });

  it('depends on the seed and survives JSON', () => {
    const layerSizes = [2, 3, 1];
    const network = createNetwork({ layerSizes, seed: 5 });
    expect(createNetwork({ layerSizes, seed: 5 })).toEqual(network);
    expect(createNetwork({ layerSizes, seed: 6 })).not.toEqual(network);
    expect(JSON.parse(JSON.stringify(network))).toEqual(network);
  });
});

describe('dealBatches', () => {
  const numbers = [0, 1, 2, 3, 4, 5, 6];
  const all = {
    inputs: numbers.map((n) => [n]),
    targets: numbers.map((n) => [10 * n]),
  };

  it('deals each example once, with its own target', () => {
    const batches = dealBatches(all, 3, createRandom(1));
    expect(batches.map(({ inputs }) => inputs.length)).toEqual([3, 3, 1]);
    const dealt = batches.flatMap(({ inputs }) => inputs.flat());
    expect([...dealt].sort()).toEqual(numbers);
    expect(dealt).not.toEqual(numbers);
    for (const { inputs, targets } of batches) {
      expect(targets.flat()).toEqual(inputs.flat().map((n) => 10 * n));
    }
  });

  it('keeps everything in one batch if it is large enough', () => {
    expect(dealBatches(all, 7, createRandom(1))).toEqual([all]);
  });
});

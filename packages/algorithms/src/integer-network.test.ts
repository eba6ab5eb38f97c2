import { describe, expect, it } from 'vitest';
import { calibrate } from './calibration.ts';
import { predictIntegers, quantiseNetwork } from './integer-network.ts';
import { at } from './lists.ts';
import { createNetwork, predict } from './neural-network.ts';
import { createRandom } from './random.ts';

const network = createNetwork({
  layerSizes: [5, 8, 3],
  activation: 'relu',
  output: 'softmax',
  seed: 4,
});
const random = createRandom(3);
const rows = Array.from({ length: 40 }, () =>
  Array.from({ length: 5 }, () => 2 * random() - 0.5),
);

function worstError(bits: number): number {
  const outputs = predictIntegers(
    quantiseNetwork(network, rows, { bits }),
    rows,
  );
  const right = predict(network, rows);
  return Math.max(
    ...outputs.flatMap((row, i) =>
      row.map((output, j) => Math.abs(output - (right[i]?.[j] ?? 0))),
    ),
  );
}

describe('quantiseNetwork', () => {
  it('stays close to the real numbers, and closer with more bits', () => {
    expect(worstError(8)).toBeLessThan(0.02);
    expect(worstError(12)).toBeLessThan(0.002);
    expect(worstError(8)).toBeLessThan(worstError(4));
  });

  it('has integers for weights, biases and offsets', () => {
    for (const layer of quantiseNetwork(network, rows)) {
      const { weights, biases, offsets } = layer;
      for (const value of [...weights.flat(), ...biases, ...offsets]) {
        expect(Number.isInteger(value)).toBe(true);
      }
    }
  });

  it('computes one unit as worked out by hand', () => {
    // w = 1 → 127, s = 1/127. x in [0, 1]: s = 1/255, z = −128.
    const one = {
      layers: [
        { weights: [[1]], biases: [0.5], activation: 'linear' as const },
      ],
      loss: 'mse' as const,
    };
    const layers = quantiseNetwork(one, [[0], [1]]);
    const { biases, offsets, sumScales } = at(layers, 0);
    expect(biases).toEqual([Math.round(0.5 * 127 * 255)]);
    expect(offsets).toEqual([127 * -128]);
    expect(at(sumScales, 0)).toBeCloseTo(1 / (127 * 255), 15);
    expect(predictIntegers(layers, [[1]])[0]?.[0]).toBeCloseTo(1.5, 4);
  });
});

describe('calibrate', () => {
  it('takes the smallest and the largest input of each layer', () => {
    const [inputs, hidden] = calibrate(network, rows);
    const all = rows.flat();
    expect(inputs).toEqual([Math.min(...all), Math.max(...all)]);
    expect(hidden?.[0]).toBe(0);
    expect(hidden?.[1]).toBeGreaterThan(0);
  });

  it('leaves out the farthest values on both sides', () => {
    const line = Array.from({ length: 101 }, (_, i) => [i, i, i, i, i]);
    expect(calibrate(network, line, 0.9)[0]).toEqual([5, 95]);
  });

  it('refuses a coverage that is not a share', () => {
    expect(() => calibrate(network, rows, 0)).toThrow('coverage');
    expect(() => calibrate(network, rows, 99)).toThrow('coverage');
  });
});

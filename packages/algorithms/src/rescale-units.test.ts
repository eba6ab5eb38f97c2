import { describe, expect, it } from 'vitest';
import { at } from './lists.ts';
import { createNetwork, predict } from './neural-network.ts';
import { rescaleUnits, spreadUnits } from './rescale-units.ts';

const shape = { layerSizes: [3, 4, 2], output: 'softmax' } as const;
const network = createNetwork({ ...shape, activation: 'relu' });

describe('rescaleUnits', () => {
  it('changes the weights and not the outputs', () => {
    const rows = [
      [1, -2, 0.5],
      [0.3, 0.1, 4],
    ];
    const rescaled = rescaleUnits(network, 0, [0.01, 1, 30, 500]);
    expect(rescaled.layers[0]?.weights).not.toEqual(
      at(network.layers, 0).weights,
    );
    const outputs = predict(rescaled, rows).flat();
    for (const [index, output] of predict(network, rows).flat().entries()) {
      expect(outputs[index]).toBeCloseTo(output, 12);
    }
  });

  it('refuses a layer that is not ReLU, and factors of 0', () => {
    const tanh = createNetwork({ ...shape, activation: 'tanh' });
    expect(() => rescaleUnits(tanh, 0, [1, 1, 1, 1])).toThrow("'relu'");
    expect(() => rescaleUnits(network, 0, [1, 0, 1, 1])).toThrow('factors[1]');
    expect(() => rescaleUnits(network, 0, [1])).toThrow('a list of 4');
  });
});

describe('spreadUnits', () => {
  it('multiplies the last unit by the skew and leaves the first', () => {
    const before = at(network.layers, 0).weights;
    const after = at(spreadUnits(network, 0, 100).layers, 0).weights;
    expect(after[0]?.[0]).toBe(before[0]?.[0]);
    expect(after[2]?.[3]).toBeCloseTo(100 * (before[2]?.[3] ?? 0), 10);
  });
});

import { describe, expect, it } from 'vitest';
import { at } from './lists.ts';
import { createNetwork, predict } from './neural-network.ts';
import { countZeros, pruneUnits, pruneWeights } from './pruning.ts';

const network = createNetwork({
  layerSizes: [6, 10, 4],
  activation: 'relu',
  output: 'softmax',
});
const rows = [
  [0.1, -0.4, 0.9, 0, 0.3, 1],
  [1, 0.5, -0.2, 0.7, 0, -1],
];

function weightsOf(pruned: typeof network): number[] {
  return pruned.layers.flatMap(({ weights }) => weights.flat());
}

describe('pruneWeights', () => {
  it.each([
    [0, 0],
    [0.25, 25],
    [0.333, 33],
    [0.9, 90],
    [1, 100],
  ])('with a share of %d sets %i of 100 weights to 0', (share, count) => {
    const pruned = pruneWeights(network, share);
    const zeros = pruned.layers.map(({ weights }) => countZeros(weights));
    expect(zeros.reduce((a, b) => a + b)).toBe(count);
  });

  it('removes the smallest and leaves the others as they are', () => {
    const before = weightsOf(network);
    const after = weightsOf(pruneWeights(network, 0.6));
    const kept = before.filter((_, index) => after[index] !== 0);
    const gone = before.filter((_, index) => after[index] === 0);
    expect(after.filter((weight) => weight !== 0)).toEqual(kept);
    const largestGone = Math.max(...gone.map(Math.abs));
    expect(largestGone).toBeLessThan(Math.min(...kept.map(Math.abs)));
  });

  it('prunes the exact number among equal weights', () => {
    const layers = network.layers.map((layer) => {
      const weights = layer.weights.map((row) => row.map(() => 0.5));
      return { ...layer, weights };
    });
    const pruned = weightsOf(pruneWeights({ ...network, layers }, 0.37));
    expect(pruned.filter((weight) => weight === 0)).toHaveLength(37);
  });

  it('does not change the network it was given', () => {
    const before = structuredClone(network);
    pruneWeights(network, 0.5);
    expect(network).toEqual(before);
  });

  it('refuses a share that is not from 0 to 1', () => {
    expect(() => pruneWeights(network, 30)).toThrow(
      'share must be from 0 to 1',
    );
  });
});

describe('pruneUnits', () => {
  it('leaves a smaller network of the given shape', () => {
    const { layers } = pruneUnits(network, 0, 7);
    expect(layers.map(({ weights }) => weights.length)).toEqual([6, 7]);
    expect(layers.map(({ biases }) => biases.length)).toEqual([7, 4]);
    expect(layers.map(({ weights }) => at(weights, 0).length)).toEqual([7, 4]);
  });

  it('changes no output if the units that go have no weights', () => {
    const dead = [2, 5, 9];
    const layers = network.layers.map((layer, index) => {
      const weights = layer.weights.map((row) =>
        row.map((w, unit) => (index === 0 && dead.includes(unit) ? 0 : w)),
      );
      return { ...layer, weights };
    });
    const idle = { ...network, layers };
    const smaller = pruneUnits(idle, 0, 7);
    const [before, after] = [predict(idle, rows), predict(smaller, rows)];
    for (const [i, row] of before.entries()) {
      for (const [j, output] of row.entries()) {
        expect(after[i]?.[j]).toBeCloseTo(output, 12);
      }
    }
  });

  it('refuses the output layer and more units than there are', () => {
    expect(() => pruneUnits(network, 1, 2)).toThrow('layerIndex');
    expect(() => pruneUnits(network, 0, 11)).toThrow('count');
  });
});

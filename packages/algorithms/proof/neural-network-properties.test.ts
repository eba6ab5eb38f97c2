import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backward,
  createNetwork,
  forward,
  lossOf,
  type Network,
  predict,
  step,
} from '../src/neural-network.ts';
import { parametersOf, withParameters } from '../src/parameters.ts';
import {
  architectures,
  drawInputs,
  drawTargets,
  permutation,
  runs,
} from './arbitraries.ts';
import { expectNear } from './near.ts';

/** A network with random biases as well, and a batch for it. */
const trained = architectures.map(({ batch, ...options }) => {
  const { layerSizes, seed } = options;
  const fresh = createNetwork(options);
  const noise = drawInputs(1, parametersOf(fresh).length, seed).flat();
  const network = withParameters(
    fresh,
    parametersOf(fresh).map((value, index) => value + (noise[index] ?? 0) / 4),
  );
  const inputs = drawInputs(batch, layerSizes[0] ?? 0, seed);
  const targets = drawTargets(batch, layerSizes.at(-1) ?? 0, seed);
  return { network, inputs, targets, seed };
});

describe('a network', () => {
  it('has the gradient of finite differences', () => {
    fc.assert(
      fc.property(trained, ({ network, inputs, targets }) => {
        const pass = forward(network, inputs);
        const gradients = backward(network, pass, targets);
        const slopes = gradients.flatMap(({ weights, biases }) => [
          ...weights.flat(),
          ...biases,
        ]);
        const values = parametersOf(network);
        const lossAt = (index: number, change: number) => {
          const changed = values.map((v, i) => (i === index ? v + change : v));
          const other = withParameters(network, changed);
          return lossOf(other, predict(other, inputs), targets);
        };
        expect(slopes).toHaveLength(values.length);
        for (const [index, slope] of slopes.entries()) {
          const [wide = 0, narrow = 0] = [4e-5, 2e-5].map(
            (h) => (lossAt(index, h) - lossAt(index, -h)) / (2 * h),
          );
          // Where they disagree, a ReLU has its kink in between.
          if (Math.abs(wide - narrow) > 1e-7 * Math.max(1, Math.abs(narrow))) {
            fc.pre(false);
          }
          expectNear([slope], [narrow], 1e-6);
        }
      }),
      runs,
    );
  });

  it('has probabilities with the sum 1 after softmax', () => {
    const scales = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(trained, scales, ({ network, inputs }, scale) => {
        const layers = network.layers.map((layer, index) =>
          index === network.layers.length - 1
            ? { ...layer, activation: 'softmax' as const }
            : layer,
        );
        const far = inputs.map((row) => row.map((value) => scale * value));
        for (const row of predict({ ...network, layers }, far)) {
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
          for (const p of row) expect(p).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it('has the mean of the gradients of its examples', () => {
    fc.assert(
      fc.property(trained, ({ network, inputs, targets }) => {
        const slopesOf = (rows: number[][], wanted: number[][]) =>
          backward(network, forward(network, rows), wanted).flatMap(
            ({ weights, biases }) => [...weights.flat(), ...biases],
          );
        const single = inputs.map((row, i) =>
          slopesOf([row], [targets[i] ?? []]),
        );
        const mean = slopesOf(inputs, targets).map((_, j) => {
          const total = single.reduce((sum, list) => sum + (list[j] ?? 0), 0);
          return total / inputs.length;
        });
        expectNear(slopesOf(inputs, targets), mean, 1e-12);
      }),
      runs,
    );
  });

  it('answers the same when hidden units change places', () => {
    fc.assert(
      fc.property(trained, ({ network, inputs, seed }) => {
        fc.pre(network.layers.length > 1);
        const other = swapUnits(network, seed);
        expectNear(
          predict(other, inputs).flat(),
          predict(network, inputs).flat(),
          1e-12,
        );
      }),
      runs,
    );
  });

  it('goes downhill by a short step', () => {
    fc.assert(
      fc.property(trained, ({ network, inputs, targets }) => {
        const pass = forward(network, inputs);
        const gradients = backward(network, pass, targets);
        const steepness = gradients
          .flatMap(({ weights, biases }) => [...weights.flat(), ...biases])
          .reduce((sum, slope) => sum + slope ** 2, 0);
        fc.pre(steepness > 1e-4);
        const rate = 1e-5;
        const next = step(network, gradients, rate);
        const before = lossOf(network, pass.outputs, targets);
        const after = lossOf(next, predict(next, inputs), targets);
        // To first order the loss falls by the rate times the steepness.
        const fall = (before - after) / (rate * steepness);
        expect(fall).toBeGreaterThan(0.98);
        expect(fall).toBeLessThan(1.02);
      }),
      runs,
    );
  });
});

/** Reorders the units of the first hidden layer, with all that they carry. */
function swapUnits(network: Network, seed: number): Network {
  const [first, second, ...rest] = network.layers;
  if (first === undefined || second === undefined) return network;
  const order = permutation(first.biases.length, seed);
  const pick = <Item>(list: Item[]) =>
    order.flatMap((i) => list.slice(i, i + 1));
  return {
    ...network,
    layers: [
      {
        ...first,
        weights: first.weights.map(pick),
        biases: pick(first.biases),
      },
      { ...second, weights: pick(second.weights) },
      ...rest,
    ],
  };
}

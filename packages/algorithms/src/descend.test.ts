import { describe, expect, it } from 'vitest';
import { descend } from './descend.ts';
import { at } from './lists.ts';
import { logitsOf } from './logits.ts';
import { createNetwork, predict, train } from './neural-network.ts';
import { createRandom, normal } from './random.ts';

const random = createRandom(5);
const inputs = Array.from({ length: 12 }, () => [
  normal(random),
  0,
  normal(random),
]);
const targets = inputs.map((_, index) => [index % 2, 1 - (index % 2)]);

/** The slopes of cross-entropy after softmax. */
function slopes(logits: readonly number[], example: number): number[] {
  const powers = logits.map(Math.exp);
  const total = powers.reduce((a, b) => a + b);
  return powers.map((p, k) => p / total - at(at(targets, example), k));
}

describe('descend', () => {
  it.each([
    ['tanh', 12],
    ['relu', 5],
    ['sigmoid', 1],
  ] as const)(
    'takes the steps of train: %s, %d a batch',
    (activation, size) => {
      const layerSizes = [3, 4, 3, 2];
      const start = createNetwork({
        layerSizes,
        activation,
        output: 'softmax',
      });
      const options = {
        epochs: 7,
        learningRate: 0.3,
        batchSize: size,
        seed: 2,
      };
      const expected = train(start, inputs, targets, options).network;
      const { layers } = descend(start, inputs, slopes, options);
      for (const [index, layer] of expected.layers.entries()) {
        const found = at(layers, index);
        const both = [found.weights.flat(), layer.weights.flat()] as const;
        for (const [i, weight] of both[0].entries()) {
          expect(weight).toBeCloseTo(at(both[1], i), 10);
        }
        for (const [i, bias] of found.biases.entries()) {
          expect(bias).toBeCloseTo(at(layer.biases, i), 10);
        }
      }
    },
  );

  it('leaves the network it starts from as it is', () => {
    const start = createNetwork({ layerSizes: [3, 2], output: 'softmax' });
    const before = structuredClone(start);
    descend(start, inputs, slopes, { epochs: 3 });
    expect(start).toEqual(before);
  });

  it('refuses inputs and options that do not fit', () => {
    const start = createNetwork({ layerSizes: [3, 2], output: 'softmax' });
    expect(() => descend(start, [[1, 2]], slopes)).toThrow('inputs[0]');
    expect(() => descend(start, inputs, slopes, { epochs: 0 })).toThrow(
      'epochs',
    );
  });
});

describe('logitsOf', () => {
  it('gives what softmax turns into the outputs', () => {
    const network = createNetwork({
      layerSizes: [3, 4, 2],
      output: 'softmax',
      seed: 3,
    });
    const outputs = predict(network, inputs);
    for (const [index, logits] of logitsOf(network, inputs).entries()) {
      const [first = 0, second = 0] = logits;
      const [p = 0, q = 0] = at(outputs, index);
      expect(Math.log(p / q)).toBeCloseTo(first - second, 10);
    }
  });
});

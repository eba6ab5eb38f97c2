import { describe, expect, it } from 'vitest';
import { invertGradient } from './gradient-inversion.ts';
import { at } from './lists.ts';
import { backward, createNetwork, forward } from './neural-network.ts';
import { createRandom } from './random.ts';

const random = createRandom(4);
const images = Array.from({ length: 3 }, () =>
  Array.from({ length: 6 }, () => random()),
);
const targets = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

function gradientOf(count: number, layerSizes: number[]) {
  const network = createNetwork({ layerSizes, output: 'softmax' });
  const pass = forward(network, images.slice(0, count));
  return at(backward(network, pass, targets.slice(0, count)), 0);
}

describe('invertGradient', () => {
  it.each([[[6, 3]], [[6, 5, 3]]])('finds one input exactly: %j', (sizes) => {
    const { weights, biases } = gradientOf(1, sizes);
    const found = invertGradient(weights, biases);
    for (const [index, value] of at(images, 0).entries()) {
      expect(at(found, index)).toBeCloseTo(value, 10);
    }
  });

  it('finds it in the update as well: a common factor cancels', () => {
    const { weights, biases } = gradientOf(1, [6, 3]);
    const found = invertGradient(
      weights.map((row) => row.map((value) => -0.01 * value)),
      biases.map((value) => -0.01 * value),
    );
    expect(at(found, 2)).toBeCloseTo(at(at(images, 0), 2), 10);
  });

  it('gives the numbers worked out by hand', () => {
    const delta = [-0.3, 0.5];
    const weights = [0.2, 0.7, 0.1].map((x) => delta.map((d) => x * d));
    const found = invertGradient(weights, delta);
    expect(found.map((x) => x.toFixed(12))).toEqual([
      '0.200000000000',
      '0.700000000000',
      '0.100000000000',
    ]);
  });

  it('finds none of three inputs in the mean of their gradients', () => {
    const { weights, biases } = gradientOf(3, [6, 3]);
    const found = invertGradient(weights, biases);
    for (const image of images) {
      const gaps = image.map((value, i) => Math.abs(value - at(found, i)));
      expect(Math.max(...gaps)).toBeGreaterThan(0.05);
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  backward,
  createNetwork,
  forward,
  lossOf,
  type Network,
} from './neural-network.ts';
import { createRandom } from './random.ts';

const activations = ['sigmoid', 'tanh', 'relu'] as const;
const losses = [
  ['mse', 'sigmoid'],
  ['mse', 'linear'],
  ['cross-entropy', 'sigmoid'],
  ['cross-entropy', 'softmax'],
] as const;

const cases = activations.flatMap((activation) =>
  losses.map(([loss, output]) => ({ activation, loss, output })),
);

describe('backward', () => {
  it.each(cases)(
    'has the slopes of central differences: $activation, $loss, $output',
    (options) => {
      const random = createRandom(3);
      const network = createNetwork({
        layerSizes: [3, 5, 4, 2],
        seed: 7,
        ...options,
      });
      for (const { biases } of network.layers) {
        for (const index of biases.keys()) biases[index] = random() - 0.5;
      }
      const draw = () => 2 * random() - 1;
      const inputs = Array.from({ length: 6 }, () => [draw(), draw(), draw()]);
      const targets = inputs.map(() => random()).map((p) => [p, 1 - p]);

      const gradients = backward(network, forward(network, inputs), targets);
      for (const [index, layer] of network.layers.entries()) {
        const lists = [...layer.weights, layer.biases];
        const slopes = [
          ...(gradients[index]?.weights ?? []),
          gradients[index]?.biases ?? [],
        ];
        expect(slopes).toHaveLength(lists.length);
        for (const [row, list] of lists.entries()) {
          expect(slopes[row]).toHaveLength(list.length);
          for (const column of list.keys()) {
            const loss = () => measure(network, inputs, targets);
            const numeric = centralDifference(list, column, loss);
            const slope = slopes[row]?.[column] ?? Number.NaN;
            // Rounding of the losses alone makes up to 1e-11 of this.
            const allowed = 1e-9 + 1e-6 * Math.abs(numeric);
            expect(Math.abs(slope - numeric)).toBeLessThan(allowed);
          }
        }
      }
    },
  );
});

function measure(network: Network, inputs: number[][], targets: number[][]) {
  return lossOf(network, forward(network, inputs).outputs, targets);
}

/** (L(w + h) − L(w − h)) / 2h, leaving the list as it was. */
function centralDifference(list: number[], index: number, loss: () => number) {
  const h = 3e-5;
  const value = list[index] ?? Number.NaN;
  list[index] = value + h;
  const above = loss();
  list[index] = value - h;
  const below = loss();
  list[index] = value;
  return (above - below) / (2 * h);
}

import { describe, expect, it } from 'vitest';
import {
  backward,
  forward,
  lossOf,
  type Network,
  train,
} from '../src/neural-network.ts';
import { type NetworkCase, networkCases } from './golden.ts';
import { expectNear } from './near.ts';

describe.each(networkCases())('network: $name', (golden) => {
  const network = networkOf(golden);
  const { inputs, targets } = golden;

  it('has the loss and the gradients of NumPy', () => {
    const pass = forward(network, inputs);
    const loss = lossOf(network, pass.outputs, targets);
    expectNear([loss], [golden.lossValue], 1e-14);
    const gradients = backward(network, pass, targets);
    expectNear(
      gradients.flatMap(({ weights }) => weights.flat()),
      golden.weightGradients.flat(2),
      1e-14,
    );
    expectNear(
      gradients.flatMap(({ biases }) => biases),
      golden.biasGradients.flat(),
      1e-14,
    );
  });

  it('goes down by the same losses', () => {
    const options = { epochs: 10, learningRate: 0.5 };
    const { losses } = train(network, inputs, targets, options);
    expectNear(losses, golden.lossesOfDescent, 1e-12);
    // Else the steps would prove nothing.
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });
});

function networkOf({ weights, biases, activations, loss }: NetworkCase) {
  const layers = activations.map((activation, index) => ({
    weights: weights[index] ?? [],
    biases: biases[index] ?? [],
    activation,
  }));
  return { layers, loss } satisfies Network;
}

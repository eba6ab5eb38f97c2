import { describe, expect, it } from 'vitest';
import {
  backward,
  createNetwork,
  forward,
  type Network,
  predict,
  step,
  train,
  trainSteps,
} from './neural-network.ts';

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const xor = [[0], [1], [1], [0]];

/** One unit: a = activation(weight · x + bias). */
function oneUnit(activation: 'sigmoid' | 'linear', loss: Network['loss']) {
  const layer = { weights: [[0]], biases: [0], activation };
  return { layers: [layer], loss };
}

describe('forward', () => {
  it("has the outputs of the article's layer: σ(0.1), σ(0.2), σ(0.3)", () => {
    const weights = [
      [0.1, 0.1],
      [0.1, 0.1],
    ];
    const layer = { weights, biases: [0.1, 0.1], activation: 'sigmoid' };
    const network = { layers: [layer], loss: 'mse' } as Network;
    const { outputs } = forward(network, corners);
    const expected = [0.52497918747894, 0.549833997312478, 0.574442516811659];
    expect(outputs[0]?.[0]).toBeCloseTo(expected[0] ?? 0, 14);
    expect(outputs[1]?.[1]).toBeCloseTo(expected[1] ?? 0, 14);
    expect(outputs[3]?.[0]).toBeCloseTo(expected[2] ?? 0, 14);
  });

  it('solves XOR with weights chosen by hand', () => {
    // h₁ = max(0, x + y) and h₂ = max(0, x + y − 1) give x ⊕ y = h₁ − 2 h₂.
    const network: Network = {
      layers: [
        {
          weights: [
            [1, 1],
            [1, 1],
          ],
          biases: [0, -1],
          activation: 'relu',
        },
        { weights: [[1], [-2]], biases: [0], activation: 'linear' },
      ],
      loss: 'mse',
    };
    const pass = forward(network, corners);
    expect(pass.activations[1]).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(pass.outputs).toEqual(xor);
  });
});

describe('backward and step', () => {
  it.each([
    // x = 2 and t = 1, with a = 0.5: ∂L/∂z = a − t.
    ['sigmoid', 'cross-entropy', -0.5],
    // ∂L/∂z = 2 (a − t) a (1 − a).
    ['sigmoid', 'mse', -0.25],
    // Here a = 0: ∂L/∂z = 2 (a − t).
    ['linear', 'mse', -2],
  ] as const)('of one %s unit with %s', (activation, loss, delta) => {
    const network = oneUnit(activation, loss);
    const gradients = backward(network, forward(network, [[2]]), [[1]]);
    expect(gradients).toHaveLength(1);
    expect(gradients[0]?.weights).toEqual([[2 * delta]]);
    expect(gradients[0]?.biases).toEqual([delta]);
    const [layer] = step(network, gradients, 0.5).layers;
    expect(layer?.weights).toEqual([[-delta]]);
    expect(layer?.biases).toEqual([-delta / 2]);
    expect(network).toEqual(oneUnit(activation, loss));
  });
});

describe('train', () => {
  it.each([4, 3, 1])('finds y = 2 x − 1 with batches of %i', (batchSize) => {
    const options = { epochs: 400, learningRate: 0.1, batchSize };
    const start = oneUnit('linear', 'mse');
    const points = [[-1], [0], [1], [2]];
    const values = [[-3], [-1], [1], [3]];
    const { network } = train(start, points, values, options);
    expect(network.layers[0]?.weights[0]?.[0]).toBeCloseTo(2, 8);
    expect(network.layers[0]?.biases[0]).toBeCloseTo(-1, 8);
  });

  it('approaches soft labels, where the loss is their entropy', () => {
    const options = { layerSizes: [1, 3], output: 'softmax' } as const;
    const soft = [[0.5, 0.25, 0.25]];
    const { network, losses } = train(createNetwork(options), [[1]], soft);
    expect(losses.at(-1)).toBeCloseTo(1.5 * Math.LN2, 10);
    expect(predict(network, [[1]])[0]?.[0]).toBeCloseTo(0.5, 5);
  });
});

describe('trainSteps', () => {
  it('yields the state before training and after each epoch', () => {
    const start = oneUnit('sigmoid', 'cross-entropy');
    const steps = [...trainSteps(start, [[2]], [[1]], { epochs: 2 })];
    expect(steps.map((s) => s.epoch)).toEqual([0, 1, 2]);
    expect(steps[0]?.network).toEqual(start);
    expect(steps[0]?.loss).toBeCloseTo(Math.LN2, 14);
    // After one step of length 1: w = 1, b = 0.5, so a = σ(2.5).
    expect(steps[1]?.loss).toBeCloseTo(Math.log(1 + Math.exp(-2.5)), 14);
  });
});

import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  forward,
  step,
  type TrainingOptions,
  train,
  trainSteps,
} from './neural-network.ts';

const network = createNetwork({ layerSizes: [2, 3, 1] });
const inputs = [
  [0, 1],
  [1, 0],
];
const targets = [[1], [0]];

describe('createNetwork refuses', () => {
  it.each<[string, string]>([
    [
      '{ "layerSizes": [2] }',
      'layerSizes must be a list of at least two sizes',
    ],
    [
      '{ "layerSizes": [2, 0, 1] }',
      'layerSizes[1] must be an integer of at least 1; got 0',
    ],
    [
      '{ "layerSizes": [2, 1.5] }',
      'layerSizes[1] must be an integer of at least 1; got 1.5',
    ],
    [
      '{ "layerSizes": [2, 1], "activation": "softplus" }',
      "activation must be one of 'sigmoid', 'tanh', 'relu'; got 'softplus'",
    ],
    [
      '{ "layerSizes": [2, 1], "loss": "hinge" }',
      "loss must be one of 'mse', 'cross-entropy'; got 'hinge'",
    ],
    [
      '{ "layerSizes": [2, 2], "loss": "mse", "output": "softmax" }',
      "output with loss 'mse' must be one of 'sigmoid', 'linear'; got",
    ],
    [
      '{ "layerSizes": [2, 2], "output": "linear" }',
      "output with loss 'cross-entropy' must be one of 'sigmoid', 'softmax'",
    ],
    [
      '{ "layerSizes": [2, 1], "output": "softmax" }',
      "the last of layerSizes with output 'softmax' must be at least 2; got 1",
    ],
    [
      '{ "layerSizes": [2, 1], "seed": -1 }',
      'seed must be an integer from 0 to 4294967295; got -1',
    ],
  ])('%s', (options, message) => {
    expect(() => createNetwork(JSON.parse(options))).toThrow(message);
  });
});

describe('forward and train refuse', () => {
  it.each<[string, number[][], string]>([
    ['no inputs', [], 'inputs must be a list of at least one row'],
    [
      'the wrong width',
      [[1, 2, 3]],
      'inputs[0] must be a list of 2 numbers, like every row; got an array of',
    ],
    [
      'ragged inputs',
      [[1, 2], [3]],
      'inputs[1] must be a list of 2 numbers, like every row; got an array of',
    ],
    ['NaN', [[0, Number.NaN]], 'inputs[0][1] must be a finite number; got NaN'],
    [
      'Infinity',
      [[Number.POSITIVE_INFINITY, 0]],
      'inputs[0][0] must be a finite number; got Infinity',
    ],
  ])('%s', (_, badInputs, message) => {
    expect(() => forward(network, badInputs)).toThrow(message);
    expect(() => train(network, badInputs, targets)).toThrow(message);
  });
});

describe('train refuses', () => {
  it.each<[TrainingOptions, string]>([
    [{ epochs: 0 }, 'epochs must be an integer of at least 1; got 0'],
    [{ epochs: 1.5 }, 'epochs must be an integer of at least 1; got 1.5'],
    [
      { learningRate: 0 },
      'learningRate must be a finite number greater than 0; got 0',
    ],
    [
      { learningRate: Number.NaN },
      'learningRate must be a finite number greater than 0; got NaN',
    ],
    [{ batchSize: 0 }, 'batchSize must be an integer from 1 to 2; got 0'],
    [{ batchSize: 3 }, 'batchSize must be an integer from 1 to 2; got 3'],
    [{ seed: 0.5 }, 'seed must be an integer from 0 to 4294967295; got 0.5'],
  ])('%j', (options, message) => {
    expect(() => train(network, inputs, targets, options)).toThrow(message);
  });

  it('targets that are fewer than the inputs, at the call', () => {
    expect(() => trainSteps(network, inputs, [[1]])).toThrow(
      'targets must be a list of 2 rows; got an array of length 1',
    );
  });

  it('a learning rate that makes the loss overflow', () => {
    const line = createNetwork({
      layerSizes: [1, 1],
      loss: 'mse',
      output: 'linear',
    });
    const options = { learningRate: 100 };
    expect(() => train(line, [[1], [5]], [[0], [1]], options)).toThrow(
      /learningRate must be smaller, as the loss is \w+ after epoch \d+; got/,
    );
  });
});

describe('step refuses', () => {
  it.each([0, -1, Number.POSITIVE_INFINITY])('the learning rate %d', (rate) => {
    expect(() => step(network, [], rate)).toThrow(
      `learningRate must be a finite number greater than 0; got ${rate}`,
    );
  });
});

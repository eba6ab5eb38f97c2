import { expect, it } from 'vitest';
import { recalls, trainClassifier } from './classifier.ts';
import { at } from './lists.ts';
import { createNetwork, train } from './neural-network.ts';

const rows = [
  [0, 1],
  [1, 0],
  [1, 1],
  [3, 0],
];
const labels = [0, 1, 0, 1];
const start = createNetwork({ layerSizes: [2, 2], output: 'softmax' });

it('trainClassifier takes the steps of train', () => {
  const options = { epochs: 9, learningRate: 0.4, batchSize: 2, seed: 3 };
  const targets = labels.map((label) => [1 - label, label]);
  const expected = train(start, rows, targets, options).network;
  const found = trainClassifier(start, rows, labels, options);
  const weights = at(found.layers, 0).weights.flat();
  for (const [i, w] of at(expected.layers, 0).weights.flat().entries()) {
    expect(at(weights, i)).toBeCloseTo(w, 10);
  }
});

it('recalls gives the share that is right for each class', () => {
  const weights = [
    [0, 1],
    [0, 0],
  ];
  const biases = [0.5, 0];
  const layers = [{ weights, biases, activation: 'softmax' as const }];
  const network = { layers, loss: 'cross-entropy' as const };
  // Class 1 is said from x > 0.5.
  expect(recalls(network, rows, labels)).toEqual([0.5, 1]);
});

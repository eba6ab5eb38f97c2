import {
  backward,
  createNetwork,
  forward,
  lossOf,
  predict,
  trainSteps,
} from '@runnable-guide/algorithms/neural-network';
import { plot } from 'plot';

const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const targets = [[0], [1], [1], [0]];

// Slip 1: two outputs for each label. NumPy repeats the label, so that both
// columns learn the same thing and nothing complains.
const repeated = (outputs: number[], [label = 0]: number[]): number[] =>
  outputs.map((output) => output - label);
console.log('label repeated:', repeated([0.55, 0.55], [1]));
try {
  const wide = createNetwork({ layerSizes: [2, 2], loss: 'mse' });
  lossOf(wide, forward(wide, inputs).outputs, targets);
} catch (error) {
  console.log('label checked :', String(error));
}

type Point = [epoch: number, loss: number];
const training = { epochs: 2000, learningRate: 1 };

// Slip 2: errors are computed and thrown away. Without a step the network of
// epoch 2000 is the network of epoch 0.
function withoutUpdate(layerSizes: number[]): Point[] {
  const network = createNetwork({ layerSizes, loss: 'mse' });
  const curve: Point[] = [];
  for (let epoch = 0; epoch <= training.epochs; epoch += 20) {
    const pass = forward(network, inputs);
    backward(network, pass, targets);
    curve.push([epoch, lossOf(network, pass.outputs, targets)]);
  }
  return curve;
}

// Slip 3 (layer sizes 2, 1): one layer cannot represent XOR. Every output
// ends at 0.5 and the loss at 0.25. Corrected (2, 4, 1): a hidden layer.
function withUpdate(layerSizes: number[]): Point[] {
  let network = createNetwork({ layerSizes, loss: 'mse' });
  const curve: Point[] = [];
  for (const step of trainSteps(network, inputs, targets, training)) {
    network = step.network;
    if (step.epoch % 20 === 0) curve.push([step.epoch, step.loss]);
  }
  const rounded = predict(network, inputs)
    .flat()
    .map((y) => y.toFixed(3));
  console.log(`layers ${layerSizes.join('-')}:`, rounded.join(' '));
  return curve;
}

plot.line('loss', {
  series: [
    { name: 'no update', points: withoutUpdate([2, 1]) },
    { name: 'one layer', points: withUpdate([2, 1]) },
    { name: 'hidden layer', points: withUpdate([2, 4, 1]) },
  ],
  xLabel: 'epoch',
  yLabel: 'mean squared error',
  caption: 'Only the updated network with a hidden layer learns XOR.',
});

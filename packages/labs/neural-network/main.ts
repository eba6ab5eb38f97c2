import {
  createNetwork,
  type Network,
  predict,
  trainSteps,
} from '@runnable-guide/algorithms/neural-network';
import { plot } from 'plot';

// Change these and run again.
const layerSizes = [2, 8, 1];
const activation = 'tanh'; // or 'sigmoid', 'relu'
const learningRate = 1;
const epochs = 500;
const seed = 1;

const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const targets = [[0], [1], [1], [0]];

const losses: [number, number][] = [];
const start = createNetwork({ layerSizes, activation, seed });
printOutputs('before training', start);

const options = { epochs, learningRate };
for (const step of trainSteps(start, inputs, targets, options)) {
  const { epoch, loss, network } = step;
  losses.push([epoch, loss]);
  if (epoch === epochs) printOutputs('after training', network);
  if (isFrame(epoch)) draw(network, `Epoch ${epoch}: loss ${loss.toFixed(4)}.`);
}

plot.line('loss', {
  series: [{ name: 'loss', points: losses }],
  xLabel: 'epoch',
  yLabel: 'cross-entropy',
  yScale: 'log',
  caption: `The loss over the ${inputs.length} examples, on a logarithmic scale.`,
});

/** Much happens in the first epochs: draw them often, the rest 25 times. */
function isFrame(epoch: number): boolean {
  if (epoch <= 20) return epoch % 2 === 0;
  return epoch % Math.ceil(epochs / 25) === 0 || epoch === epochs;
}

function draw(network: Network, caption: string): void {
  const xRange = rangeAround(inputs.map(([x = 0]) => x));
  const yRange = rangeAround(inputs.map(([, y = 0]) => y));
  const row = (y: number) =>
    predict(
      network,
      middlesOf(xRange).map((x) => [x, y]),
    ).flat();
  plot.heatmap('decision-boundary', {
    values: middlesOf(yRange).map(row),
    x: xRange,
    y: yRange,
    domain: [0, 1],
    points: inputs,
    labels: targets.flat(),
    xLabel: 'x',
    yLabel: 'y',
    caption,
  });
  plot.network('weights', {
    layers: layerSizes,
    weights: network.layers.map((layer) => layer.weights),
    biases: network.layers.map((layer) => layer.biases),
    inputs: ['x', 'y'],
    outputs: ['output'],
    caption,
    model: network,
  });
}

/** From a quarter of their span below the values to as much above. */
function rangeAround(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || 1) / 4;
  return [low - margin, high + margin];
}

/** The middles of 30 cells that divide a range. */
function middlesOf([low, high]: readonly [number, number]): number[] {
  return Array.from(
    { length: 30 },
    (_, cell) => low + ((cell + 0.5) / 30) * (high - low),
  );
}

function printOutputs(when: string, network: Network): void {
  const outputs = predict(network, inputs).flat();
  for (const [index, output] of outputs.entries()) {
    console.log(`${when}: ${inputs[index]} gives ${output.toFixed(3)}`);
  }
}

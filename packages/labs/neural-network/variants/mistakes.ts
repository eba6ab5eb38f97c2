import type { Mistake } from '../../mistake.ts';

const slopes = 'has the slopes of central differences: tanh, cross-entropy, ';
const xor = 'learns XOR to a loss below 0.01 from seed 1';
const oneUnit = 'of one sigmoid unit with cross-entropy';

export const mistakes: Readonly<Record<string, Mistake>> = {
  'the slope of the activation is left out': {
    edits: [['(error, a) => error * slopeAt(a)', '(error) => error']],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'the slope of the wrong layer': {
    edits: [['at(network.layers, index - 1).activation', 'layer.activation']],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'the slope taken at the error': {
    edits: [['error * slopeAt(a)', 'slopeAt(error) * a']],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'no division by the batch size': {
    edits: [
      [
        'outputDelta(network, pass.outputs, targets)',
        'zipMatrix(pass.outputs, targets, (a, t) => a - t)',
      ],
    ],
    test: `${slopes}softmax`,
    file: 'gradients.test.ts',
  },
  'division by the batch size twice': {
    edits: [
      ['columnSums(delta)', 'columnSums(delta).map((d) => d / delta.length)'],
    ],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'cross-entropy with the slope of sigmoid': {
    edits: [
      [
        'outputDelta(network, pass.outputs, targets)',
        `zipMatrix(pass.outputs, targets, (a, t) => {
          return ((a - t) * a * (1 - a)) / targets.length;
        })`,
      ],
    ],
    test: oneUnit,
    file: 'neural-network.test.ts',
  },
  'mean squared error without the slope of sigmoid': {
    edits: [
      [
        'outputDelta(network, pass.outputs, targets)',
        `zipMatrix(pass.outputs, targets, (a, t) => {
          const isMse = network.loss === 'mse';
          return isMse ? (2 * (a - t)) / targets.flat().length
            : (a - t) / targets.length;
        })`,
      ],
    ],
    test: 'of one sigmoid unit with mse',
    file: 'neural-network.test.ts',
  },
  'weights that are not transposed': {
    edits: [
      [
        'multiply(transpose(inputs), delta)',
        'multiply(transpose(delta), inputs)',
      ],
    ],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'gradients from the last layer to the first': {
    edits: [['gradients.unshift', 'gradients.push']],
    test: `${slopes}sigmoid`,
    file: 'gradients.test.ts',
  },
  'no gradient for the biases': {
    edits: [['columnSums(delta)', 'layer.biases.map(() => 0)']],
    test: oneUnit,
    file: 'neural-network.test.ts',
  },
  'the biases are left out': {
    edits: [['(sum, bias) => sum + bias', '(sum) => sum']],
    test: "has the outputs of the article's layer: σ(0.1), σ(0.2), σ(0.3)",
    file: 'neural-network.test.ts',
  },
  'no activation in the hidden layers': {
    edits: [
      [
        'activate(row, activation)',
        'activations.length < network.layers.length ? row : activate(row, activation)',
      ],
    ],
    test: 'solves XOR with weights chosen by hand',
    file: 'neural-network.test.ts',
  },
  'uphill instead of downhill': {
    edits: [['value - learningRate * slope', 'value + learningRate * slope']],
    test: oneUnit,
    file: 'neural-network.test.ts',
  },
  'the old network is changed': {
    edits: [
      [
        'return { ...network, layers };',
        'network.layers = layers; return network;',
      ],
    ],
    test: oneUnit,
    file: 'neural-network.test.ts',
  },
  'the updated network is thrown away': {
    edits: [['network = step(network, gradients', 'step(network, gradients']],
    test: xor,
    file: 'xor.test.ts',
  },
  'the gradient is always that of the first network': {
    edits: [
      [
        'const pass = forward(network, inputs);\n      const gradients = backward(network,',
        'const pass = forward(start, inputs);\n      const gradients = backward(start,',
      ],
    ],
    test: xor,
    file: 'xor.test.ts',
  },
  'the state before training is not yielded': {
    edits: [
      ['let epoch = 0; epoch <= epochs', 'let epoch = 1; epoch <= epochs'],
    ],
    test: 'yields the state before training and after each epoch',
    file: 'neural-network.test.ts',
  },
};

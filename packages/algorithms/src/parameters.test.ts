import { expect, it } from 'vitest';
import { createNetwork } from './neural-network.ts';
import { parametersOf, withParameters } from './parameters.ts';

const network = createNetwork({ layerSizes: [3, 2, 2], output: 'softmax' });

it('parametersOf lists the weights, then the biases, of each layer', () => {
  const numbers = Array.from({ length: 14 }, (_, index) => index);
  const filled = withParameters(network, numbers);
  expect(filled.layers[0]?.weights).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(filled.layers[0]?.biases).toEqual([6, 7]);
  expect(filled.layers[1]?.biases).toEqual([12, 13]);
  expect(parametersOf(filled)).toEqual(numbers);
});

it('withParameters refuses another number of parameters', () => {
  expect(() => withParameters(network, [1, 2])).toThrow('14 numbers');
});

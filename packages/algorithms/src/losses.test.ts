import { describe, expect, it } from 'vitest';
import { backward, lossOf, type Network } from './neural-network.ts';

/** A network that only says which loss and output activation are used. */
function networkWith(
  loss: Network['loss'],
  activation: 'linear' | 'sigmoid' | 'softmax',
): Network {
  const weights = [[0, 0]];
  return { layers: [{ weights, biases: [0, 0], activation }], loss };
}

describe('lossOf', () => {
  it('mse is the mean over the batch and the outputs', () => {
    const network = networkWith('mse', 'linear');
    const outputs = [
      [0.5, 1],
      [3, 0],
    ];
    const targets = [
      [0, 1],
      [1, 0],
    ];
    expect(lossOf(network, outputs, targets)).toBe((0.25 + 0 + 4 + 0) / 4);
  });

  it('cross-entropy after sigmoid is a sum over the outputs', () => {
    const network = networkWith('cross-entropy', 'sigmoid');
    const outputs = [
      [0.5, 0.25],
      [0.5, 0.5],
    ];
    const targets = [
      [1, 0],
      [0.5, 1],
    ];
    // (ln 2 + ln 4/3 + ln 2 + ln 2) / 2
    const expected = Math.log((8 * 4) / 3) / 2;
    expect(lossOf(network, outputs, targets)).toBeCloseTo(expected, 14);
  });

  it('cross-entropy after softmax looks at the expected classes only', () => {
    const network = networkWith('cross-entropy', 'softmax');
    const outputs = [
      [0.25, 0.75],
      [0.5, 0.5],
    ];
    const targets = [
      [1, 0],
      [0.5, 0.5],
    ];
    // (ln 4 + ln 2) / 2
    const expected = (3 * Math.LN2) / 2;
    expect(lossOf(network, outputs, targets)).toBeCloseTo(expected, 14);
  });

  it('stays finite when a probability has rounded to 0 or 1', () => {
    const network = networkWith('cross-entropy', 'sigmoid');
    const loss = lossOf(network, [[0, 1]], [[1, 0]]);
    expect(Number.isFinite(loss)).toBe(true);
    expect(lossOf(network, [[1, 0]], [[1, 0]])).toBe(0);
  });
});

describe('lossOf and backward refuse', () => {
  it.each<[Network, number[][], string]>([
    [
      networkWith('mse', 'linear'),
      [[1, 0]],
      'targets must be a list of 2 rows',
    ],
    [
      networkWith('mse', 'linear'),
      [[1], [0]],
      'targets[0] must be a list of 2 numbers, like every row; got an array',
    ],
    [
      networkWith('mse', 'linear'),
      [
        [1, 0],
        [Number.NaN, 0],
      ],
      'targets[1][0] must be a finite number; got NaN',
    ],
    [
      networkWith('cross-entropy', 'sigmoid'),
      [
        [1, 0],
        [2, 0],
      ],
      "targets[1] with loss 'cross-entropy' must be probabilities from 0 to 1",
    ],
    [
      networkWith('cross-entropy', 'softmax'),
      [
        [1, 0],
        [1, 1],
      ],
      "targets[1] with loss 'cross-entropy' must be probabilities with the sum",
    ],
  ])('%j with targets %j', (network, targets, message) => {
    const outputs = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    const pass = { activations: [[[0], [0]], outputs], outputs };
    expect(() => lossOf(network, outputs, targets)).toThrow(message);
    expect(() => backward(network, pass, targets)).toThrow(message);
  });
});

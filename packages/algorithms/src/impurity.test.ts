import { describe, expect, it } from 'vitest';
import { entropy, gini } from './decision-tree.ts';
import { createRandom } from './random.ts';

describe('gini', () => {
  it.each<[number[], number]>([
    [[0, 0, 0], 0],
    [[0, 1], 1 / 2],
    [[0, 0, 1], 4 / 9],
    [[0, 1, 2], 2 / 3],
    [[0, 0, 1, 1, 1, 2], 1 - (4 + 9 + 1) / 36],
    [[5, 5, 9], 4 / 9],
  ])('of %j is %d', (labels, expected) => {
    expect(gini(labels)).toBeCloseTo(expected, 14);
  });

  it('is the share of ordered pairs of labels that differ', () => {
    const random = createRandom(1);
    for (let count = 1; count <= 30; count++) {
      const draw = () => Math.floor(random() * 4);
      const labels = Array.from({ length: count }, draw);
      const pairs = labels.flatMap((a) => labels.map((b) => a !== b));
      const share = pairs.filter(Boolean).length / pairs.length;
      expect(gini(labels)).toBeCloseTo(share, 12);
    }
  });
});

describe('entropy', () => {
  it.each<[number[], number]>([
    [[0, 0, 0], 0],
    [[0, 1], 1],
    [[0, 1, 2, 3], 2],
    [[0, 0, 1, 2], 1.5],
    [[0, 0, 0, 1], 2 - 0.75 * Math.log2(3)],
  ])('of %j is %d bits', (labels, expected) => {
    expect(entropy(labels)).toBeCloseTo(expected, 14);
  });

  it('has the values of scikit-learn 1.2.1 on counts from Iris', () => {
    const labels = (a: number, b: number) => [
      ...new Array<number>(a).fill(0),
      ...new Array<number>(b).fill(1),
    ];
    expect(entropy(labels(49, 5))).toBeCloseTo(0.44506485705083865, 14);
    expect(entropy(labels(1, 45))).toBeCloseTo(0.15109697051711368, 14);
    expect(gini(labels(49, 5))).toBeCloseTo(0.16803840877914955, 14);
  });
});

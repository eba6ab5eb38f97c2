import { describe, expect, it } from 'vitest';
import { distil } from './distil.ts';
import { at } from './lists.ts';
import { logitsOf } from './logits.ts';
import { createNetwork, train } from './neural-network.ts';
import { createRandom, normal } from './random.ts';

const random = createRandom(3);
const inputs = Array.from({ length: 40 }, () => [
  normal(random),
  normal(random),
]);
const targets = inputs.map(([x = 0, y = 0]) => {
  const k = x > 0 ? 0 : y > 0 ? 1 : 2;
  return [0, 1, 2].map((index) => Number(index === k));
});
const unlabelled = inputs.map(() => null);
const training = { epochs: 60, learningRate: 0.5, batchSize: 10 };
const create = (seed: number, hidden = 6) =>
  createNetwork({ layerSizes: [2, hidden, 3], output: 'softmax', seed });
const teacher = train(create(1), inputs, targets, training).network;

/** The largest difference between centred logits. */
function distance(one: typeof teacher, other: typeof teacher): number {
  const centred = (network: typeof teacher) =>
    logitsOf(network, inputs).map((row) => {
      const mean = row.reduce((a, b) => a + b) / row.length;
      return row.map((z) => z - mean);
    });
  const [a, b] = [centred(one).flat(), centred(other).flat()];
  return Math.max(...a.map((z, i) => Math.abs(z - at(b, i))));
}

describe('distil', () => {
  it('with softWeight 0 is ordinary training', () => {
    const options = { temperature: 3, softWeight: 0, ...training, seed: 4 };
    const set = { inputs, targets };
    const student = distil(create(2), teacher, set, options);
    const { network } = train(create(2), inputs, targets, {
      ...training,
      seed: 4,
    });
    expect(distance(student, network)).toBeLessThan(1e-9);
  });

  it('brings the student near the teacher without any label', () => {
    const set = { inputs, targets: unlabelled };
    const options = { temperature: 2, softWeight: 1, ...training };
    const student = distil(create(2), teacher, set, options);
    expect(distance(student, teacher)).toBeLessThan(
      0.2 * distance(create(2), teacher),
    );
  });

  it('does not move a student that is the teacher', () => {
    const set = { inputs, targets: unlabelled };
    const options = { temperature: 5, softWeight: 1, ...training };
    const student = distil(teacher, teacher, set, options);
    expect(distance(student, teacher)).toBeLessThan(1e-9);
  });

  it('refuses a mixture or targets that do not fit', () => {
    const set = { inputs, targets };
    const mixture = { temperature: 2, softWeight: 1 };
    expect(() =>
      distil(create(2), teacher, set, { ...mixture, softWeight: 1.5 }),
    ).toThrow('softWeight must be a number from 0 to 1; got 1.5');
    expect(() =>
      distil(create(2), teacher, set, { ...mixture, temperature: 0 }),
    ).toThrow('temperature');
    expect(() =>
      distil(create(2), teacher, { inputs, targets: [null] }, mixture),
    ).toThrow('targets must be one for each of the 40 inputs');
  });
});

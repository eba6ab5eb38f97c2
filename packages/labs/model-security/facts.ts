import { classesOf, oneHot } from '@runnable-guide/algorithms/classification';
import {
  gradientSigns,
  perturb,
} from '@runnable-guide/algorithms/gradient-sign';
import { createInputCheck } from '@runnable-guide/algorithms/input-check';
import { zipWith } from '@runnable-guide/algorithms/lists';
import { type Matrix, transpose } from '@runnable-guide/algorithms/matrix';
import {
  createNetwork,
  predict,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { createRandom } from '@runnable-guide/algorithms/random';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';

const { training, test } = splitDigits();
const { network } = train(
  createNetwork({ layerSizes: [64, 12, 10], output: 'softmax' }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);
const random = createRandom(1);
const noise = test.rows.map((row) => row.map(() => (random() < 0.5 ? 1 : -1)));
const worst = zipWith(test.rows, oneHot(test.labels, 10), (row, target) =>
  gradientSigns(network, row, target),
);
const pixels = transpose(training.rows);
const accept = createInputCheck(training.rows, 0.99);

const move = (signs: Matrix, by: number) =>
  zipWith(test.rows, signs, (row, sign) => perturb(row, sign, by));
const clip = (rows: Matrix) =>
  rows.map((row) =>
    zipWith(row, pixels, (value, known) =>
      Math.min(Math.max(...known), Math.max(Math.min(...known), value)),
    ),
  );
const isRight = (rows: Matrix) =>
  classesOf(predict(network, rows)).map((label, i) => label === test.labels[i]);
const shareOf = (flags: readonly boolean[]) =>
  `${((100 * flags.filter(Boolean).length) / flags.length).toFixed(1)}%`;
const accepted = (rows: Matrix) => rows.map((r) => accept(r) === 'accepted');
const attacked = clip(move(worst, 0.1));
const large = clip(move(worst, 0.3));
const strict = createInputCheck(training.rows, 0.9);
const stillAccepted = accepted(attacked);

export const facts: Readonly<Record<string, string>> = {
  images: `${test.rows.length}`,
  accuracy: shareOf(isRight(test.rows)),
  noisy: shareOf(isRight(move(noise, 0.1))),
  attacked: shareOf(isRight(move(worst, 0.1))),
  attackedMore: shareOf(isRight(move(worst, 0.2))),
  adaptive: shareOf(isRight(attacked)),
  honestRefused: shareOf(accepted(test.rows).map((isIn) => !isIn)),
  attackedAccepted: shareOf(accepted(move(worst, 0.1))),
  adaptiveAccepted: shareOf(stillAccepted),
  adaptiveHarm: shareOf(
    isRight(attacked).map((right, i) => !right && stillAccepted[i] === true),
  ),
  strictHonest: shareOf(test.rows.map((row) => strict(row) !== 'accepted')),
  strictAccepted: shareOf(attacked.map((row) => strict(row) === 'accepted')),
  largeAccepted: shareOf(accepted(large)),
};

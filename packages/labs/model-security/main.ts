import {
  agreement,
  classesOf,
  oneHot,
} from '@runnable-guide/algorithms/classification';
import {
  gradientSigns,
  perturb,
} from '@runnable-guide/algorithms/gradient-sign';
import { createInputCheck } from '@runnable-guide/algorithms/input-check';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import { type Matrix, transpose } from '@runnable-guide/algorithms/matrix';
import {
  createNetwork,
  predict,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { createRandom } from '@runnable-guide/algorithms/random';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import * as draw from './draw.ts';

// Change these and run again.
const size = 0.1; // of the attack; a pixel goes from 0, white, to 1, black
const share = 0.99; // of the training images that the input check accepts

const { training, test } = splitDigits();
const { network } = train(
  createNetwork({ layerSizes: [64, 12, 10], output: 'softmax' }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);

await pause();
const targets = oneHot(test.labels, 10);
const ranges = transpose(training.rows).map((values) => ({
  min: Math.min(...values),
  max: Math.max(...values),
}));
const random = createRandom(1);
const noise = test.rows.map((row) => row.map(() => (random() < 0.5 ? 1 : -1)));
const worst = zipWith(test.rows, targets, (row, target) =>
  gradientSigns(network, row, target),
);

const attacks: Record<string, (by: number) => Matrix> = {
  'random signs': (by) => move(noise, by),
  'gradient signs': (by) => move(worst, by),
  'gradient signs, in range': (by) =>
    move(worst, by).map((row) =>
      zipWith(row, ranges, (value, { min, max }) =>
        Math.min(max, Math.max(min, value)),
      ),
    ),
};

function move(signs: Matrix, by: number): Matrix {
  return zipWith(test.rows, signs, (row, sign) => perturb(row, sign, by));
}

await pause();
const check = createInputCheck(training.rows, share);
const accept = (row: readonly number[]) => check(row) === 'accepted';
const honest = test.rows.filter(accept).length;
console.log(`the check accepts ${honest} of ${test.rows.length} honest images`);
console.table(
  Object.entries(attacks).map(([name, change]) => {
    const rows = change(size);
    const classes = classesOf(predict(network, rows));
    const accepted = rows.map(accept);
    const harm = accepted.filter((a, i) => a && classes[i] !== test.labels[i]);
    return {
      attack: name,
      right: agreement(classes, test.labels),
      accepted: accepted.filter(Boolean).length / rows.length,
      'wrong and accepted': harm.length / rows.length,
    };
  }),
);

await pause();
const sizes = [0, 0.05, 0.1, 0.2, 0.3];
draw.accuracy(
  sizes,
  Object.entries(attacks).map(([name, change]) => ({
    name,
    values: sizes.map((by) => {
      return agreement(classesOf(predict(network, change(by))), test.labels);
    }),
  })),
);
for (const by of [0, size]) {
  const row = at(move(worst, by), 2);
  const [answer] = classesOf(predict(network, [row]));
  draw.image(row, `Changed by ${by}: the network takes this for ${answer}.`);
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

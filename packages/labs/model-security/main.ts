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
import { plot } from 'plot';

// Change these and run again.
const size = 0.1; // of the attack; a pixel goes from 0, white, to 1, black
const share = 0.99; // of the training images that the input check accepts
const picture = 2; // which test image to show

const { training, test } = splitDigits();
const { network } = train(
  createNetwork({ layerSizes: [64, 12, 10], output: 'softmax' }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);
const targets = oneHot(test.labels, 10);
const pixels = transpose(training.rows);
const random = createRandom(1);
const noise = test.rows.map((row) => row.map(() => (random() < 0.5 ? 1 : -1)));
const worst = zipWith(test.rows, targets, (row, target) =>
  gradientSigns(network, row, target),
);

const attacks: Record<string, (by: number) => Matrix> = {
  'random signs': (by) => move(noise, by),
  'gradient signs': (by) => move(worst, by),
  'gradient signs, in range': (by) =>
    move(worst, by).map((row) => zipWith(row, pixels, clip)),
};

/** The value, moved to where the pixel's training values lie. */
function clip(value: number, known: readonly number[]): number {
  return Math.min(Math.max(...known), Math.max(Math.min(...known), value));
}

function move(signs: Matrix, by: number): Matrix {
  return zipWith(test.rows, signs, (row, sign) => perturb(row, sign, by));
}

const accept = createInputCheck(training.rows, share);
const honest = test.rows.filter((row) => accept(row) !== 'accepted').length;
console.log(`the check refuses ${honest} of ${test.rows.length} honest images`);
console.table(
  Object.entries(attacks).map(([name, change]) => {
    const rows = change(size);
    const classes = classesOf(predict(network, rows));
    const accepted = rows.map((row) => accept(row) === 'accepted');
    const harm = accepted.filter((a, i) => a && classes[i] !== test.labels[i]);
    return {
      attack: name,
      right: agreement(classes, test.labels),
      accepted: accepted.filter(Boolean).length / rows.length,
      'wrong and accepted': harm.length / rows.length,
    };
  }),
);

plot.line('accuracy', {
  series: Object.entries(attacks).map(([name, change]) => ({
    name,
    points: [0, 0.05, 0.1, 0.2, 0.3].map((by) => {
      const classes = classesOf(predict(network, change(by)));
      return [by, agreement(classes, test.labels)];
    }),
  })),
  xLabel: 'change of each pixel, at most',
  yLabel: 'accuracy',
  dots: true,
  caption: 'Noise of the same size does little; the direction does the harm.',
});
for (const by of [0, size]) {
  const row = at(move(worst, by), picture);
  const [answer] = classesOf(predict(network, [row]));
  plot.heatmap('image', {
    values: [7, 6, 5, 4, 3, 2, 1, 0].map((y) => row.slice(8 * y, 8 * y + 8)),
    domain: [0, 1],
    caption: `Changed by ${by}: the network takes this for ${answer}.`,
  });
}

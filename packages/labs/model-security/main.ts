import {
  agreement,
  classesOf,
  oneHot,
} from '@runnable-guide/algorithms/classification';
import { gradientSign } from '@runnable-guide/algorithms/gradient-sign';
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
const hiddenCount = 12;

const { training, test } = splitDigits();
const { network } = train(
  createNetwork({ layerSizes: [64, hiddenCount, 10], output: 'softmax' }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);
const targets = oneHot(test.labels, 10);
const ranges = transpose(training.rows).map((pixel) => ({
  low: Math.min(...pixel),
  high: Math.max(...pixel),
}));
const random = createRandom(1);

const attacks: Record<string, (by: number) => Matrix> = {
  'random signs': (by) =>
    test.rows.map((row) => row.map((v) => v + (random() < 0.5 ? by : -by))),
  'gradient signs': attack,
  'gradient signs, in range': (by) =>
    attack(by).map((row) =>
      zipWith(row, ranges, (v, { low, high }) =>
        Math.min(high, Math.max(low, v)),
      ),
    ),
};

function attack(by: number): Matrix {
  return zipWith(test.rows, targets, (row, target) =>
    gradientSign(network, row, target, by),
  );
}

const accept = createInputCheck(training.rows, share);
const honest = test.rows.filter((row) => accept(row) !== 'accepted').length;
console.log(`the check refuses ${honest} of ${test.rows.length} honest images`);
console.table(
  Object.entries(attacks).map(([name, change]) => {
    const rows = change(size);
    const classes = classesOf(predict(network, rows));
    const refused = rows.map((row) => accept(row) !== 'accepted');
    const harmful = classes.filter(
      (label, i) => label !== test.labels[i] && !refused[i],
    );
    return {
      attack: name,
      right: agreement(classes, test.labels),
      refused: refused.filter((isRefused) => isRefused).length / rows.length,
      'wrong and accepted': harmful.length / rows.length,
    };
  }),
);

plot.line('accuracy', {
  series: Object.entries(attacks).map(([name, change]) => ({
    name,
    points: [0, 0.05, 0.1, 0.15, 0.2, 0.3].map((by) => {
      const classes = classesOf(predict(network, change(by)));
      return [by, agreement(classes, test.labels)];
    }),
  })),
  xLabel: 'change of each pixel, at most',
  yLabel: 'accuracy',
  dots: true,
  caption: 'Noise of the same size does little; the direction does the harm.',
});
const changed = attack(size);
for (const [row, what] of [
  [at(test.rows, picture), 'original'],
  [at(changed, picture), 'attacked'],
] as const) {
  const answer = at(classesOf(predict(network, [row])), 0);
  plot.heatmap('image', {
    values: [7, 6, 5, 4, 3, 2, 1, 0].map((y) => row.slice(8 * y, 8 * y + 8)),
    domain: [0, 1],
    caption: `A ${test.labels[picture]}, ${what}: the network says ${answer}.`,
  });
}

import {
  shiftClass,
  shiftForShare,
} from '@runnable-guide/algorithms/class-shift';
import {
  agreement,
  classesOf,
  oneHot,
} from '@runnable-guide/algorithms/classification';
import {
  distillationSlopes,
  softenedSoftmax,
} from '@runnable-guide/algorithms/distillation';
import { at } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { createRandom, normal } from '@runnable-guide/algorithms/random';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';
import { plot } from 'plot';

const digitNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** What the teacher says of the image that it is least sure of. */
export function softening(
  teacher: Network,
  { rows, labels }: DigitSet,
  temperatures: readonly number[],
): void {
  const answers = logitsOf(teacher, rows);
  const sureness = answers.map((z) => Math.max(...softenedSoftmax(z, 1)));
  const right = [...rows.keys()].filter((i) => {
    return (
      classesOf([at(answers, i)])[0] === labels[i] && at(sureness, i) < 0.9
    );
  });
  const chosen = right[0] ?? 0;
  for (const t of temperatures) {
    plot.bars('softening', {
      labels: digitNames,
      series: [
        { name: 'teacher', values: softenedSoftmax(at(answers, chosen), t) },
      ],
      xLabel: 'digit',
      yLabel: 'probability',
      caption: `An image of a ${at(labels, chosen)}, T = ${t}.`,
    });
  }
}

/** How long the slopes of the two parts are before training, over T. */
export function gradients(
  student: Network,
  teacher: Network,
  { rows, labels }: DigitSet,
  temperatures: readonly number[],
): void {
  const logits = logitsOf(student, rows);
  const answers = logitsOf(teacher, rows);
  const hard = oneHot(labels, 10);
  const lengthAt = (temperature: number, softWeight: number, scaled: boolean) =>
    meanAndSpread(
      logits.map((z, i) => {
        const soft = softenedSoftmax(at(answers, i), temperature);
        const lesson = { soft, hard: at(hard, i) };
        const mixture = { temperature, softWeight, scaled };
        return Math.hypot(...distillationSlopes(z, lesson, mixture));
      }),
    ).mean;
  const series = (name: string, softWeight: number, scaled: boolean) => ({
    name,
    points: temperatures.map((t) => [t, lengthAt(t, softWeight, scaled)]),
  });
  plot.line('gradients', {
    series: [
      series('labels', 0, true),
      series('teacher, with T²', 1, true),
      series('teacher, without T²', 1, false),
    ],
    xLabel: 'temperature',
    yLabel: 'length of the gradient',
    yScale: 'log',
    dots: true,
    caption: 'The gradient by the logits, mean over the images, untrained.',
  });
}

/** Each kind of student, with its spread over the seeds. */
export function comparison(
  teacher: Network,
  test: DigitSet,
  noise: number,
  kinds: Record<string, Network[]>,
): void {
  const random = createRandom(1);
  const noisy = {
    ...test,
    rows: test.rows.map((row) => row.map((x) => x + noise * normal(random))),
  };
  const alone = accuracies(Object.values(kinds)[0] ?? [], test);
  const rows = Object.entries({ teacher: [teacher], ...kinds }).map(
    ([name, networks]) => {
      const here = accuracies(networks, test);
      const better = here.filter((a, seed) => a > at(alone, seed)).length;
      const isBase = name === 'teacher' || networks === kinds['labels only'];
      const same = accuracies(networks, {
        ...test,
        labels: says(teacher, test),
      });
      return [
        name,
        percent(meanAndSpread(here).mean),
        name === 'teacher' ? '' : percent(meanAndSpread(here).spread),
        isBase ? '' : `${better} of ${here.length}`,
        percent(meanAndSpread(same).mean),
        percent(meanAndSpread(accuracies(networks, noisy)).mean),
      ];
    },
  );
  plot.table('comparison', {
    columns: [
      'trained on',
      'accuracy',
      'spread',
      'better for',
      'as the teacher',
      'noisy',
    ],
    rows: rows.map(bare),
    caption: `Percent of ${test.rows.length} test images, mean over the seeds.`,
  });
  for (const row of rows) console.log(row.filter(Boolean).join(' · '));
}

/** Accuracy over the number of labels. */
export function fewerLabels(
  teacher: Network,
  test: DigitSet,
  labelCounts: readonly number[],
  kinds: Record<string, (labelCount: number) => Network[]>,
): void {
  const ends = [at(labelCounts, 0), at(labelCounts, -1)];
  const best = at(accuracies([teacher], test), 0);
  const series = Object.entries(kinds).map(([name, train]) => {
    const measured = labelCounts.map((count) => {
      const result = meanAndSpread(accuracies(train(count), test));
      return { count, ...result };
    });
    for (const { count, mean, spread } of measured) {
      const numbers = `${percent(mean)} ± ${percent(spread)}`;
      console.log(`${count} labels, ${name}: ${numbers}`);
    }
    return { name, points: measured.map(({ count, mean }) => [count, mean]) };
  });
  plot.line('labels', {
    series: [
      ...series,
      { name: 'teacher', points: ends.map((x) => [x, best]) },
    ],
    xLabel: 'number of labels',
    yLabel: 'accuracy',
    dots: true,
    caption: 'Accuracy on the test images. All students take as many steps.',
  });
}

/** Accuracy for each temperature and weight of the teacher's part. */
export function mixtures(
  test: DigitSet,
  temperatures: readonly number[],
  softWeights: readonly number[],
  train: (temperature: number, softWeight: number) => Network[],
): void {
  const values = temperatures.map((t) =>
    softWeights.map((weight) => {
      return meanAndSpread(accuracies(train(t, weight), test)).mean;
    }),
  );
  plot.heatmap('mixtures', {
    values,
    xTicks: softWeights.map(String),
    yTicks: temperatures.map(String),
    xLabel: 'weight of the teacher',
    yLabel: 'temperature',
    caption: `Accuracy from ${percent(Math.min(...values.flat()))} to ${percent(Math.max(...values.flat()))}, mean over the seeds.`,
  });
}

/** Students that have never seen one of the digits. */
export function unseen(
  digit: number,
  training: DigitSet,
  test: DigitSet,
  kinds: Record<string, Network[]>,
): void {
  const places = [...test.rows.keys()].filter((i) => test.labels[i] === digit);
  const accuracyOf = (logits: Matrix) => {
    const right = places.filter((i) => classesOf([at(logits, i)])[0] === digit);
    return right.length / places.length;
  };
  const measured = Object.values(kinds).map((networks) => {
    const results = networks.map((network) => {
      const shift = shiftForShare(logitsOf(network, training.rows), digit, 0.1);
      const logits = logitsOf(network, test.rows);
      const shifted = shiftClass(logits, digit, shift);
      return [accuracyOf(logits), accuracyOf(shifted)];
    });
    return [0, 1].map((k) => results.map((result) => at(result, k)));
  });
  const names = ['as trained', 'bias corrected'];
  plot.bars('unseen', {
    labels: Object.keys(kinds),
    series: names.map((name, k) => {
      const stats = measured.map((pair) => meanAndSpread(at(pair, k)));
      return {
        name,
        values: stats.map(({ mean }) => mean),
        errors: stats.map(({ spread }) => spread),
      };
    }),
    yLabel: 'accuracy',
    caption: `The test images of ${digit}, which these students never saw.`,
  });
}

function accuracies(networks: readonly Network[], set: DigitSet): number[] {
  return networks.map((network) => agreement(says(network, set), set.labels));
}

function says(network: Network, { rows }: DigitSet): number[] {
  return classesOf(logitsOf(network, rows));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Without the signs of percent, which the caption has. */
function bare(row: readonly string[]): string[] {
  return row.map((cell) => cell.replace('%', ''));
}

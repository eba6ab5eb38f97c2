import {
  shiftClass,
  shiftForShare,
} from '@runnable-guide/algorithms/class-shift';
import { classesOf } from '@runnable-guide/algorithms/classification';
import { at } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { createRandom, normal } from '@runnable-guide/algorithms/random';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';
import { plot } from 'plot';
import { accuracies, percent, says } from './measure.ts';

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

/** Without the signs of percent, which the caption has. */
function bare(row: readonly string[]): string[] {
  return row.map((cell) => cell.replace('%', ''));
}

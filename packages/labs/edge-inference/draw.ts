import { agreement } from '@runnable-guide/algorithms/classification';
import {
  attainable,
  type Device,
  intensityOf,
  ridgeOf,
  secondsFor,
} from '@runnable-guide/algorithms/roofline';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';
import type { Variant } from '@runnable-guide/algorithms/variant';
import { plot } from 'plot';

export * from './draw-weights.ts';

interface Experiment {
  test: DigitSet;
  base: Variant;
  families: Record<string, Variant[]>;
  device: Record<Variant['arithmetic'], Device>;
  imagesAtOnce: number;
}

/** Everything that is about all versions. */
export function versions(experiment: Experiment): void {
  steps(experiment);
  tradeOff(experiment);
  times(experiment);
  roofline(experiment);
}

/** Accuracy, size and operations of every version. */
function steps({ base, families, test }: Experiment): void {
  const rows = [base, ...Object.values(families).flat()].map((variant) => {
    const { name, classes, work } = variant;
    const right = percent(agreement(classes, test.labels));
    const same = percent(agreement(classes, base.classes));
    return [name, right, same, Math.round(work.bytes), work.operations];
  });
  plot.table('steps', {
    columns: ['version', 'right %', 'same %', 'bytes', 'operations'],
    rows,
    caption: 'Right answers, answers as in float32, size, work for one image.',
  });
  for (const [name, right, same, bytes] of rows) {
    console.log(`${name}: ${right}% right, ${same}% same, ${bytes} bytes`);
  }
}

/** The least time of every version on the device, and what sets it. */
function times({ base, families, device, imagesAtOnce }: Experiment): void {
  const rows = [base, ...Object.values(families).flat()].map((variant) => {
    const roof = device[variant.arithmetic];
    const batch = batchOf(variant, imagesAtOnce);
    const intensity = intensityOf(batch);
    const micros = (1e6 * secondsFor(roof, batch)) / imagesAtOnce;
    const limit = intensity < ridgeOf(roof) ? 'memory' : 'arithmetic';
    return [variant.name, rounded(intensity, 2), rounded(micros, 1), limit];
  });
  plot.table('times', {
    columns: ['version', 'operations per byte', 'least µs', 'limited by'],
    rows,
    caption: 'The roofline gives the least time for one image.',
  });
}

/** One line for each way to compress, from float32 to the smallest. */
function tradeOff({ test, base, families }: Experiment): void {
  plot.line('trade-off', {
    series: Object.entries(families).map(([name, list]) => ({
      name,
      points: [base, ...list].map(({ work, classes }) => {
        return [work.bytes, agreement(classes, test.labels)];
      }),
    })),
    dots: true,
    xLabel: 'bytes',
    yLabel: 'accuracy',
    caption: `Accuracy on ${test.rows.length} test images. Left is smaller.`,
  });
}

/** The two roofs, and where the versions stand below them. */
function roofline(experiment: Experiment): void {
  const { base, families, device, imagesAtOnce } = experiment;
  const all = [base, ...Object.values(families).flat()];
  const series = (['float32', 'integer'] as const).map((arithmetic) => {
    const roof = device[arithmetic];
    const reached = all
      .filter((variant) => variant.arithmetic === arithmetic)
      .map((variant) => intensityOf(batchOf(variant, imagesAtOnce)));
    const corners = [0, ridgeOf(roof), 8 * imagesAtOnce, ...reached];
    const points = corners
      .sort((a, b) => a - b)
      .map((x) => [x, attainable(roof, x) / 1e6]);
    return { name: arithmetic, points };
  });
  plot.line('roofline', {
    series,
    dots: true,
    xLabel: 'operations per byte',
    yLabel: 'million operations per second',
    caption: 'On the slope memory is the limit, on the flat part arithmetic.',
  });
}

/** Weights are read once for all images that are worked on together. */
function batchOf({ work }: Variant, imageCount: number) {
  return { ...work, operations: work.operations * imageCount };
}

function percent(share: number): number {
  return rounded(100 * share, 1);
}

function rounded(value: number, digitCount: number): number {
  return Number(value.toFixed(digitCount));
}

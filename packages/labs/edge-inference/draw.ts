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

/** The table, the trade-off and the roofline. */
export function versions(experiment: Experiment): void {
  steps(experiment);
  tradeOff(experiment);
  roofline(experiment);
}

/** Accuracy, size, operations and least time of every version. */
function steps(experiment: Experiment): void {
  const { base, families, test, device, imagesAtOnce } = experiment;
  const rows = [base, ...Object.values(families).flat()].map((variant) => {
    const { name, classes, work, arithmetic } = variant;
    const batch = batchOf(variant, imagesAtOnce);
    const seconds = secondsFor(device[arithmetic], batch) / imagesAtOnce;
    return [
      name,
      percent(agreement(classes, test.labels)),
      percent(agreement(classes, base.classes)),
      Math.round(work.bytes),
      work.operations,
      Number((1e6 * seconds).toFixed(1)),
    ];
  });
  const [shares, costs] = [
    ['right %', 'same %'],
    ['bytes', 'operations'],
  ];
  plot.table('steps', {
    columns: ['version', ...shares, ...costs, 'least µs'],
    rows,
    caption: 'Right answers, answers as in float32, and what one image costs.',
  });
  for (const [name, right, same, bytes] of rows) {
    console.log(`${name}: ${right}% right, ${same}% same, ${bytes} bytes`);
  }
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

/** With one digit after the point. */
function percent(share: number): number {
  return Number((100 * share).toFixed(1));
}

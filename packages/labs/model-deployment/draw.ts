import { at } from '@runnable-guide/algorithms/lists';
import {
  latenciesOf,
  peaks,
  type ServingReport,
} from '@runnable-guide/algorithms/serving-report';
import type { ServingRun } from '@runnable-guide/algorithms/serving-run';
import { plot } from 'plot';

/** How many requests wait, over time. */
export function queueLength(run: ServingRun): void {
  plot.line('queue', {
    series: [
      { name: 'waiting', points: peaks(run.moments, (m) => m.queueLength) },
    ],
    xLabel: 'time (s)',
    yLabel: 'requests',
    caption: 'Requests in the queue. If it only grows, capacity is missing.',
  });
}

/** How many requests took how long. */
export function latencyHistogram(
  run: ServingRun,
  { p50, p95, p99 }: ServingReport,
): void {
  const width = 10 * Math.ceil(p99 / 150);
  const counts = Array.from({ length: 20 }, () => 0);
  for (const latency of latenciesOf(run.requests)) {
    const bin = Math.min(19, Math.floor(latency / width));
    counts[bin] = at(counts, bin) + 1;
  }
  plot.bars('latency', {
    labels: counts.map((_, bin) => `${bin * width}`),
    series: [{ name: 'requests', values: counts }],
    xLabel: 'latency (ms)',
    yLabel: 'requests',
    caption:
      `Half are done in ${p50.toFixed(0)} ms, 95% in ${p95.toFixed(0)} ms, ` +
      `99% in ${p99.toFixed(0)} ms. The last bar has all that are slower.`,
  });
}

/** A measured run: throughput in 1/s, p99 in ms. */
export type Point = Pick<ServingReport, 'throughput' | 'p99'>;

/** Latency against throughput, one curve for each batch size. */
export function curves(
  pointsOf: Readonly<Record<string, readonly Point[]>>,
  caption: string,
): void {
  plot.line('curve', {
    series: Object.entries(pointsOf).map(([name, points]) => ({
      name,
      points: points.map(({ throughput, p99 }) => [throughput, p99]),
    })),
    xLabel: 'throughput (1/s)',
    yLabel: 'p99 (ms)',
    yScale: 'log',
    dots: true,
    caption,
  });
}

/** Prints reports, or some numbers of them: a column for each. */
export function print(
  reports: Readonly<Record<string, Partial<ServingReport>>>,
): void {
  const [first = {}] = Object.values(reports);
  const keys = Object.keys(first) as (keyof ServingReport)[];
  console.table(
    keys.map((key) => ({
      measure: key,
      ...Object.fromEntries(
        Object.entries(reports).map(([name, report]) => [
          name,
          Number(report[key]?.toPrecision(4)),
        ]),
      ),
    })),
  );
}

import { at, sum } from './lists.ts';
import { quantile } from './quantile.ts';
import type { Moment, Request, ServingRun } from './serving-run.ts';
import { checkPositive, refuse } from './validate.ts';

export interface ServingReport {
  /** Requests in a second that were answered without an error. */
  throughput: number;
  /** Share of the paid time in which replicas worked. */
  utilisation: number;
  /** Percentiles and mean of the latency in ms, of all that were served. */
  p50: number;
  p95: number;
  p99: number;
  meanLatency: number;
  meanBatchSize: number;
  /** Share of the requests that were refused, or answered with an error. */
  refused: number;
  failed: number;
  /** Price of 1000 good answers. */
  costPer1000: number;
}

/**
 * Sums a simulation up.
 *
 * @param pricePerHour of one replica
 * @throws RangeError if the price is not positive or nothing was answered
 */
export function reportOf(run: ServingRun, pricePerHour: number): ServingReport {
  checkPositive('pricePerHour', pricePerHour);
  const latencies = latenciesOf(run.requests);
  if (latencies.length === 0) refuse('run', 'one with an answer', 'none');
  const count = (outcome: Request['outcome']) =>
    run.requests.filter((request) => request.outcome === outcome).length;
  const answered = count('answered');
  // Each of the n requests of a batch is 1 / n of it.
  const shares = run.requests.map((r) =>
    r.start === null ? 0 : 1 / r.batchSize,
  );
  const cost = (run.paidTime / 3_600_000) * pricePerHour;
  return {
    throughput: answered / (run.endTime / 1000),
    utilisation: run.busyTime / run.paidTime,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    meanLatency: sum(latencies) / latencies.length,
    meanBatchSize: latencies.length / sum(shares),
    refused: count('refused') / run.requests.length,
    failed: count('failed') / run.requests.length,
    costPer1000: (cost / answered) * 1000,
  };
}

/** Time from arrival to answer, in ms, of the requests that were served. */
export function latenciesOf(requests: readonly Request[]): number[] {
  return requests.flatMap(({ arrival, finish }) =>
    finish === null ? [] : [finish - arrival],
  );
}

/** The mean over time of a number that each moment holds until the next. */
export function timeAverage(
  moments: readonly Moment[],
  read: (moment: Moment) => number,
): number {
  const area = sum(
    moments.slice(0, -1).map((moment, index) => {
      return read(moment) * (at(moments, index + 1).time - moment.time);
    }),
  );
  return area / (at(moments, -1).time - at(moments, 0).time);
}

/**
 * The curve of a number over time in seconds, thinned out for a figure: the
 * largest value in each of `count` equal spans of time.
 */
export function peaks(
  moments: readonly Moment[],
  read: (moment: Moment) => number,
  count = 200,
): [number, number][] {
  const span = at(moments, -1).time / count;
  const largest = Array.from({ length: count }, () => 0);
  for (const [index, moment] of moments.entries()) {
    const until = moments[index + 1]?.time ?? moment.time;
    const last = Math.min(count - 1, Math.floor(until / span));
    for (let i = Math.floor(moment.time / span); i <= last; i++) {
      largest[i] = Math.max(at(largest, i), read(moment));
    }
  }
  return largest.map((value, i) => [(i * span) / 1000, value]);
}

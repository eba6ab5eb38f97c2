import { describe, expect, it } from 'vitest';
import { poissonArrivals, steppedArrivals } from './arrivals.ts';
import {
  exponentialTime,
  linearTime,
  type ServingOptions,
  serve,
} from './serving.ts';
import { latenciesOf, reportOf } from './serving-report.ts';

const oneByOne = { maxSize: 1, maxWait: 0 };

function relativeError(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

describe('serve', () => {
  it('goes through a case worked out by hand', () => {
    const { requests, endTime, busyTime } = serve({
      arrivals: [0, 1, 2, 30],
      batching: { maxSize: 2, maxWait: 5 },
      serviceTime: linearTime(10, 1),
      replicas: 1,
    });
    // 0 and 1 fill a batch: 1 to 13. 2 waits and is overdue: 13 to 24.
    // 30 is alone: it waits until 35, then 35 to 46.
    expect(requests.map((r) => r.start)).toEqual([1, 1, 13, 35]);
    expect(requests.map((r) => r.finish)).toEqual([13, 13, 24, 46]);
    expect(requests.map((r) => r.batchSize)).toEqual([2, 2, 1, 1]);
    expect([endTime, busyTime]).toEqual([46, 12 + 11 + 11]);
  });

  it('serves in order of arrival with one replica', () => {
    const { requests } = serve({
      arrivals: poissonArrivals(30, 500),
      batching: { maxSize: 4, maxWait: 10 },
      serviceTime: linearTime(20, 3),
      replicas: 1,
    });
    const starts = requests.map((r) => r.start ?? Infinity);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('leaves a static batch that never fills in the queue', () => {
    const { requests } = serve({
      arrivals: [1, 2, 3],
      batching: { maxSize: 2, maxWait: Infinity },
      serviceTime: linearTime(1, 0),
      replicas: 1,
    });
    const outcomes = requests.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['answered', 'answered', 'waiting']);
  });

  it('refuses those who find the queue full, and keeps the rest short', () => {
    const options: ServingOptions = {
      arrivals: poissonArrivals(40, 4000),
      batching: oneByOne,
      serviceTime: exponentialTime(50),
      replicas: 1,
      queueLimit: 4,
    };
    const run = serve(options);
    const report = reportOf(run, 1);
    const most = Math.max(...run.moments.map((m) => m.queueLength));
    expect(most).toBe(4);
    // M/M/1/5 with load 2: the chance of a full system is 2⁵ / (2⁶ − 1).
    expect(relativeError(report.refused, 32 / 63)).toBeLessThan(0.05);
    const unlimited = serve({ ...options, queueLimit: Infinity });
    expect(reportOf(unlimited, 1).p99).toBeGreaterThan(20 * report.p99);
  });

  it('starts replicas cold, and gives them back when it is calm', () => {
    const run = serve({
      arrivals: steppedArrivals([
        { rate: 10, duration: 20_000 },
        { rate: 60, duration: 40_000 },
        { rate: 10, duration: 40_000 },
      ]),
      batching: oneByOne,
      serviceTime: linearTime(50, 0),
      replicas: 1,
      coldStart: 5000,
      autoscaler: { target: 2, min: 1, max: 6, interval: 1000, patience: 10 },
    });
    const replicasAt = (time: number) =>
      run.moments.findLast((moment) => moment.time <= time)?.replicas;
    expect(replicasAt(19_000)).toBeLessThanOrEqual(2);
    expect(replicasAt(24_000)).toBeLessThanOrEqual(2);
    expect(replicasAt(50_000)).toBe(6);
    expect(replicasAt(95_000)).toBeLessThanOrEqual(2);
    expect(latenciesOf(run.requests)).toHaveLength(run.requests.length);
    expect(run.paidTime).toBeLessThan(6 * run.endTime);
    expect(run.busyTime).toBeCloseTo(50 * run.requests.length, 6);
  });

  it('gives up a canary that fails, and leaves a good one alone', () => {
    const options: ServingOptions = {
      arrivals: poissonArrivals(60, 12_000),
      batching: oneByOne,
      serviceTime: linearTime(40, 0),
      replicas: 4,
      coldStart: 3000,
    };
    const rules = { stableErrorRate: 0.01, minRequests: 50, maxScore: 4 };
    const bad = serve({
      ...options,
      canary: { ...rules, canaryErrorRate: 0.2 },
    });
    expect(bad.rolledBackAt).toBeGreaterThan(0);
    expect(bad.rolledBackAt).toBeLessThan(20_000);
    const failed = bad.requests.filter(
      ({ outcome, finish }) =>
        outcome === 'failed' && (finish ?? 0) > (bad.rolledBackAt ?? 0),
    );
    expect(failed.length / bad.requests.length).toBeLessThan(0.02);
    const good = serve({
      ...options,
      canary: { ...rules, canaryErrorRate: 0.01 },
    });
    expect(good.rolledBackAt).toBe(null);
  });

  it('repeats itself with the same seed', () => {
    const options: ServingOptions = {
      arrivals: poissonArrivals(30, 200),
      batching: oneByOne,
      serviceTime: exponentialTime(20),
      replicas: 2,
      seed: 9,
    };
    expect(serve(options)).toEqual(serve(options));
  });

  it('refuses bad options in words', () => {
    const options = {
      arrivals: [3, 2],
      batching: oneByOne,
      serviceTime: linearTime(1, 1),
      replicas: 1,
    };
    expect(() => serve(options)).toThrow(
      'arrivals[1] must be a time of at least 3; got 2',
    );
    expect(() => serve({ ...options, arrivals: [] })).toThrow('arrivals');
    expect(() => serve({ ...options, arrivals: [1], replicas: 0 })).toThrow(
      'replicas must be an integer of at least 1; got 0',
    );
  });
});

import { expect, it } from 'vitest';
import { linearTime, serve } from './serving.ts';
import { peaks, reportOf, timeAverage } from './serving-report.ts';

// The case of serving.test.ts: latencies 13, 12, 22 and 16 ms, end at 46 ms.
const run = serve({
  arrivals: [0, 1, 2, 30],
  batching: { maxSize: 2, maxWait: 5 },
  serviceTime: linearTime(10, 1),
  replicas: 1,
});

it('sums up a run worked out by hand', () => {
  const report = reportOf(run, 3600);
  expect(report.p50).toBe(13);
  expect(report.p99).toBe(22);
  expect(report.meanLatency).toBeCloseTo(63 / 4, 12);
  expect(report.throughput).toBeCloseTo(4 / 0.046, 9);
  expect(report.utilisation).toBeCloseTo(34 / 46, 12);
  expect(report.meanBatchSize).toBeCloseTo(4 / 3, 12);
  // One unit of money a second, for 46 ms, over 4 answers, times 1000.
  expect(report.costPer1000).toBeCloseTo((0.046 / 4) * 1000, 12);
});

it('averages over time and not over events', () => {
  const moments = [
    { time: 0, queueLength: 1, inService: 0, replicas: 1 },
    { time: 9, queueLength: 11, inService: 0, replicas: 1 },
    { time: 10, queueLength: 0, inService: 0, replicas: 1 },
  ];
  expect(timeAverage(moments, (m) => m.queueLength)).toBeCloseTo(2, 12);
});

it('thins a curve out without losing its peaks', () => {
  const curve = peaks(run.moments, (m) => m.inService, 5);
  expect(curve).toHaveLength(5);
  expect(Math.max(...curve.map(([, value]) => value))).toBe(2);
});

it('refuses a price of nothing', () => {
  expect(() => reportOf(run, 0)).toThrow('pricePerHour');
});

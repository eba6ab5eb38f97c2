import {
  burstyArrivals,
  poissonArrivals,
} from '@runnable-guide/algorithms/arrivals';
import { mmc, mmcQuantile } from '@runnable-guide/algorithms/queueing';
import {
  exponentialTime,
  linearTime,
  serve,
} from '@runnable-guide/algorithms/serving';
import { reportOf } from '@runnable-guide/algorithms/serving-report';
import * as draw from './draw.ts';

// Change these and run again. Which choice keeps p99 below the target at
// least cost? Times are in ms, rates in requests per second.
const replicas = 6;
const maxSize = 8; // most requests in a batch
const maxWait = 0; // for others to join; Infinity is static batching
const isBursty = false;
const rate = 560;
const target = 200;
const price = 2; // dollars for a replica and an hour
const fixedTime = 40; // a batch takes 40 ms, and 4 ms for each request
const requestTime = 4;
const queueLimit = Infinity; // a request that finds so many is refused
const seed = 1;

const bursts = {
  calmRate: 0.8 * rate,
  burstRate: 2 * rate,
  calmTime: 1000,
  burstTime: 200,
};
const run = serve({
  arrivals: isBursty
    ? burstyArrivals(bursts, 15_000, seed)
    : poissonArrivals(rate, 15_000, seed),
  batching: { maxSize, maxWait },
  serviceTime: linearTime(fixedTime, requestTime),
  replicas,
  queueLimit,
  seed,
});
const report = reportOf(run, price);
draw.print({ yours: report });
const verdict = report.p99 <= target ? 'meets' : 'misses';
console.log(`p99 = ${report.p99.toFixed(0)} ms ${verdict} ${target} ms`);
draw.queueLength(run);
draw.latencyHistogram(run, report);
await pause();

// The same replicas with other batch sizes, from light load to nearly full.
const loads = [0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.97];
const batchSizes = [1, 4, 8, 16, 32];
const points: ReturnType<typeof pointAt>[][] = [];
for (const size of batchSizes) {
  points.push(loads.map((load) => pointAt(size, load)));
  await pause();
}
draw.curves(
  Object.fromEntries(points.map((p, i) => [`batch ${batchSizes[i]}`, p])),
  `A curve turns up where ${replicas} replicas are full. Target: ${target} ms.`,
);

// Is the simulator right? For an M/M/1 queue there are formulas.
const queue = serve({
  arrivals: poissonArrivals(14, 40_000, seed),
  batching: { maxSize: 1, maxWait: 0 },
  serviceTime: exponentialTime(50),
  replicas: 1,
});
const { meanLatency, p99 } = reportOf(queue, price);
const { latency } = mmc(0.014, 0.02);
const formula = { meanLatency: latency, p99: mmcQuantile(0.99, 0.014, 0.02) };
draw.print({ 'simulated M/M/1': { meanLatency, p99 }, formula });

function pointAt(size: number, load: number) {
  const full = (1000 * replicas * size) / (fixedTime + requestTime * size);
  const simulated = serve({
    arrivals: poissonArrivals(load * full, 3000, seed),
    batching: { maxSize: size, maxWait },
    serviceTime: linearTime(fixedTime, requestTime),
    replicas,
    seed,
  });
  return reportOf(simulated, price);
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

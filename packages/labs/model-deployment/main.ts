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
import {
  latenciesOf,
  peaks,
  reportOf,
} from '@runnable-guide/algorithms/serving-report';
import { plot } from 'plot';

// Change these and run again. Which choice keeps p99 below 200 ms at least
// cost? Times are in ms, rates in requests per second.
const replicas = 6;
const maxSize = 8; // requests in a batch
const maxWait = 0; // for others to join; Infinity is static batching
const traffic: 'poisson' | 'bursty' = 'poisson';
const rate = 560;
const target = 200;
const pricePerHour = 2; // of one replica, in dollars
const serviceTime = linearTime(40, 4); // 40 for a batch, 4 for each request
const seed = 1;

const bursts = {
  calmRate: 0.8 * rate,
  burstRate: 2 * rate,
  calmTime: 1000,
  burstTime: 200,
};
const arrivals =
  traffic === 'poisson'
    ? poissonArrivals(rate, 15_000, seed)
    : burstyArrivals(bursts, 15_000, seed);
const batching = { maxSize, maxWait };
const run = serve({ arrivals, batching, serviceTime, replicas, seed });
const report = reportOf(run, pricePerHour);
console.table([rounded(report)]);
const verdict = report.p99 < target ? 'meets' : 'misses';
console.log(`p99 ${report.p99.toFixed(0)} ms ${verdict} ${target} ms.`);

plot.line('queue', {
  series: [
    { name: 'waiting', points: peaks(run.moments, (m) => m.queueLength) },
  ],
  xLabel: 'time (s)',
  yLabel: 'requests',
  caption: 'Requests in the queue. If it only grows, capacity is missing.',
});

const latencies = latenciesOf(run.requests);
const width = Math.max(10, Math.ceil(report.p99 / 200) * 10);
const edges = Array.from({ length: 24 }, (_, index) => index * width);
plot.bars('latency', {
  labels: edges.map((edge) => `${edge}`),
  series: [{ name: 'requests', values: edges.map(countFrom) }],
  xLabel: 'latency (ms)',
  yLabel: 'requests',
  caption:
    `p50 ${report.p50.toFixed(0)}, p95 ${report.p95.toFixed(0)}, ` +
    `p99 ${report.p99.toFixed(0)} ms.`,
});

// The same replicas with other batch sizes, from light load to nearly full.
const sizes = [1, 4, 8, 16, 32];
plot.line('curve', {
  series: sizes.map((size) => ({
    name: `batch ${size}`,
    points: [0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.97].map((load) => {
      const full = (1000 * size * replicas) / (40 + 4 * size);
      const { throughput, p99 } = reportOf(
        serve({
          arrivals: poissonArrivals(load * full, 3000, seed),
          batching: { maxSize: size, maxWait },
          serviceTime,
          replicas,
          seed,
        }),
        pricePerHour,
      );
      return [throughput, p99];
    }),
  })),
  xLabel: 'throughput (1/s)',
  yLabel: 'p99 (ms)',
  yScale: 'log',
  dots: true,
  caption: `Each curve turns up where ${replicas} replicas are full.`,
});

// Is the simulator right? An M/M/1 queue has a closed form.
const measured = reportOf(
  serve({
    arrivals: poissonArrivals(14, 40_000, seed),
    batching: { maxSize: 1, maxWait: 0 },
    serviceTime: exponentialTime(50),
    replicas: 1,
    seed,
  }),
  pricePerHour,
);
console.table([
  { 'M/M/1': 'simulated', mean: measured.meanLatency, p99: measured.p99 },
  { 'M/M/1': 'formula', mean: mmc(0.014, 0.02).latency, p99: mmcQuantile(0.99, 0.014, 0.02) },
].map(rounded));

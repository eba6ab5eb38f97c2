import {
  poissonArrivals,
  steppedArrivals,
} from '@runnable-guide/algorithms/arrivals';
import { linearTime, serve } from '@runnable-guide/algorithms/serving';
import { peaks, reportOf } from '@runnable-guide/algorithms/serving-report';
import { plot } from 'plot';

// Change these and run again. Times are in ms, rates in requests per second.
const coldStart = 30_000;
const queueLimit = 60;
const replicas = 2;
const autoscaler = { target: 24, min: 2, max: 6, interval: 5000, patience: 6 };
const surge = [
  { rate: 140, duration: 30_000 },
  { rate: 420, duration: 60_000 },
  { rate: 140, duration: 40_000 },
];
const stableErrorRate = 0.005;
const canaryErrorRates = [0.005, 0.01, 0.02, 0.05];
const rules = { minRequests: 100, maxScore: 4 };
const price = 2; // dollars for a replica and an hour

const server = {
  batching: { maxSize: 16, maxWait: 20 },
  serviceTime: linearTime(40, 4),
};

// The traffic triples for a minute; a new replica takes half a minute.
const arrivals = steppedArrivals(surge);
const overload = { ...server, arrivals, replicas, coldStart };
const runs = {
  'fixed replicas': await simulate(overload),
  'with a queue limit': await simulate({ ...overload, queueLimit }),
  autoscaled: await simulate({ ...overload, autoscaler }),
  'scaled, with a limit': await simulate({
    ...overload,
    autoscaler,
    queueLimit,
  }),
};
plot.line('surge', {
  series: Object.entries(runs).map(([name, { moments }]) => ({
    name,
    points: peaks(moments, (m) => m.queueLength + 1, 150),
  })),
  xLabel: 'time (s)',
  yLabel: 'requests waiting, plus 1',
  yScale: 'log',
  caption: 'The queue while the traffic is three times as high, 30 to 90 s.',
});
plot.line('replicas', {
  series: [
    {
      name: 'ready replicas',
      points: peaks(runs.autoscaled.moments, (m) => m.replicas, 150),
    },
  ],
  xLabel: 'time (s)',
  yLabel: 'replicas',
  caption: 'Help comes a cold start late, and leaves when the calm has lasted.',
});
console.table(
  Object.entries(runs).map(([name, run]) => {
    const { p99, refused, costPer1000 } = reportOf(run, price);
    return {
      run: name,
      p99: p99.toFixed(0),
      refused: `${(100 * refused).toFixed(1)}%`,
      'cost per 1000': costPer1000.toFixed(4),
    };
  }),
);

// One of four replicas gets a new version that fails more often.
const canaries: (number | string)[][] = [];
for (const canaryErrorRate of canaryErrorRates) {
  const { requests, rolledBackAt } = await simulate({
    ...server,
    arrivals: poissonArrivals(300, 6000),
    replicas: 4,
    coldStart,
    canary: { stableErrorRate, canaryErrorRate, ...rules },
  });
  const failed = requests.filter((r) => r.outcome === 'failed').length;
  const seconds = rolledBackAt === null ? null : rolledBackAt / 1000;
  canaries.push([canaryErrorRate, seconds?.toFixed(1) ?? 'never', failed]);
}
plot.table('canary', {
  columns: ['error rate', 'rolled back after (s)', 'failed requests'],
  rows: canaries,
  caption: `Old version: ${stableErrorRate}. Test length: 20 s.`,
});

/** One run after a pause: a program that never pauses is stopped. */
async function simulate(service: Parameters<typeof serve>[0]) {
  await new Promise((resolve) => setTimeout(resolve));
  return serve(service);
}

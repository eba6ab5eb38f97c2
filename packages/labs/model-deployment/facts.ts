import {
  burstyArrivals,
  poissonArrivals,
} from '@runnable-guide/algorithms/arrivals';
import { mg1, mmc, mmcQuantile } from '@runnable-guide/algorithms/queueing';
import {
  exponentialTime,
  linearTime,
  type ServingOptions,
  serve,
} from '@runnable-guide/algorithms/serving';
import {
  reportOf,
  timeAverage,
} from '@runnable-guide/algorithms/serving-report';
import { worked } from './worked.ts';

const rate = 560;
const bursts = {
  calmRate: 0.8 * rate,
  burstRate: 2 * rate,
  calmTime: 1000,
  burstTime: 200,
};
const steady = poissonArrivals(rate, 15_000, 1);
const bursty = burstyArrivals(bursts, 15_000, 1);

/** The lab's run with some of its constants changed. */
function run(
  replicas: number,
  maxSize: number,
  maxWait = 0,
  changes: Partial<ServingOptions> = {},
) {
  const options = {
    arrivals: steady,
    batching: { maxSize, maxWait },
    serviceTime: linearTime(40, 4),
    replicas,
    seed: 1,
  };
  return serve({ ...options, ...changes });
}

function p99(...settings: Parameters<typeof run>): string {
  return ms(reportOf(run(...settings), 2).p99);
}

const ms = (time: number) => `${time.toFixed(0)}`;
const percent = (share: number, digits = 0) =>
  `${(100 * share).toFixed(digits)}%`;
const dollars = (amount: number) => amount.toFixed(4);

const start = reportOf(run(6, 8), 2);
const best = reportOf(run(4, 16), 2);
const littleRun = run(6, 8);
const overload = { arrivals: poissonArrivals(760, 15_000, 1) };
const shed = reportOf(run(4, 16, 0, { ...overload, queueLimit: 40 }), 2);
const slow = { arrivals: poissonArrivals(40, 2000, 1) };
const shared = reportOf(
  serve({
    arrivals: poissonArrivals(14, 40_000, 1),
    batching: { maxSize: 1, maxWait: 0 },
    serviceTime: exponentialTime(50),
    replicas: 1,
  }),
  2,
);

export const facts: Readonly<Record<string, string>> = {
  ...worked,
  ...batchFacts(),
  ...queueFacts(),
  ...gridFacts(),
  startP99: ms(start.p99),
  startUtilisation: percent(start.utilisation, 1),
  startCost: dollars(start.costPer1000),
  startBatch: start.meanBatchSize.toFixed(1),
  startInFlight: timeAverage(
    littleRun.moments,
    (m) => m.queueLength + m.inService,
  ).toFixed(1),
  startThroughput: start.throughput.toFixed(0),
  startLatency: start.meanLatency.toFixed(1),
  saving: percent(1 - best.costPer1000 / start.costPer1000),
  wait40: p99(4, 16, 40),
  waitBatch0: best.meanBatchSize.toFixed(1),
  waitBatch40: reportOf(run(4, 16, 40), 2).meanBatchSize.toFixed(1),
  burstyR4: p99(4, 16, 0, { arrivals: bursty }),
  burstyR6B16: p99(6, 16, 0, { arrivals: bursty }),
  burstyR7: p99(7, 16, 0, { arrivals: bursty }),
  slowDynamic: p99(4, 16, 20, slow),
  slowStatic: p99(4, 16, Infinity, slow),
  overloadP99: p99(4, 16, 0, overload),
  shedP99: ms(shed.p99),
  shedRefused: percent(shed.refused),
  shedThroughput: shed.throughput.toFixed(0),
  simulatedMean: shared.meanLatency.toFixed(1),
  formulaMean: (mmc(14, 20).latency * 1000).toFixed(1),
  simulatedP99: ms(shared.p99),
  formulaP99: ms(mmcQuantile(0.99, 14, 20) * 1000),
};

/** Time for a batch and throughput of one replica, by batch size. */
function batchFacts(): Record<string, string> {
  const time = (size: number) => 40 + 4 * size;
  const perSecond = (size: number) => (1000 * size) / time(size);
  const sizes = [1, 8, 16, 32, 64];
  return {
    ...Object.fromEntries(sizes.map((b) => [`time${b}`, `${time(b)}`])),
    ...Object.fromEntries(
      sizes.map((b) => [`rate${b}`, perSecond(b).toFixed(0)]),
    ),
    ceiling: (1000 / 4).toFixed(0),
    slower1To8: percent(time(8) / time(1) - 1),
    faster1To8: (perSecond(8) / perSecond(1)).toFixed(1),
    slower16To64: (time(64) / time(16)).toFixed(1),
    faster16To64: percent(perSecond(64) / perSecond(16) - 1),
    capacity: (4 * perSecond(16)).toFixed(0),
    least8: (rate / perSecond(8)).toFixed(2),
  };
}

/** The closed forms for a mean service time of 50 ms: rates per second. */
function queueFacts(): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const load of [50, 70, 80, 90, 95, 99]) {
    const arrivals = (20 * load) / 100;
    const { latency, inFlight } = mmc(arrivals, 20);
    facts[`mm1InFlight${load}`] = inFlight.toFixed(2);
    facts[`mm1Mean${load}`] = ms(1000 * latency);
    facts[`mm1Median${load}`] = ms(1000 * mmcQuantile(0.5, arrivals, 20));
    facts[`mm1P99At${load}`] = ms(1000 * mmcQuantile(0.99, arrivals, 20));
  }
  for (const servers of [4, 16]) {
    const quantile = mmcQuantile(0.99, 18 * servers, 20, servers);
    facts[`pooled${servers}`] = ms(1000 * quantile);
  }
  for (const variation of [0, 1, 4]) {
    facts[`wait${variation}Variation`] = ms(1000 * mg1(16, 20, variation).wait);
  }
  const most = 20 - Math.log(100);
  facts['mostArrivals'] = most.toFixed(2);
  facts['mostLoad'] = percent(most / 20);
  return facts;
}

/** p99 of Poisson traffic by replicas and batch size, and the cost. */
function gridFacts(): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const replicas of [3, 4, 5, 6]) {
    for (const size of [8, 12, 16, 24, 32]) {
      facts[`p99R${replicas}B${size}`] = p99(replicas, size);
    }
    const { costPer1000 } = reportOf(run(replicas, 16), 2);
    facts[`costR${replicas}`] = dollars(costPer1000);
  }
  return facts;
}

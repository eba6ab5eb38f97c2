import {
  poissonArrivals,
  steppedArrivals,
} from '@runnable-guide/algorithms/arrivals';
import { shouldRollBack, type Tally } from '@runnable-guide/algorithms/canary';
import { createRandom } from '@runnable-guide/algorithms/random';
import {
  linearTime,
  type ServingOptions,
  type ServingRun,
  serve,
} from '@runnable-guide/algorithms/serving';
import { reportOf } from '@runnable-guide/algorithms/serving-report';

const server = {
  batching: { maxSize: 16, maxWait: 20 },
  serviceTime: linearTime(40, 4),
  coldStart: 30_000,
};
const autoscaler = { target: 24, min: 2, max: 6, interval: 5000, patience: 6 };
const queueLimit = 60;
const surge = steppedArrivals([
  { rate: 140, duration: 30_000 },
  { rate: 420, duration: 60_000 },
  { rate: 140, duration: 40_000 },
]);

function surged(changes: Partial<ServingOptions>): ServingRun {
  return serve({ ...server, arrivals: surge, replicas: 2, ...changes });
}

const fixed = surged({});
const limited = surged({ queueLimit });
const scaled = surged({ autoscaler });
const both = surged({ autoscaler, queueLimit });
const warm = surged({ autoscaler, coldStart: 2000 });
const reports = {
  fixed: reportOf(fixed, 2),
  limited: reportOf(limited, 2),
  scaled: reportOf(scaled, 2),
  both: reportOf(both, 2),
  warm: reportOf(warm, 2),
};

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

export const facts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(reports).flatMap(([name, report]) => [
      [`${name}P99`, report.p99.toFixed(0)],
      [`${name}Refused`, percent(report.refused)],
      [`${name}Cost`, report.costPer1000.toFixed(4)],
    ]),
  ),
  fixedPeak: `${peak(fixed)}`,
  scaledPeak: `${peak(scaled)}`,
  fixedCalm: calmAt(fixed),
  scaledCalm: calmAt(scaled),
  ...canaryFacts(),
  falseAlarm2: percent(falseAlarms(1.96)),
  falseAlarm4: percent(falseAlarms(4)),
};

/** The longest queue. */
function peak({ moments }: ServingRun): number {
  return Math.max(...moments.map(({ queueLength }) => queueLength));
}

/** The last second in which more than one full batch waited. */
function calmAt({ moments }: ServingRun): string {
  const last = moments.findLast(({ queueLength }) => queueLength > 16);
  return ((last?.time ?? 0) / 1000).toFixed(0);
}

function canaryFacts(): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const rate of [0.5, 1, 2, 5]) {
    const { rolledBackAt } = serve({
      ...server,
      arrivals: poissonArrivals(300, 6000),
      replicas: 4,
      canary: {
        stableErrorRate: 0.005,
        canaryErrorRate: rate / 100,
        minRequests: 100,
        maxScore: 4,
      },
    });
    if (rolledBackAt !== null) {
      facts[`rolledBack${rate}`] = (rolledBackAt / 1000).toFixed(1);
    }
  }
  return facts;
}

/**
 * Share of 400 canaries as good as the old version (0.5% errors) that are
 * given up within 4000 requests, if the score is looked at after every 10.
 */
function falseAlarms(maxScore: number): number {
  const random = createRandom(7);
  const rules = {
    stableErrorRate: 0.005,
    canaryErrorRate: 0.005,
    minRequests: 100,
    maxScore,
  };
  const answer = (tally: Tally) => {
    tally.answered += 1;
    if (random() < 0.005) tally.failed += 1;
  };
  let alarms = 0;
  for (let trial = 0; trial < 400; trial++) {
    const stable = { answered: 0, failed: 0 };
    const canary = { answered: 0, failed: 0 };
    for (let count = 1; count <= 4000; count++) {
      answer(canary);
      for (let i = 0; i < 3; i++) answer(stable);
      if (count % 10 > 0 || !shouldRollBack(stable, canary, rules)) continue;
      alarms += 1;
      break;
    }
  }
  return alarms / 400;
}

import { rowsOf } from '@runnable-guide/algorithms/flat-matrix';
import { kMeans } from '@runnable-guide/algorithms/k-means';
import { kMeansFast } from '@runnable-guide/algorithms/k-means-fast';
import { kMeansFlat } from '@runnable-guide/algorithms/k-means-flat';
import { race } from '@runnable-guide/algorithms/race';
import { plot } from 'plot';
import { blobs } from './blobs.ts';

// Change these and run again.
const n = 2000; // points
const d = 8; // dimensions
const k = 16; // clusters
const spread = 2; // of a group, in a cube of side 20
const rounds = 3;

const points = blobs(n, d, k, spread);
const rows = rowsOf(points);
const initialCentroids = rows.slice(0, k);
const options = { k, initialCentroids, maxIterations: 20 };

const readable = kMeans(rows, options);
await pause();
const fast = kMeansFast(points, options);
const flat = kMeansFlat(points, options);
const same = [fast, flat].every(
  ({ labels, inertia, iterationCount }) =>
    inertia === readable.inertia &&
    iterationCount === readable.iterationCount &&
    labels.every((label, index) => label === readable.labels[index]),
);
console.log(`same labels, same inertia to the last bit: ${same}`);
console.log(`inertia ${readable.inertia.toFixed(3)}`);
const all = flat.distanceCount;
console.log(`distances, readable and flat: ${all}`);
console.log(`distances, fast: ${fast.distanceCount}`);

await pause();
const times = await race(
  [
    () => kMeans(rows, options),
    () => kMeansFlat(points, options),
    () => kMeansFast(points, options),
  ],
  rounds,
  () => performance.now(),
  pause,
);
const [slowest = 0] = times;
const isMeasured = slowest > 0;
const inMs = (ms: number) => (ms < 0.05 ? '< 0.1' : ms.toFixed(1));
plot.table('times', {
  columns: ['edition', 'distances', 'ms', 'times as fast'],
  rows: [
    ['readable', all],
    ['flat', all],
    ['flat, with bounds', fast.distanceCount],
  ].map(([edition = '', distances = 0], index) => {
    const ms = times[index] ?? 0;
    const ratio = slowest / Math.max(ms, 0.05);
    return isMeasured
      ? [edition, distances, inMs(ms), ratio.toFixed(1)]
      : [edition, distances, '–', '–'];
  }),
  caption: isMeasured
    ? `Measured on this machine: median of ${rounds} rounds.`
    : 'Press Run to measure the times on your own machine.',
});

await pause();
// How many distances the bounds save depends on the data, not the machine.
const spreads = [1, 4, 12];
plot.line('distances', {
  series: spreads.map((each) => ({
    name: `spread ${each}`,
    points: sharesByIteration(each),
  })),
  xLabel: 'iteration',
  yLabel: 'distances computed, %',
  dots: true,
  caption:
    'The less the centroids move, the fewer distances the bounds leave to ' +
    'compute; where the groups overlap, they leave more.',
});

/** Of each iteration alone: a run of one more, less the run before. */
function sharesByIteration(each: number): [number, number][] {
  const table = blobs(Math.ceil(n / 2), d, k, each);
  const starts = rowsOf(table).slice(0, k);
  const run = (iterations: number) =>
    kMeansFast(table, {
      k,
      initialCentroids: starts,
      maxIterations: iterations,
    });
  const shares: [number, number][] = [];
  let { distanceCount: before, converged: ended } = run(1);
  for (let iteration = 2; iteration <= 12 && !ended; iteration++) {
    const { distanceCount, converged } = run(iteration);
    shares.push([
      iteration,
      (100 * (distanceCount - before)) / (table.rows * k),
    ]);
    before = distanceCount;
    ended = converged;
  }
  return shares;
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

import type { FlatClustering } from '@runnable-guide/algorithms/flat-clustering';
import { rowsOf } from '@runnable-guide/algorithms/flat-matrix';
import { kMeans } from '@runnable-guide/algorithms/k-means';
import { kMeansFast } from '@runnable-guide/algorithms/k-means-fast';
import { kMeansFlat } from '@runnable-guide/algorithms/k-means-flat';
import { blobs } from './data.ts';
import { expectClose, exponent, race, report, reportSteps } from './measure.ts';
import { loadMlKMeans } from './peers.ts';
import { runScikit } from './scikit.ts';
import { kMeansByFours } from './steps/k-means.ts';

const maxIterations = 10;

export async function benchKMeans(): Promise<void> {
  await compare(20_000, 16, 32, 3);
  await compare(100_000, 2, 8, 2);
  await compare(20_000, 16, 32, 100);
  stepByStep(20_000, 16, 32, 3);
  stepByStep(100_000, 2, 8, 2);
  growth();
}

async function compare(n: number, d: number, k: number, spread: number) {
  const { kmeans } = await loadMlKMeans();
  const points = blobs(n, d, k, spread);
  const rows = rowsOf(points);
  const initialCentroids = rows.slice(0, k);
  const options = { k, initialCentroids, maxIterations };
  const peer = {
    initialization: initialCentroids,
    maxIterations,
    tolerance: 0,
  };

  const fast = kMeansFast(points, options);
  const [theirs] = kmeans(rows, k, peer).centroids[0] ?? [];
  expectClose('ml-kmeans', theirs ?? 0, fast.centroids.values[0] ?? 0, 1e-9);
  const timings = race([
    { name: 'kMeansFast, typed array', run: () => kMeansFast(points, options) },
    { name: 'kMeansFast, arrays', run: () => kMeansFast(rows, options) },
    { name: 'kMeansFlat', run: () => kMeansFlat(points, options) },
    { name: 'kMeans, readable', run: () => kMeans(rows, options), rounds: 1 },
    { name: 'ml-kmeans', run: () => kmeans(rows, k, peer), rounds: 3 },
  ]);
  const task = { kind: 'k-means', k, iterations: maxIterations };
  const scikit = runScikit(points, task);
  if (scikit !== undefined) {
    expectClose('scikit-learn', scikit.inertia ?? 0, fast.inertia, 1e-9);
    const name = `scikit-learn ${scikit.version}, one thread`;
    timings.push({ name, ms: scikit.ms });
  }
  const share = fast.distanceCount / (n * k * (maxIterations + 1));
  const overlap = spread > 50 ? ', no clusters in the data' : '';
  report(
    `k-means: ${n} × ${d}, k = ${k}, ${maxIterations} iterations${overlap}; ` +
      `kMeansFast computes ${(100 * share).toFixed(0)} % of the distances`,
    timings,
  );
}

function stepByStep(n: number, d: number, k: number, spread: number): void {
  const points = blobs(n, d, k, spread);
  const rows = rowsOf(points);
  const options = { k, initialCentroids: rows.slice(0, k), maxIterations };
  reportSteps(`k-means: ${n} × ${d}, k = ${k}, ${maxIterations} iterations`, [
    { name: 'readable', run: () => kMeans(rows, options), rounds: 3 },
    { name: 'flat', run: () => plain(kMeansFlat(points, options)) },
    {
      name: 'four at a time',
      run: () => plain(kMeansByFours(points, options)),
    },
    { name: 'bounds', run: () => plain(kMeansFast(points, options)) },
  ]);
}

/** What the readable edition returns. */
function plain({ distanceCount, centroids, labels, ...rest }: FlatClustering) {
  const lists = { centroids: rowsOf(centroids), labels: Array.from(labels) };
  return { ...lists, ...rest };
}

function growth(): void {
  const points = [1_000, 10_000, 100_000, 1_000_000].map((size) => {
    const table = blobs(size, 2, 8, 2);
    const initialCentroids = rowsOf({
      ...table,
      rows: 8,
      values: table.values.subarray(0, 16),
    });
    const options = { k: 8, initialCentroids, maxIterations };
    const run = () => kMeansFast(table, options);
    const [timing] = race([{ name: '', run, rounds: size > 1e5 ? 3 : 7 }]);
    return { size, ms: timing?.ms ?? Number.NaN };
  });
  reportGrowth('k-means, n × 2, k = 8', points);
}

export function reportGrowth(
  title: string,
  points: { size: number; ms: number }[],
): void {
  const list = points.map(({ size, ms }) => `${size}: ${ms.toFixed(1)} ms`);
  console.log(
    `\n${title}: time grows as n^${exponent(points).toFixed(2)} ` +
      `(${list.join(', ')})`,
  );
}

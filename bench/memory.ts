import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { growTreeFast } from '@runnable-guide/algorithms/decision-tree-fast';
import { rowsOf } from '@runnable-guide/algorithms/flat-matrix';
import { kMeans } from '@runnable-guide/algorithms/k-means';
import { kMeansFast } from '@runnable-guide/algorithms/k-means-fast';
import { blobs, classes } from './data.ts';
import { loadMlKMeans } from './peers.ts';

const k = 32;
const maxIterations = 10;

/** Each task prepares its data and returns the work to be measured. */
const tasks: Record<string, () => Promise<() => unknown>> = {
  'kMeansFast, 20000 × 16, k = 32': async () => {
    const points = blobs(20_000, 16, k, 3);
    const initialCentroids = rowsOf(points).slice(0, k);
    return () => kMeansFast(points, { k, initialCentroids, maxIterations });
  },
  'kMeans, readable': async () => {
    const rows = rowsOf(blobs(20_000, 16, k, 3));
    const initialCentroids = rows.slice(0, k);
    return () => kMeans(rows, { k, initialCentroids, maxIterations });
  },
  'ml-kmeans': async () => {
    const { kmeans } = await loadMlKMeans();
    const rows = rowsOf(blobs(20_000, 16, k, 3));
    const initialization = rows.slice(0, k);
    return () =>
      kmeans(rows, k, { initialization, maxIterations, tolerance: 0 });
  },
  'growTreeFast, 100000 × 8, depth 10': async () => {
    const { table, labels } = classes(100_000, 8);
    return () => growTreeFast(table, labels, { maxDepth: 10 });
  },
};

/** A fresh process for each task: by how much the work raises its peak. */
export async function benchMemory(): Promise<void> {
  console.log('\npeak memory beyond the data');
  for (const name of Object.keys(tasks)) {
    const script = fileURLToPath(import.meta.url);
    const { stdout } = spawnSync(
      process.execPath,
      ['--expose-gc', script, name],
      {
        encoding: 'utf8',
      },
    );
    console.log(`  ${name.padEnd(44)}${stdout.trim().padStart(10)}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const work = await tasks[process.argv[2] ?? '']?.();
  globalThis.gc?.();
  const before = process.resourceUsage().maxRSS;
  work?.();
  const grown = process.resourceUsage().maxRSS - before;
  console.log(`${(grown / 1024).toFixed(1)} MB`);
}

import { growTree, type Tree } from '@runnable-guide/algorithms/decision-tree';
import { growTreeFast } from '@runnable-guide/algorithms/decision-tree-fast';
import { race } from '@runnable-guide/algorithms/race';
import { createRandom, normal } from '@runnable-guide/algorithms/random';
import { plot } from 'plot';

// Change these and run again.
const n = 1000; // rows
const d = 6; // features, at least 3
const maxDepth = 10;
const rounds = 3;

// Two classes that no single feature tells apart, with some noise.
const random = createRandom(2);
const rows = Array.from({ length: n }, () =>
  Array.from({ length: d }, () => normal(random)),
);
const labels = rows.map(([a = 0, b = 0, c = 0]) =>
  a * b + c + normal(random) / 2 > 0 ? 1 : 0,
);

const readable = growTree(rows, labels, { maxDepth });
await pause();
const fast = growTreeFast(rows, labels, { maxDepth });
const same = JSON.stringify(readable) === JSON.stringify(fast);
console.log(`the same tree, to the last bit of each threshold: ${same}`);

await pause();
const [slow = 0, quick = 0] = await race(
  [
    () => growTree(rows, labels, { maxDepth }),
    () => growTreeFast(rows, labels, { maxDepth }),
  ],
  rounds,
  () => performance.now(),
  pause,
);
const isMeasured = slow > 0;
const inMs = (ms: number) => (ms < 0.05 ? '< 0.1' : ms.toFixed(1));
const sorted = sortedByDepth(readable);
const total = sorted.at(-1)?.[1] ?? 0;
plot.table('times', {
  columns: ['edition', 'numbers sorted', 'ms', 'times as fast'],
  rows: isMeasured
    ? [
        ['readable', total, inMs(slow), '1.0'],
        [
          'sorted once',
          n * d,
          inMs(quick),
          (slow / Math.max(quick, 0.05)).toFixed(1),
        ],
      ]
    : [
        ['readable', total, '–', '–'],
        ['sorted once', n * d, '–', '–'],
      ],
  caption: isMeasured
    ? `Measured on this machine: median of ${rounds} rounds.`
    : 'Press Run to measure the times on your own machine.',
});

plot.line('sorting', {
  series: [
    { name: 'readable', points: sorted },
    { name: 'sorted once', points: sorted.map(([depth]) => [depth, n * d]) },
  ],
  xLabel: 'depth of the tree',
  yLabel: 'numbers sorted so far',
  dots: true,
  caption:
    'The readable edition sorts again in every node, about all rows on each ' +
    'level; the fast one sorts before the root and then only divides.',
});

/** The readable edition sorts each feature of every node that may split. */
function sortedByDepth(root: Tree): [number, number][] {
  const points: [number, number][] = [];
  let level = [root];
  let count = 0;
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    for (const { counts } of level) {
      const size = counts.reduce((sum, each) => sum + each, 0);
      if (size > 1) count += d * size;
    }
    points.push([depth, count]);
    level = level.flatMap((node) =>
      node.kind === 'branch' ? [node.left, node.right] : [],
    );
  }
  return points;
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

import { kMeansSteps } from '@runnable-guide/algorithms/k-means';
import { plot } from 'plot';

type Point = [x: number, y: number];
const points: Point[] = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4],
  [4, 4],
  [4, 5],
];
const labels = [0, 0, 0, 0, 1, 1, 1, 1];

// The slip: the whole list is compared with a number. The answer is one
// boolean, not one per point. (`unknown` stands for a language without types;
// TypeScript refuses to compare number[] with 0.)
const slip = (labels as unknown) === 0;
const intended = labels.map((label) => label === 0);
console.log('whole list === 0:', slip);
console.log('label by label  :', intended);

/** NumPy's rule for a mask: one boolean selects everything or nothing. */
function select(mask: boolean | boolean[]): Point[] {
  return points.filter((_, i) => (Array.isArray(mask) ? mask[i] : mask));
}

/** The mean of no points is 0 / 0, and that is NaN. */
function mean(members: Point[]): Point {
  const sumX = members.reduce((sum, [x]) => sum + x, 0);
  const sumY = members.reduce((sum, [, y]) => sum + y, 0);
  return [sumX / members.length, sumY / members.length];
}

console.log('points selected :', select(slip).length, 'instead of 4');
console.log('their mean      :', mean(select(slip)));
console.log('intended mean   :', mean(select(intended)));

// "Repeat until nothing moves" can never come true: NaN differs from itself.
// The cap is what such a loop needs; without it this program would not end.
const cap = 6;
let centroid: Point = [1, 1];
const passes: (string | number | boolean)[][] = [];
for (let pass = 1; pass <= cap; pass++) {
  const [x, y] = centroid;
  centroid = mean(select(slip));
  const settled = centroid[0] === x && centroid[1] === y;
  passes.push([pass, `(${centroid.join(', ')})`, settled]);
  if (settled) break;
}
plot.table('broken', {
  columns: ['pass', 'centroid', 'settled'],
  rows: passes,
  caption: `Ended by the cap of ${cap} passes, not by its own condition.`,
});

const initialCentroids: Point[] = [
  [1, 1],
  [4, 5],
];
for (const step of kMeansSteps(points, { k: 2, initialCentroids })) {
  const { iteration, inertia, centroids, converged } = step;
  console.log('corrected:', { iteration, inertia, converged });
  plot.scatter('corrected', {
    points,
    labels: step.labels,
    centroids,
    links: true,
    caption: `Iteration ${iteration}: inertia ${inertia.toFixed(2)}.`,
  });
}

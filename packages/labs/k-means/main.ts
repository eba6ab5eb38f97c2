import { kMeans, kMeansSteps } from '@runnable-guide/algorithms/k-means';
import { plot } from 'plot';

// Change these and run again.
const k = 2;
const initialCentroids = [
  [1, 1],
  [1, 2],
];
const points = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4],
  [4, 4],
  [4, 5],
];

const inertias: [number, number][] = [];
let labels = points.map(() => -1);

for (const step of kMeansSteps(points, { k, initialCentroids })) {
  const { iteration, centroids, inertia } = step;
  const event = iteration === 0 ? 'initial centroids' : 'the centroids move';
  plot.scatter('clusters', {
    points,
    labels,
    centroids,
    caption: `Iteration ${iteration}: ${event}.`,
  });
  labels = step.labels;
  plot.scatter('clusters', {
    points,
    labels,
    centroids,
    links: true,
    caption: `Iteration ${iteration}: inertia ${inertia.toFixed(3)}.`,
  });
  inertias.push([iteration, inertia]);
  console.log(`iteration ${iteration}: labels ${labels.join(' ')}`);
  if (step.converged) console.log('No label has changed: converged.');
}

plot.line('inertia', {
  series: [{ name: 'inertia', points: inertias }],
  xLabel: 'iteration',
  yLabel: 'inertia',
  dots: true,
  caption: 'Inertia falls in every iteration until the labels stay the same.',
});

// The result depends on the start. Other seeds may end in a better minimum.
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
console.table(
  seeds.map((seed) => {
    const { inertia, iterationCount, labels } = kMeans(points, { k, seed });
    return { seed, inertia, iterationCount, labels: labels.join(' ') };
  }),
);

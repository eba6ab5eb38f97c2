import type { Mistake } from '../../mistake.ts';

const byHand = 'goes through the states worked out by hand';

const withoutRepair = [
  'return fillEmptyClusters(points, ownCentroids, labels);',
  `const inertia = points.reduce((total, point, i) => {
    const centroid = at(ownCentroids, at(labels, i));
    return total + squaredDistance(point, centroid);
  }, 0);
  return { centroids: ownCentroids, labels, inertia };`,
] as const;

const distances =
  'argMin(centroids.map((centroid) => squaredDistance(point, centroid)))';

export const mistakes: Readonly<Record<string, Mistake>> = {
  'the sum instead of the mean': {
    edits: [['columnMeans', 'columnSums']],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'the whole list of labels compared with a number': {
    edits: [
      [
        '(_, index) => labels[index] === cluster',
        '() => (labels as unknown) === cluster',
      ],
    ],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'labels off by one': {
    edits: [['labels[index] === cluster', 'labels[index] === cluster + 1']],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'the farthest centroid': {
    edits: [['argMin', 'argMax']],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'the last centroid on a tie': {
    edits: [
      [
        distances,
        `centroids
          .map((centroid) => squaredDistance(point, centroid))
          .reduce((best, d, i, all) => (d <= at(all, best) ? i : best), 0)`,
      ],
    ],
    test: 'gives a point between two centroids to the first one',
    file: 'k-means.test.ts',
  },
  'distance along the first coordinate only': {
    edits: [
      [
        distances,
        'argMin(centroids.map((c) => Math.abs(at(point, 0) - at(c, 0))))',
      ],
    ],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'no rule for empty clusters': {
    edits: [withoutRepair],
    test: 'is filled when there are fewer different points than clusters',
    file: 'empty-clusters.test.ts',
  },
  'an empty cluster keeps its centroid': {
    edits: [
      withoutRepair,
      ['centroids.map((_, cluster) =>', 'centroids.map((old, cluster) =>'],
      [
        'columnMeans(points',
        '!labels.includes(cluster) ? old : columnMeans(points',
      ],
    ],
    test: 'is filled again when it empties in the middle of a run',
    file: 'empty-clusters.test.ts',
  },
  'the squared move compared with the tolerance': {
    edits: [['Math.sqrt(Math.max(...moves))', 'Math.max(...moves)']],
    test: 'when no centroid moves farther than the tolerance',
    file: 'k-means-input.test.ts',
  },
  'one iteration too few': {
    edits: [['iteration <= maxIterations', 'iteration < maxIterations']],
    test: 'after maxIterations and says that it has not converged',
    file: 'k-means-input.test.ts',
  },
  'two arrays compared with ===': {
    edits: [
      [
        'current.labels.every((l, i) => l === previous.labels[i])',
        'current.labels === previous.labels',
      ],
    ],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'unchanged labels do not end the loop': {
    edits: [['unchanged || largestMove', 'largestMove']],
    test: byHand,
    file: 'k-means.test.ts',
  },
  'the first assignment is not a step': {
    edits: [['yield { iteration: 0, ...current, converged: false };', '']],
    test: byHand,
    file: 'k-means.test.ts',
  },
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growTree } from '../src/decision-tree.ts';
import { growTreeFast } from '../src/decision-tree-fast.ts';
import type { FlatClustering } from '../src/flat-clustering.ts';
import { flatten, rowsOf } from '../src/flat-matrix.ts';
import { type KMeansOptions, kMeans } from '../src/k-means.ts';
import { kMeansFast } from '../src/k-means-fast.ts';
import { kMeansFlat } from '../src/k-means-flat.ts';
import { createNetwork, train } from '../src/neural-network.ts';
import { trainFast } from '../src/neural-network-fast.ts';
import {
  architectures,
  clouds,
  drawInputs,
  drawTargets,
  labelled,
  permutation,
  runs,
  treeOptions,
} from './arbitraries.ts';
import { kMeansCases, treeCases } from './golden.ts';

// "The same" is meant to the last bit: no comparison here has a tolerance.

const editions = { kMeansFlat, kMeansFast };

/** Points on a small grid: ties, equal points, empty clusters. */
const grids = fc
  .record({
    points: fc.integer({ min: 1, max: 3 }).chain((d) => {
      const value = fc.integer({ min: 0, max: 4 });
      const point = fc.array(value, { minLength: d, maxLength: d });
      return fc.array(point, { minLength: 1, maxLength: 30 });
    }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
    seeding: fc.constantFrom('random', 'k-means++'),
    startsAtOnePoint: fc.boolean(),
    maxIterations: fc.integer({ min: 1, max: 20 }),
    tolerance: fc.constantFrom(0, 0.5),
  })
  .map(({ points, share, startsAtOnePoint, ...options }) => {
    const k = 1 + Math.round(share * Math.min(points.length - 1, 9));
    // All centroids on one point: every cluster but the first is empty.
    const same = Array.from({ length: k }, () => points[0] ?? []);
    const start = startsAtOnePoint ? { initialCentroids: same } : {};
    return { points, options: { k, ...options, ...start } };
  });

describe.each(Object.entries(editions))('%s', (_, cluster) => {
  it('clusters points in general position as kMeans does', () => {
    fc.assert(
      fc.property(clouds, ({ points, initialCentroids, k }) => {
        const options = { k, initialCentroids };
        const result = cluster(points, options);
        expect(plain(result)).toEqual(kMeans(points, options));
      }),
      runs,
    );
  });

  it('breaks ties and fills empty clusters as kMeans does', () => {
    fc.assert(
      fc.property(grids, ({ points, options }) => {
        const result = cluster(points, options);
        expect(plain(result)).toEqual(kMeans(points, options));
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it.each(kMeansCases())('does so with $table, $name', (golden) => {
    const { points, initialCentroids } = golden;
    const options = { k: initialCentroids.length, initialCentroids };
    const result = cluster(flatten('points', points), options);
    expect(plain(result)).toEqual(kMeans(points, options));
  });

  it.each<[string, number[][], Partial<KMeansOptions>]>([
    ['points', [[1], [Number.NaN]], {}],
    ['k', [[1]], { k: 2 }],
    ['seeding', [[1]], { seeding: 'best' as never }],
    ['maxIterations', [[1]], { maxIterations: 0 }],
    ['tolerance', [[1]], { tolerance: -1 }],
    ['initialCentroids', [[1]], { initialCentroids: [[1, 2]] }],
  ])('names the argument that it refuses: %s', (name, points, options) => {
    const call = () => cluster(points, { k: 1, ...options });
    expect(call).toThrow(new RegExp(`^${name}\\b`));
  });
});

describe('kMeansFast', () => {
  it('asks for the distances that its bounds leave open, and no others', () => {
    // Half the gaps are 5, 5, 10. First 3 distances between the centroids;
    // 0 and 1 are within 5 of the first one: one distance each; the other
    // four points need that and all three. Then all centroids move by 1/2,
    // which leaves every bound apart: 3 distances.
    const apart = [[0], [1], [10], [11], [30], [31]];
    const three = { k: 3, initialCentroids: [[0], [10], [30]] };
    expect(kMeansFast(apart, three).distanceCount).toBe(3 + 2 + 4 * 4 + 3);
    // The first centroid moves from 8 to 4, the other one not at all. So the
    // distance from 0 to that one is 14 as before, more than 8 + 4.
    const near = [[0], [8], [14]];
    const two = { k: 2, initialCentroids: [[8], [14]] };
    expect(kMeansFast(near, two).distanceCount).toBe(1 + 3 + 1 + 3 + 1);
  });

  it('asks for all distances of a point whose bounds touch', () => {
    // The point 0 is as much nearer to its centroid than to the other one as
    // the bounds leave aside. Each pass begins with the distance between the
    // centroids; the first asks for 1 + 2 distances for each point, and the
    // second, when nothing has moved, only for those of the point 0.
    const near = 1 - 1e-9;
    const points = [[0], [-2 * near], [1]];
    const initialCentroids = [[-near], [1]];
    const { distanceCount } = kMeansFast(points, { k: 2, initialCentroids });
    expect(distanceCount).toBe(1 + 3 * 3 + 1 + 3);
  });

  it.each([
    // Half-way between two centroids, but for a hair.
    { points: [[-1], [1e-10], [1]], starts: [[-1], [1]] },
    // The centroids move from 0 and 1000 to −600 and, but for a hair, to 600:
    // straight away from the point 0 and straight towards it.
    { points: [[-1200], [0], [600 - 1e-7]], starts: [[0], [1000]] },
  ])('sees a hair between two distances: $points', ({ points, starts }) => {
    const once = { k: 2, initialCentroids: starts, maxIterations: 1 };
    const result = kMeansFast(points, once);
    expect(result.labels[1]).toBe(1);
    expect(plain(result)).toEqual(kMeans(points, once));
  });

  it('computes fewer distances than there are pairs', () => {
    const { points, initialCentroids } = kMeansCases()[1] ?? fail();
    const options = { k: initialCentroids.length, initialCentroids };
    const fast = kMeansFast(points, options);
    const all = kMeansFlat(points, options);
    const passes = all.iterationCount + 1;
    expect(all.distanceCount).toBe(passes * points.length * options.k);
    expect(fast.distanceCount).toBeLessThan(all.distanceCount / 3);
    expect(fast.distanceCount).toBeGreaterThan(points.length * options.k);
  });

  it('leaves its arguments alone', () => {
    const { points, initialCentroids } = kMeansCases()[3] ?? fail();
    const flat = flatten('points', points);
    const copy = structuredClone({ flat, initialCentroids });
    kMeansFast(flat, { k: initialCentroids.length, initialCentroids });
    expect({ flat, initialCentroids }).toEqual(copy);
  });
});

describe('growTreeFast', () => {
  it('grows the tree of growTree', () => {
    const leasts = fc.constantFrom(0, 0.05, 0.2);
    fc.assert(
      fc.property(labelled, treeOptions, leasts, (data, rules, least) => {
        const { rows, labels } = data;
        const options = { ...rules, minImpurityDecrease: least };
        expect(growTreeFast(rows, labels, options)).toEqual(
          growTree(rows, labels, options),
        );
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it.each(treeCases())('does so with $table, $name', (golden) => {
    const { rows, labels, options } = golden;
    const tree = growTreeFast(flatten('rows', rows), labels, options);
    expect(tree).toEqual(growTree(rows, labels, options));
  });

  it('names the argument that it refuses', () => {
    expect(() => growTreeFast([], [])).toThrow(/^rows must/);
    expect(() => growTreeFast([[1]], [0, 1])).toThrow(/^labels must/);
  });

  it('divides two neighbours among the numbers, whose midpoint is one', () => {
    const next = 1 + Number.EPSILON;
    expect(growTreeFast([[1], [next]], [0, 1])).toMatchObject({
      kind: 'branch',
      left: { counts: [1, 0] },
      right: { counts: [0, 1] },
    });
  });

  it('grows to the end where nothing limits it', () => {
    const { rows, labels } = treeCases().at(-1) ?? fail();
    expect(growTreeFast(rows, labels)).toEqual(growTree(rows, labels));
  });
});

describe('trainFast', () => {
  const rates = fc.double({ min: 0.01, max: 0.5, noNaN: true });

  it('takes the steps of train', () => {
    fc.assert(
      fc.property(architectures, rates, fc.nat(), (options, rate, seed) => {
        const { layerSizes, batch } = options;
        const network = createNetwork(options);
        // Batches of every size up to all examples, and a shorter last one.
        const count = 1 + (seed % 11);
        const inputs = drawInputs(count, layerSizes[0] ?? 0, seed);
        const targets = drawTargets(count, layerSizes.at(-1) ?? 0, seed);
        const settings = {
          epochs: 3,
          learningRate: rate,
          batchSize: Math.min(batch, count),
          seed: permutation(100, seed)[0] ?? 0,
        };
        expect(trainFast(network, inputs, targets, settings)).toEqual(
          train(network, inputs, targets, settings),
        );
      }),
      runs,
    );
  });

  it('leaves the network that it starts from alone', () => {
    const network = createNetwork({ layerSizes: [2, 9, 3] });
    const copy = structuredClone(network);
    trainFast(network, drawInputs(8, 2, 1), drawTargets(8, 3, 1), {
      epochs: 2,
    });
    expect(network).toEqual(copy);
  });

  it('says when the steps are too long', () => {
    const network = createNetwork({
      layerSizes: [1, 2, 1],
      activation: 'relu',
      loss: 'mse',
      output: 'linear',
    });
    const inputs = [[3], [-4]];
    expect(() =>
      trainFast(network, inputs, inputs, { learningRate: 1e6 }),
    ).toThrow(/learningRate must be smaller/);
  });
});

function plain({ centroids, labels, ...rest }: FlatClustering) {
  const { distanceCount: _, ...result } = rest;
  return {
    ...result,
    centroids: rowsOf(centroids),
    labels: Array.from(labels),
  };
}

function fail(): never {
  throw new Error('The golden file has no such case.');
}

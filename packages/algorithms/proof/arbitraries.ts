import fc from 'fast-check';
import { createRandom, shuffle } from '../src/random.ts';

/** The same cases in every run, so that a failure can be repeated. */
export const runs = { seed: 1, numRuns: 200 };

export interface Cloud {
  points: number[][];
  initialCentroids: number[][];
  k: number;
}

/**
 * Points in general position, and some of them as centroids. No point is
 * equally far from two means, so that rounding decides nothing.
 */
export const clouds = fc
  .record({
    seed: fc.nat(),
    n: fc.integer({ min: 2, max: 40 }),
    d: fc.integer({ min: 1, max: 5 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ seed, n, d, share }): Cloud => {
    const random = createRandom(seed);
    const draw = () => 20 * random() - 10;
    const points = table(n, d, draw);
    const k = 1 + Math.round(share * Math.min(n - 1, 7));
    return { points, initialCentroids: points.slice(0, k), k };
  });

/** Rows of small integers, with labels: many ties, many equal rows. */
export const labelled = fc
  .record({
    d: fc.integer({ min: 1, max: 4 }),
    classCount: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ d, classCount }) => {
    const value = fc.integer({ min: -8, max: 8 });
    const row = fc.array(value, { minLength: d, maxLength: d });
    const label = fc.nat({ max: classCount - 1 });
    return fc.array(fc.tuple(row, label), { minLength: 2, maxLength: 40 });
  })
  .map((pairs) => ({
    rows: pairs.map(([row]) => row),
    labels: pairs.map(([, label]) => label),
  }));

export const treeOptions = fc.record({
  criterion: fc.constantFrom('gini', 'entropy'),
  maxDepth: fc.nat({ max: 6 }),
  minSamplesLeaf: fc.integer({ min: 1, max: 4 }),
  minSamplesSplit: fc.integer({ min: 2, max: 6 }),
});

const kinds = [
  ['mse', 'sigmoid'],
  ['mse', 'linear'],
  ['cross-entropy', 'sigmoid'],
  ['cross-entropy', 'softmax'],
] as const;

/** Options of a network of one to four layers, and the size of a batch. */
export const architectures = fc
  .record({
    activation: fc.constantFrom('sigmoid', 'tanh', 'relu'),
    kind: fc.constantFrom(...kinds),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), {
      minLength: 1,
      maxLength: 4,
    }),
    outputs: fc.integer({ min: 2, max: 4 }),
    seed: fc.nat(),
    batch: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ activation, kind: [loss, output], sizes, outputs, seed, batch }) => {
    const layerSizes = [...sizes, outputs];
    return { activation, loss, output, layerSizes, seed, batch };
  });

/** Targets that suit every loss: each row has the sum 1. */
export function drawTargets(rows: number, columns: number, seed: number) {
  const random = createRandom(seed);
  return table(rows, columns, () => 0.1 + random()).map((row) => {
    const total = row.reduce((a, b) => a + b);
    return row.map((value) => value / total);
  });
}

export function drawInputs(rows: number, columns: number, seed: number) {
  const random = createRandom(seed);
  return table(rows, columns, () => 4 * random() - 2);
}

/** The numbers from 0 to n − 1 in a random order. */
export function permutation(n: number, seed: number): number[] {
  return shuffle([...Array(n).keys()], createRandom(seed));
}

function table(rows: number, columns: number, draw: () => number) {
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, draw),
  );
}

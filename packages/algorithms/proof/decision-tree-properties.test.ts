import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestSplit,
  growTree,
  predict,
  predictProbabilities,
  type Tree,
} from '../src/decision-tree.ts';
import { labelled, permutation, runs, treeOptions } from './arbitraries.ts';

// Rising on the integers from −8 to 8, and without rounding to equal values.
const rising: ((x: number) => number)[] = [
  (x) => 3 * x + 7,
  (x) => x ** 3,
  (x) => Math.exp(x),
  (x) => Math.atan(x),
];

describe('a decision tree', () => {
  it('predicts the same after rising transforms of its features', () => {
    const choice = fc.array(fc.constantFrom(...rising), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(labelled, treeOptions, choice, (data, options, changes) => {
        const { rows, labels } = data;
        const moved = rows.map((row) =>
          row.map((value, j) => changes[j]?.(value) ?? value),
        );
        const first = growTree(rows, labels, options);
        const second = growTree(moved, labels, options);
        expect(questionsOf(second)).toEqual(questionsOf(first));
        expect(predict(second, moved)).toEqual(predict(first, rows));
      }),
      runs,
    );
  });

  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(labelled, treeOptions, fc.nat(), (data, options, seed) => {
        const { rows, labels } = data;
        const order = permutation(rows.length, seed);
        const second = growTree(
          order.map((index) => rows[index] ?? []),
          order.map((index) => labels[index] ?? -1),
          options,
        );
        expect(second).toEqual(growTree(rows, labels, options));
      }),
      runs,
    );
  });

  it('gives probabilities from 0 to 1 with the sum 1', () => {
    fc.assert(
      fc.property(labelled, treeOptions, ({ rows, labels }, options) => {
        const tree = growTree(rows, labels, options);
        for (const shares of predictProbabilities(tree, rows)) {
          for (const share of shares) {
            expect(share).toBeGreaterThanOrEqual(0);
          }
          expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        }
      }),
      runs,
    );
  });

  it('never knows its own rows worse when it may be deeper', () => {
    fc.assert(
      fc.property(labelled, treeOptions, ({ rows, labels }, options) => {
        let before = 0;
        for (let maxDepth = 0; maxDepth <= 5; maxDepth++) {
          const tree = growTree(rows, labels, { ...options, maxDepth });
          const answers = predict(tree, rows);
          const right = answers.filter((answer, i) => answer === labels[i]);
          expect(right.length).toBeGreaterThanOrEqual(before);
          before = right.length;
        }
      }),
      runs,
    );
  });

  it('keeps its rules, and its gains add up', () => {
    fc.assert(
      fc.property(labelled, treeOptions, ({ rows, labels }, options) => {
        const tree = growTree(rows, labels, options);
        expect(depthOf(tree)).toBeLessThanOrEqual(options.maxDepth);
        let lost = 0;
        let left = 0;
        for (const node of nodesOf(tree)) {
          const size = sizeOf(node);
          if (node.kind === 'leaf') {
            expect(size).toBeGreaterThanOrEqual(
              node === tree ? 1 : options.minSamplesLeaf,
            );
            left += size * node.impurity;
          } else {
            expect(size).toBeGreaterThanOrEqual(options.minSamplesSplit);
            expect(sizeOf(node.left) + sizeOf(node.right)).toBe(size);
            expect(node.gain).toBeGreaterThan(0);
            lost += size * node.gain;
          }
        }
        expect(lost + left).toBeCloseTo(sizeOf(tree) * tree.impurity, 9);
      }),
      runs,
    );
  });
});

describe('bestSplit', () => {
  it('finds what a count of every pair of labels finds', () => {
    fc.assert(
      fc.property(labelled, fc.integer({ min: 1, max: 4 }), (data, least) => {
        const { rows, labels } = data;
        const split = bestSplit(rows, labels, { minSamplesLeaf: least });
        const gains = rows.flatMap((row) =>
          row.map((value, feature) => {
            const isLeft = rows.map((other) => (other[feature] ?? 0) <= value);
            return pairGain(labels, isLeft, least);
          }),
        );
        const best = Math.max(...gains);
        expect(split === null).toBe(best === Number.NEGATIVE_INFINITY);
        if (split === null) return;
        expect(split.gain).toBeCloseTo(best, 12);
        const { feature, threshold } = split;
        const isLeft = rows.map((row) => (row[feature] ?? 0) <= threshold);
        expect(pairGain(labels, isLeft, least)).toBeCloseTo(best, 12);
      }),
      runs,
    );
  });
});

/** By the definition: the share of pairs of rows whose labels differ. */
function pairGain(labels: number[], isLeft: boolean[], least: number): number {
  const left = labels.filter((_, index) => isLeft[index]);
  const right = labels.filter((_, index) => !isLeft[index]);
  if (Math.min(left.length, right.length) < least) {
    return Number.NEGATIVE_INFINITY;
  }
  const unlike = (list: number[]) =>
    list.flatMap((a) => list.filter((b) => a !== b)).length / list.length;
  return (unlike(labels) - unlike(left) - unlike(right)) / labels.length;
}

/** The shape of a tree: all but its thresholds. */
function questionsOf(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree;
  const { threshold: _, left, right, ...rest } = tree;
  return { ...rest, left: questionsOf(left), right: questionsOf(right) };
}

function nodesOf(tree: Tree): Tree[] {
  if (tree.kind === 'leaf') return [tree];
  return [tree, ...nodesOf(tree.left), ...nodesOf(tree.right)];
}

function depthOf(tree: Tree): number {
  if (tree.kind === 'leaf') return 0;
  return 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
}

function sizeOf({ counts }: Tree): number {
  return counts.reduce((a, b) => a + b);
}

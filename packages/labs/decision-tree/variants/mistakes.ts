import type { Mistake } from '../../mistake.ts';

const sixRows = 'make a tree of one leaf with the classes 4 : 2';
const iris = 'asks the questions that scikit-learn 1.2.1 asks';
const exact = 'gains as much as the best of all thresholds tried one by one';

/** Puts another `gini` in the place of the one that is re-exported. */
function withGini(body: string): [from: string, to: string] {
  return [
    "export { entropy, gini } from './impurity.ts';",
    `export { entropy } from './impurity.ts';
export function gini(labels: readonly number[]): number {
  const counts = countLabels(labels);
  ${body}
}`,
  ];
}

export const mistakes: Readonly<Record<string, Mistake>> = {
  'Gini without 1 −': {
    edits: [
      withGini('return sum(counts.map((n) => (n / labels.length) ** 2));'),
    ],
    test: 'of [0,0,0] is 0',
    file: 'impurity.test.ts',
  },
  'Gini without the square': {
    edits: [withGini('return 1 - sum(counts.map((n) => n / labels.length));')],
    test: 'of [0,1] is 0.5',
    file: 'impurity.test.ts',
  },
  'Gini with counts instead of shares': {
    edits: [withGini('return 1 - sum(counts.map((n) => n ** 2));')],
    test: 'of [0,1] is 0.5',
    file: 'impurity.test.ts',
  },
  'Gini divided by the number of classes': {
    edits: [
      withGini('return 1 - sum(counts.map((n) => (n / counts.length) ** 2));'),
    ],
    test: 'of [0,0,1] is 0.4444444444444444',
    file: 'impurity.test.ts',
  },
  'Gini of two classes only': {
    edits: [
      withGini(
        'const p = at(counts, 0) / labels.length; return 2 * p * (1 - p);',
      ),
      ['argMax, lastOf, sum', 'argMax, at, lastOf, sum'],
    ],
    test: 'of [0,1,2] is 0.6666666666666666',
    file: 'impurity.test.ts',
  },
  'the impurities of the sides added without weights': {
    edits: [
      [
        'split.gain > best.gain + roundingError',
        `split.left.impurity + split.right.impurity <
      best.left.impurity + best.right.impurity - roundingError`,
      ],
    ],
    test: exact,
    file: 'splits.test.ts',
  },
  'the purest side wins': {
    edits: [
      [
        'split.gain > best.gain + roundingError',
        `Math.min(split.left.impurity, split.right.impurity) <
      Math.min(best.left.impurity, best.right.impurity) - roundingError`,
      ],
    ],
    test: exact,
    file: 'splits.test.ts',
  },
  'the last split on a tie': {
    edits: [
      [
        'split.gain > best.gain + roundingError',
        'split.gain >= best.gain - roundingError',
      ],
    ],
    test: 'takes the lowest feature and threshold among equal gains',
    file: 'splits.test.ts',
  },
  'the smallest gain': {
    edits: [
      [
        'split.gain > best.gain + roundingError',
        'split.gain < best.gain - roundingError',
      ],
    ],
    test: exact,
    file: 'splits.test.ts',
  },
  'a threshold at a value instead of between two': {
    edits: [
      [
        'best = split;',
        `{
      const values = rows.map((row) => row[split.feature] ?? 0);
      const below = values.filter((value) => value <= split.threshold);
      best = { ...split, threshold: Math.max(...below) };
    }`,
      ],
    ],
    test: 'is petal length <= 2.45 on Iris and gains 1/3',
    file: 'splits.test.ts',
  },
  'only the first feature is tried': {
    edits: [
      [
        'candidateSplits(rows, labels, options)',
        'candidateSplits(rows.map((row) => row.slice(0, 1)), labels, options)',
      ],
    ],
    test: 'is petal length <= 2.45 on Iris and gains 1/3',
    file: 'splits.test.ts',
  },
  'a split that gains nothing is taken': {
    edits: [
      [
        'worthySplit(part, rules) : null',
        'bestSplit(part.rows, part.labels, rules) : null',
      ],
    ],
    test: sixRows,
    file: 'decision-tree.test.ts',
  },
  'the depth does not grow': {
    edits: [['depth + 1', 'depth']],
    test: iris,
    file: 'decision-tree.test.ts',
  },
  'one level too many': {
    edits: [['depth < rules.maxDepth', 'depth <= rules.maxDepth']],
    test: iris,
    file: 'decision-tree.test.ts',
  },
  'only the left side grows': {
    edits: [
      [
        'for (right of growBelow(sides.right, depth + 1, rules)) yield grown();',
        '',
      ],
    ],
    test: iris,
    file: 'decision-tree.test.ts',
  },
  'yes and no exchanged': {
    edits: [
      [
        'const sides = divide(part, split);',
        'const { left: no, right: yes } = divide(part, split); const sides = { left: yes, right: no };',
      ],
    ],
    test: 'sends a row that equals the threshold to the left',
    file: 'decision-tree.test.ts',
  },
  'only the whole tree is yielded': {
    edits: [['yield grown();\n  for (left', 'for (left']],
    test: 'yields one leaf, then one tree after each split',
    file: 'decision-tree.test.ts',
  },
  'counts instead of shares': {
    edits: [['count / sum(counts)', 'count']],
    test: sixRows,
    file: 'decision-tree.test.ts',
  },
  'shares of the whole tree': {
    edits: [['leafFor(row, tree)', 'leafFor(row, tree) && tree']],
    test: 'to depth 1 gets 100 of 150 right with 2 leaves',
    file: 'decision-tree.test.ts',
  },
};

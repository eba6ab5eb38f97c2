import { describe, expect, it } from 'vitest';
import {
  bestSplit,
  growTree,
  growTreeSteps,
  predict,
  predictProbabilities,
  type Tree,
} from './decision-tree.ts';
import { iris } from './iris.ts';
import { treeText } from './tree-text.ts';

const { rows, labels } = iris;

describe("the article's six rows", () => {
  const sixRows = [[1], [1], [1], [2], [2], [2]];
  const sixLabels = [0, 0, 1, 0, 0, 1];

  it('have one split, with 4/9 before it and 4/9 on both sides', () => {
    const split = bestSplit(sixRows, sixLabels);
    expect(split?.threshold).toBe(1.5);
    expect(split?.gain).toBeCloseTo(0, 15);
    expect(split?.left.impurity).toBeCloseTo(4 / 9, 15);
    expect(split?.right.impurity).toBeCloseTo(4 / 9, 15);
  });

  it('make a tree of one leaf with the classes 4 : 2', () => {
    const tree = growTree(sixRows, sixLabels);
    expect(tree.kind).toBe('leaf');
    expect(tree.counts).toEqual([4, 2]);
    expect(tree.impurity).toBeCloseTo(4 / 9, 15);
    expect(predict(tree, [[1], [2]])).toEqual([0, 0]);
    const [shares] = predictProbabilities(tree, [[1]]);
    expect(shares).toHaveLength(2);
    expect(shares?.[0]).toBeCloseTo(4 / 6, 14);
    expect(shares?.[1]).toBeCloseTo(2 / 6, 14);
  });
});

describe('growTree on Iris', () => {
  it('asks the questions that scikit-learn 1.2.1 asks', () => {
    // export_text(DecisionTreeClassifier(max_depth=3).fit(X, y)); there the
    // root may be petal width <= 0.8 instead, which separates the same rows.
    expect(treeText(growTree(rows, labels, { maxDepth: 3 }), iris)).toBe(
      [
        'petal length <= 2.45  [50 50 50] impurity 0.6667',
        '├─ yes: setosa  [50 0 0] impurity 0',
        '└─ no: petal width <= 1.75  [0 50 50] impurity 0.5',
        '   ├─ yes: petal length <= 4.95  [0 49 5] impurity 0.168',
        '   │  ├─ yes: versicolor  [0 47 1] impurity 0.0408',
        '   │  └─ no: virginica  [0 2 4] impurity 0.4444',
        '   └─ no: petal length <= 4.85  [0 1 45] impurity 0.04253',
        '      ├─ yes: virginica  [0 1 2] impurity 0.4444',
        '      └─ no: virginica  [0 0 43] impurity 0',
      ].join('\n'),
    );
  });

  it.each([
    [0, 50, 1],
    [1, 100, 2],
    [2, 144, 3],
    [3, 146, 5],
    [4, 149, 8],
    [5, 150, 9],
  ])(
    'to depth %i gets %i of 150 right with %i leaves',
    (maxDepth, right, leafCount) => {
      // scikit-learn 1.2.1 has the same numbers, with 'entropy' as well.
      for (const criterion of ['gini', 'entropy'] as const) {
        const tree = growTree(rows, labels, { maxDepth, criterion });
        const correct = predict(tree, rows).filter((p, i) => p === labels[i]);
        expect(correct).toHaveLength(right);
        expect(leavesOf(tree)).toHaveLength(leafCount);
      }
    },
  );

  it('keeps minSamplesLeaf rows in each leaf', () => {
    const tree = growTree(rows, labels, { maxDepth: 3, minSamplesLeaf: 5 });
    // DecisionTreeClassifier(max_depth=3, min_samples_leaf=5).fit(X, y)
    expect(leavesOf(tree).map((leaf) => leaf.counts)).toEqual([
      [50, 0, 0],
      [0, 47, 1],
      [0, 2, 4],
      [0, 1, 5],
      [0, 0, 40],
    ]);
  });

  it('leaves nodes with fewer than minSamplesSplit rows alone', () => {
    const tree = growTree(rows, labels, { minSamplesSplit: 50 });
    expect(leavesOf(tree).map((leaf) => leaf.counts)).toEqual([
      [50, 0, 0],
      [0, 47, 1],
      [0, 2, 4],
      [0, 1, 45],
    ]);
  });

  it('takes only splits that gain more than minImpurityDecrease', () => {
    // The root gains 1/3. The second split gains
    // 0.5 − (54 · 0.16804 + 46 · 0.04253) / 100 = 0.38970.
    const leafCount = (minImpurityDecrease: number) =>
      leavesOf(growTree(rows, labels, { minImpurityDecrease })).length;
    expect(leafCount(0.3333)).toBe(3);
    expect(leafCount(1 / 3)).toBe(1);
  });
});

describe('growTreeSteps', () => {
  it('yields one leaf, then one tree after each split', () => {
    const steps = [...growTreeSteps(rows, labels)];
    expect(steps.map((tree) => leavesOf(tree).length)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(steps.at(-1)).toEqual(growTree(rows, labels));
  });
});

describe('growTree', () => {
  it('does not see XOR, where only two splits together gain', () => {
    const corners = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(growTree(corners, [0, 1, 1, 0]).kind).toBe('leaf');
  });

  it('predicts the lowest class when a leaf has a tie', () => {
    const tree = growTree([[1], [1]], [1, 0]);
    expect(predictProbabilities(tree, [[1]])).toEqual([[0.5, 0.5]]);
    expect(predict(tree, [[1]])).toEqual([0]);
  });

  it('sends a row that equals the threshold to the left', () => {
    const tree = growTree([[1], [3]], [0, 1]);
    expect(predict(tree, [[2], [2.000001]])).toEqual([0, 1]);
  });
});

function leavesOf(tree: Tree): Tree[] {
  if (tree.kind === 'leaf') return [tree];
  return [...leavesOf(tree.left), ...leavesOf(tree.right)];
}

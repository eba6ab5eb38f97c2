import {
  growTree,
  growTreeSteps,
  predict,
  type Tree,
} from '@runnable-guide/algorithms/decision-tree';
import { iris } from '@runnable-guide/algorithms/iris';
import { candidateSplits, type Split } from '@runnable-guide/algorithms/splits';
import { treeOutline, treeText } from '@runnable-guide/algorithms/tree-text';
import { plot } from 'plot';

// Change these and run again.
const criterion = 'gini'; // or 'entropy'
const maxDepth = 3;
const minSamplesLeaf = 1;
// The article's six rows: both sides of the only split are as mixed as the
// whole, 4/9. The question would tell nothing, so the honest tree is one leaf.
const smallRows = [[1], [1], [1], [2], [2], [2]];
const smallLabels = [0, 0, 1, 0, 0, 1];

const options = { criterion, maxDepth, minSamplesLeaf } as const;
const smallSplits = candidateSplits(smallRows, smallLabels, options);
plot.table('article-splits', splitTable(smallSplits));
const smallTree = growTree(smallRows, smallLabels, options);
const smallOutline = treeOutline(smallTree);
plot.tree('article-tree', {
  root: smallOutline,
  classes: smallTree.counts.map((_, label) => `class ${label}`),
  caption:
    smallTree.kind === 'leaf'
      ? `No allowed split lowers the impurity: one leaf, which predicts ${smallOutline.label}.`
      : `Splits made: ${splitCountOf(smallTree)}.`,
  model: smallTree,
});
console.log(treeText(smallTree));

const { rows, labels, featureNames, classNames } = iris;
plot.scatter('iris', {
  points: rows.map((row) => row.slice(2)),
  labels,
  xLabel: 'petal length',
  yLabel: 'petal width',
  caption: 'Petals of 150 flowers, in cm. Colours are the three species.',
});
const splits = candidateSplits(rows, labels, options);
plot.table('iris-splits', splitTable(splits, featureNames));

for (const tree of growTreeSteps(rows, labels, options)) {
  plot.tree('iris-tree', {
    root: treeOutline(tree, iris),
    classes: classNames,
    caption: `Splits made: ${splitCountOf(tree)}.`,
    model: tree,
  });
}
console.log(treeText(growTree(rows, labels, options), iris));

const accuracies = [0, 1, 2, 3, 4, 5].map((depth) => {
  const tree = growTree(rows, labels, { ...options, maxDepth: depth });
  const right = predict(tree, rows).filter((p, i) => p === labels[i]).length;
  console.log(`depth ${depth}: ${right} of ${rows.length} flowers right`);
  return [depth, right / rows.length];
});
plot.line('accuracy', {
  series: [{ name: 'training rows', points: accuracies }],
  xLabel: 'depth',
  yLabel: 'accuracy',
  dots: true,
  caption: 'Accuracy on the rows the tree was grown from, not on new ones.',
});

function splitTable(splits: readonly Split[], names: readonly string[] = []) {
  const best = splits.toSorted((a, b) => b.gain - a.gain).slice(0, 8);
  return {
    columns: ['question', 'yes', 'impurity', 'no', 'impurity', 'gain'],
    rows: best.map(({ feature, threshold, left, right, gain }) => [
      `${names[feature] ?? `feature ${feature}`} <= ${threshold.toFixed(2)}`,
      left.counts.join(' : '),
      left.impurity.toFixed(4),
      right.counts.join(' : '),
      right.impurity.toFixed(4),
      gain.toFixed(4),
    ]),
    caption:
      best.length < splits.length
        ? `The best ${best.length} of ${splits.length} possible first splits.`
        : `All possible first splits: ${splits.length}.`,
  };
}

function splitCountOf(tree: Tree): number {
  if (tree.kind === 'leaf') return 0;
  return 1 + splitCountOf(tree.left) + splitCountOf(tree.right);
}

import {
  growTree,
  growTreeSteps,
  predict,
} from '@runnable-guide/algorithms/decision-tree';
import { iris } from '@runnable-guide/algorithms/iris';
import { candidateSplits, type Split } from '@runnable-guide/algorithms/splits';
import { treeOutline, treeText } from '@runnable-guide/algorithms/tree-text';
import { plot } from 'plot';

// Change these and run again.
const criterion = 'gini'; // or 'entropy'
const maxDepth = 3;
const minSamplesLeaf = 1;
const sixRows = [[1], [1], [1], [2], [2], [2]];
const sixLabels = [0, 0, 1, 0, 0, 1];

// Both sides of the only split are as mixed as the whole: 4/9. The question
// would tell nothing, so the honest tree is one leaf.
const sixSplits = candidateSplits(sixRows, sixLabels, { criterion });
plot.table('article-splits', {
  ...splitTable(sixSplits, ['feature 0']),
  caption: 'The only possible split of the six rows.',
});
const sixTree = growTree(sixRows, sixLabels, { criterion });
plot.tree('article-tree', {
  root: treeOutline(sixTree),
  classes: ['class 0', 'class 1'],
  caption: 'No split lowers the impurity: one leaf, which predicts class 0.',
});
console.log(treeText(sixTree));

const { rows, labels, featureNames, classNames } = iris;
plot.scatter('iris', {
  points: rows.map((row) => row.slice(2)),
  labels,
  xLabel: 'petal length',
  yLabel: 'petal width',
  caption: 'Petals of 150 flowers, in cm. Colours are the three species.',
});
const splits = candidateSplits(rows, labels, { criterion, minSamplesLeaf });
plot.table('iris-splits', {
  ...splitTable(
    splits.sort((a, b) => b.gain - a.gain).slice(0, 8),
    featureNames,
  ),
  caption: `The best 8 of ${splits.length} possible first splits.`,
});

const options = { criterion, maxDepth, minSamplesLeaf } as const;
const trees = [...growTreeSteps(rows, labels, options)];
for (const [splitCount, tree] of trees.entries()) {
  plot.tree('iris-tree', {
    root: treeOutline(tree, iris),
    classes: classNames,
    caption: `Splits made: ${splitCount}.`,
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

function splitTable(splits: readonly Split[], names: readonly string[]) {
  return {
    columns: ['question', 'yes', 'impurity', 'no', 'impurity', 'gain'],
    rows: splits.map(({ feature, threshold, left, right, gain }) => [
      `${names[feature]} <= ${threshold.toFixed(2)}`,
      left.counts.join(' : '),
      left.impurity.toFixed(4),
      right.counts.join(' : '),
      right.impurity.toFixed(4),
      gain.toFixed(4),
    ]),
  };
}

import { agreement } from '@runnable-guide/algorithms/classification';
import { counterfactual } from '@runnable-guide/algorithms/counterfactual';
import { growTree, predict } from '@runnable-guide/algorithms/decision-tree';
import { iris } from '@runnable-guide/algorithms/iris';
import { at } from '@runnable-guide/algorithms/lists';
import { permutationImportance } from '@runnable-guide/algorithms/permutation-importance';
import { treeOutline } from '@runnable-guide/algorithms/tree-text';
import { plot } from 'plot';

// Change these and run again.
const maxDepth = 3;
const repeats = 50;
const features = [0, 1, 2, 3]; // try [0, 1, 3, 2], or leave some out
const flower = 106; // any row from 0 to 149
const wanted = 1; // 0 setosa, 1 versicolor, 2 virginica

const names = features.map((f) => at(iris.featureNames, f));
const rows = iris.rows.map((row) => features.map((f) => at(row, f)));
// Every other flower is for training, the rest for testing.
const training = rows.filter((_, index) => index % 2 === 0);
const trainingLabels = iris.labels.filter((_, index) => index % 2 === 0);
const test = rows.filter((_, index) => index % 2 === 1);
const testLabels = iris.labels.filter((_, index) => index % 2 === 1);

const tree = growTree(training, trainingLabels, { maxDepth });
const accuracy = agreement(predict(tree, test), testLabels);
console.log(`right on ${(100 * accuracy).toFixed(1)}% of the test flowers`);
plot.tree('tree', {
  root: treeOutline(tree, { ...iris, featureNames: names }),
  classes: iris.classNames,
  caption: 'The model itself. A small tree is its own explanation.',
});

const importances = permutationImportance(
  (some) => predict(tree, some),
  test,
  testLabels,
  { repeats },
);
plot.bars('importance', {
  labels: names,
  series: [
    {
      name: 'accuracy lost',
      values: importances.map(({ mean }) => mean),
      errors: importances.map(({ deviation }) => deviation),
    },
  ],
  yLabel: 'accuracy lost',
  caption: `Each feature shuffled ${repeats} times. Bars: mean ± deviation.`,
});

const row = at(rows, flower);
const before = at(predict(tree, [row]), 0);
const change = counterfactual(tree, row, wanted, 0.1);
console.log(`flower ${flower} is taken for ${iris.classNames[before]}`);
if (change === null) {
  console.log(`No change makes the tree say ${iris.classNames[wanted]}.`);
} else {
  plot.table('counterfactual', {
    columns: ['feature', 'is', 'should be', 'change'],
    rows: names.map((name, index) => [
      name,
      at(row, index).toFixed(1),
      at(change.row, index).toFixed(2),
      (at(change.row, index) - at(row, index)).toFixed(2),
    ]),
    caption: `The smallest change to become ${iris.classNames[wanted]}.`,
  });
}

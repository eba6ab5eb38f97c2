import { bestSplit, growTree } from '@runnable-guide/algorithms/decision-tree';
import { gini } from '@runnable-guide/algorithms/impurity';
import { treeText } from '@runnable-guide/algorithms/tree-text';
import { plot } from 'plot';

type Row = readonly [feature: number, label: number];
const rows: Row[] = [
  [1, 0],
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 0],
  [2, 1],
];
const labelsOf = (side: Row[]): number[] => side.map(([, label]) => label);

function partition(threshold: number): [Row[], Row[]] {
  return [
    rows.filter(([feature]) => feature < threshold),
    rows.filter(([feature]) => feature >= threshold),
  ];
}

// Slip 1: two values on one path, three on the other. Python raises when the
// caller unpacks. JavaScript moves every value up one place and goes on.
// (`unknown[]` stands for a language without types.)
function measure(threshold: number): unknown[] {
  const [low, high] = partition(threshold);
  if (low.length === 0) return [low, high];
  return [gini(labelsOf(low)), low, high];
}
const [impurity, low, high] = measure(1);
console.log('impurity:', impurity);
console.log('low     :', low);
console.log('high    :', high);

// Slip 2: every row is taken for a group, so the feature is counted as if it
// were a class, and the two sides are added without weights.
function giniOfRows(side: Row[]): number {
  return side.reduce((total, row) => {
    const share = (value: number): number =>
      row.filter((entry) => entry === value).length / row.length;
    return total + (1 - share(0) ** 2 - share(1) ** 2) / side.length;
  }, 0);
}

const sides = partition(1.5);
const wrong = giniOfRows(sides[0]) + giniOfRows(sides[1]);
const after = sides.reduce(
  (mean, side) => mean + (side.length / rows.length) * gini(labelsOf(side)),
  0,
);
plot.bars('gini', {
  labels: ['rows counted', 'labels, before', 'labels, after'],
  series: [{ name: 'Gini', values: [wrong, gini(labelsOf(rows)), after] }],
  yLabel: 'Gini impurity',
  caption: 'Two classes can never exceed 0.5; the first bar must be a slip.',
});
console.log('counting rows  :', wrong);
console.log(
  'counting labels:',
  gini(labelsOf(rows)),
  'before,',
  after,
  'after',
);

// Slip 3: one hand-picked threshold is a partition, not a tree. A tree tries
// them all, keeps the best, and goes on below it while that pays.
const features = rows.map(([feature]) => [feature]);
console.log('best gain:', bestSplit(features, labelsOf(rows))?.gain);
console.log(treeText(growTree(features, labelsOf(rows))));

const informative = [[1], [2], [3], [4], [5], [6]];
console.log(treeText(growTree(informative, [0, 0, 1, 1, 0, 0])));

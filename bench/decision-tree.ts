import {
  growTree,
  predict,
  type Tree,
} from '@runnable-guide/algorithms/decision-tree';
import { growTreeFast } from '@runnable-guide/algorithms/decision-tree-fast';
import { rowsOf } from '@runnable-guide/algorithms/flat-matrix';
import { classes } from './data.ts';
import { reportGrowth } from './k-means.ts';
import { expectClose, race, report, reportSteps } from './measure.ts';
import { loadMlCart } from './peers.ts';
import { runScikit } from './scikit.ts';
import { treeSteps } from './steps/decision-tree.ts';

const maxDepth = 10;

export async function benchTree(): Promise<void> {
  await small();
  large();
  stepByStep(3_000);
  stepByStep(100_000);
  growth();
}

async function small(): Promise<void> {
  const { DecisionTreeClassifier } = await loadMlCart();
  const { table, labels } = classes(3_000, 8);
  const rows = rowsOf(table);
  const theirs = () => {
    const tree = new DecisionTreeClassifier({
      maxDepth,
      minNumSamples: 1,
      gainThreshold: 0,
    });
    tree.train(rows, labels);
    return tree;
  };
  const ours = accuracy(
    predict(growTreeFast(table, labels, { maxDepth }), rows),
    labels,
  );
  const other = accuracy(theirs().predict(rows), labels);
  const timings = race([
    {
      name: 'growTreeFast, typed array',
      run: () => growTreeFast(table, labels, { maxDepth }),
    },
    {
      name: 'growTreeFast, arrays',
      run: () => growTreeFast(rows, labels, { maxDepth }),
    },
    {
      name: 'growTree, readable',
      run: () => growTree(rows, labels, { maxDepth }),
    },
    { name: 'ml-cart', run: theirs, rounds: 3 },
  ]);
  report(
    `CART: 3000 × 8, depth ${maxDepth}; training accuracy ` +
      `${ours.toFixed(3)}, of ml-cart ${other.toFixed(3)}`,
    timings,
  );
}

function large(): void {
  const { table, labels } = classes(100_000, 8);
  const tree = growTreeFast(table, labels, { maxDepth });
  const timings = race([
    {
      name: 'growTreeFast, typed array',
      run: () => growTreeFast(table, labels, { maxDepth }),
    },
  ]);
  const scikit = runScikit(table, {
    kind: 'tree',
    labels,
    depth: maxDepth,
    rounds: 5,
  });
  if (scikit !== undefined) {
    const ours = accuracy(predict(tree, rowsOf(table)), labels);
    // It keeps rows as float32, so that a few of them fall otherwise.
    expectClose('scikit-learn', scikit.accuracy ?? 0, ours, 2e-3);
    const name = `scikit-learn ${scikit.version}, one thread`;
    timings.push({ name, ms: scikit.ms });
  }
  report(
    `CART: 100000 × 8, depth ${maxDepth}; ${countNodes(tree)} nodes, ` +
      `of scikit-learn ${scikit?.nodes ?? 'none'}`,
    timings,
  );
}

/** The readable edition would take minutes on more than a few thousand. */
function stepByStep(size: number): void {
  const { table, labels } = classes(size, 8);
  const options = { maxDepth };
  const rows = rowsOf(table);
  const rounds = size > 1e4 ? 7 : 25;
  const readable = {
    name: 'readable',
    run: () => growTree(rows, labels, options),
    rounds: 7,
  };
  const steps = Object.entries({
    ...treeSteps,
    'divided without a branch': growTreeFast,
  }).map(([name, grow]) => ({
    name,
    run: () => grow(table, labels, options),
    rounds,
  }));
  reportSteps(
    `CART: ${size} × 8, depth ${maxDepth}`,
    size > 1e4 ? steps : [readable, ...steps],
  );
}

function growth(): void {
  const points = [500, 5_000, 50_000, 500_000].map((size) => {
    const { table, labels } = classes(size, 4);
    const run = () => growTreeFast(table, labels, { maxDepth });
    const [timing] = race([{ name: '', run, rounds: size > 1e5 ? 1 : 7 }]);
    return { size, ms: timing?.ms ?? Number.NaN };
  });
  reportGrowth(`CART, n × 4, depth ${maxDepth}`, points);
}

function countNodes(tree: Tree): number {
  if (tree.kind === 'leaf') return 1;
  return 1 + countNodes(tree.left) + countNodes(tree.right);
}

function accuracy(answers: number[], labels: number[]): number {
  const right = answers.filter((answer, index) => answer === labels[index]);
  return right.length / labels.length;
}

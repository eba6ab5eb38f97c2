import { describe, expect, it } from 'vitest';
import { growTree, predict, type Tree } from '../src/decision-tree.ts';
import { treeCases } from './golden.ts';
import { expectNear } from './near.ts';

// scikit-learn keeps rows as float32: a threshold between tenths of the Iris
// data is off by up to 2⁻²⁴ of it. The other tables are exact in float32.
const thresholdTolerance = 1e-6;
const impurityTolerance = 1e-12;

describe.each(treeCases())('CART: $table, $name', (golden) => {
  const { rows, labels, options } = golden;
  const tree = growTree(rows, labels, options);

  it('has the nodes of scikit-learn', () => {
    const nodes = nodesOf(tree);
    expect(nodes.map(({ feature }) => feature)).toEqual(
      golden.nodes.map(({ feature }) => feature),
    );
    expect(nodes.map(({ counts }) => counts)).toEqual(
      golden.nodes.map(({ counts }) => counts),
    );
    expectNear(
      nodes.map(({ impurity }) => impurity),
      golden.nodes.map(({ impurity }) => impurity),
      impurityTolerance,
    );
    expectNear(
      nodes.map(({ threshold }) => threshold),
      golden.nodes.map(({ threshold }) => threshold),
      thresholdTolerance,
    );
  });

  it('predicts as well, on rows that it knows and that it does not', () => {
    const known = accuracy(predict(tree, rows), labels);
    expect(known).toBeCloseTo(golden.accuracy, 12);

    const [even, odd] = [0, 1].map((rest) => ({
      rows: rows.filter((_, index) => index % 2 === rest),
      labels: labels.filter((_, index) => index % 2 === rest),
    }));
    const half = growTree(even?.rows ?? [], even?.labels ?? [], options);
    const predictions = predict(half, odd?.rows ?? []);
    expect(predictions).toEqual(golden.oddPredictions);
    const unknown = accuracy(predictions, odd?.labels ?? []);
    expect(unknown).toBeCloseTo(golden.accuracyOnOddRows, 12);
  });
});

function nodesOf(tree: Tree): Omit<Tree & { kind: 'branch' }, 'kind'>[] {
  if (tree.kind === 'leaf') {
    const none = { left: tree, right: tree, gain: 0 };
    return [{ ...tree, ...none, feature: -2, threshold: -2 }];
  }
  return [tree, ...nodesOf(tree.left), ...nodesOf(tree.right)];
}

function accuracy(predicted: readonly number[], labels: readonly number[]) {
  const right = predicted.filter((label, index) => label === labels[index]);
  return right.length / labels.length;
}

import { readFileSync } from 'node:fs';
import { iris } from '../src/iris.ts';
import type { Matrix } from '../src/matrix.ts';

interface Golden<Table, Case> {
  tables: Record<string, Table>;
  cases: Case[];
}

/** The results that `../golden/generate.py` has written. */
function readGolden<Table, Case>(name: string): Golden<Table, Case> {
  const file = new URL(`../golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export interface KMeansCase {
  name: string;
  table: string;
  initialCentroids: Matrix;
  labels: number[];
  centroids: Matrix;
  inertia: number;
  iterationCount?: number;
  steps?: { centroids: Matrix; inertia: number; sizes: number[] }[];
}

export function kMeansCases() {
  const { tables, cases } = readGolden<Matrix, KMeansCase>('k-means');
  return cases.map((each) => {
    const points = each.table === 'iris' ? iris.rows : tables[each.table];
    return { ...each, points: points ?? [] };
  });
}

export interface TreeCase {
  table: string;
  options: {
    criterion: 'gini' | 'entropy';
    max_depth: number;
    min_samples_leaf?: number;
    min_samples_split?: number;
  };
  /** From the root, the left side of each question before the right one. */
  nodes: {
    counts: number[];
    impurity: number;
    /** −2 in a leaf. */
    feature: number;
    threshold: number;
  }[];
  accuracy: number;
  accuracyOnOddRows: number;
  oddPredictions: number[];
}

export function treeCases() {
  type Table = { rows: Matrix; labels: number[] };
  const { tables, cases } = readGolden<Table, TreeCase>('decision-tree');
  return cases.map((each) => {
    const { rows, labels } = tables[each.table] ?? iris;
    const { criterion, max_depth, min_samples_leaf = 1 } = each.options;
    const options = {
      criterion,
      maxDepth: max_depth,
      minSamplesLeaf: min_samples_leaf,
      minSamplesSplit: each.options.min_samples_split ?? 2,
    };
    return {
      ...each,
      name: JSON.stringify(each.options),
      rows,
      labels,
      options,
    };
  });
}

export interface NetworkCase {
  name: string;
  loss: 'mse' | 'cross-entropy';
  activations: ('tanh' | 'sigmoid' | 'relu' | 'linear' | 'softmax')[];
  weights: number[][][];
  biases: number[][];
  inputs: Matrix;
  targets: Matrix;
  lossValue: number;
  weightGradients: number[][][];
  biasGradients: number[][];
  /** Before and after each of ten steps of all examples, at a rate of 0.5. */
  lossesOfDescent: number[];
}

export function networkCases() {
  return readGolden<never, NetworkCase>('neural-network').cases;
}

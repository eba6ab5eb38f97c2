import { describe, expect, it } from 'vitest';
import {
  bestSplit,
  growTree,
  growTreeSteps,
  predict,
  predictProbabilities,
  type TreeOptions,
} from './decision-tree.ts';
import { treeText } from './tree-text.ts';

const rows = [
  [1, 0],
  [2, 0],
  [3, 1],
];
const labels = [0, 0, 1];

describe('growTree and bestSplit refuse', () => {
  it.each<[string, number[][], number[], string]>([
    ['no rows', [], [], 'rows must be a list of at least one row; got an'],
    ['a row without numbers', [[]], [0], 'rows[0] must be a list of at least'],
    [
      'ragged rows',
      [[1, 2], [3]],
      [0, 1],
      'rows[1] must be a list of 2 numbers, like every row; got an array',
    ],
    ['NaN', [[Number.NaN]], [0], 'rows[0][0] must be a finite number; got NaN'],
    [
      'Infinity',
      [[1], [Number.NEGATIVE_INFINITY]],
      [0, 1],
      'rows[1][0] must be a finite number; got -Infinity',
    ],
    [
      'too few labels',
      rows,
      [0, 1],
      'labels must be a list of 3 labels, one for each row; got an array of',
    ],
    [
      'a label that is no class index',
      rows,
      [0, -1, 1],
      'labels[1] must be an integer of at least 0; got -1',
    ],
    [
      'a label that is no integer',
      rows,
      [0, 0.5, 1],
      'labels[1] must be an integer of at least 0; got 0.5',
    ],
  ])('%s', (_, badRows, badLabels, message) => {
    expect(() => growTree(badRows, badLabels)).toThrow(message);
    expect(() => bestSplit(badRows, badLabels)).toThrow(message);
  });

  it.each<[TreeOptions, string]>([
    [{ maxDepth: -1 }, 'maxDepth must be an integer of at least 0; got -1'],
    [{ maxDepth: 1.5 }, 'maxDepth must be an integer of at least 0; got 1.5'],
    [
      { minSamplesSplit: 1 },
      'minSamplesSplit must be an integer of at least 2; got 1',
    ],
    [
      { minSamplesLeaf: 0 },
      'minSamplesLeaf must be an integer of at least 1; got 0',
    ],
    [
      { minImpurityDecrease: -0.1 },
      'minImpurityDecrease must be a finite number of at least 0; got -0.1',
    ],
    [
      { minImpurityDecrease: Number.NaN },
      'minImpurityDecrease must be a finite number of at least 0; got NaN',
    ],
  ])('%j', (options, message) => {
    expect(() => growTree(rows, labels, options)).toThrow(message);
  });

  it('an unknown criterion', () => {
    const options = JSON.parse('{ "criterion": "variance" }');
    const message =
      "criterion must be one of 'gini', 'entropy'; got 'variance'";
    expect(() => growTree(rows, labels, options)).toThrow(message);
    expect(() => bestSplit(rows, labels, options)).toThrow(message);
  });

  it('at the call, before the first step is asked for', () => {
    expect(() => growTreeSteps(rows, [0])).toThrow(RangeError);
  });
});

describe('predict refuses', () => {
  it.each<[string, number[][], string]>([
    ['no rows', [], 'rows must be a list of at least one row'],
    ['NaN', [[Number.NaN, 1]], 'rows[0][0] must be a finite number; got NaN'],
  ])('%s', (_, badRows, message) => {
    const tree = growTree(rows, labels);
    expect(() => predict(tree, badRows)).toThrow(message);
    expect(() => predictProbabilities(tree, badRows)).toThrow(message);
  });

  it('rows that lack a feature the tree asks for', () => {
    const second = growTree(
      [
        [0, 1],
        [0, 2],
      ],
      [0, 1],
    );
    expect(() => predict(second, [[1]])).toThrow(
      'each row must be a list of at least 2 numbers; got an array of length 1',
    );
  });
});

describe('treeText', () => {
  it('numbers features and classes that have no names', () => {
    expect(treeText(growTree(rows, labels))).toBe(
      [
        'feature 0 <= 2.5  [2 1] impurity 0.4444',
        '├─ yes: class 0  [2 0] impurity 0',
        '└─ no: class 1  [0 1] impurity 0',
      ].join('\n'),
    );
  });
});

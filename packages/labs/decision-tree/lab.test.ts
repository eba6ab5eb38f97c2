import { predict, type Tree } from '@runnable-guide/algorithms/decision-tree';
import type { PlotFrame, TreeNode } from '@runnable-guide/sandbox/plot';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { makeMistake } from '../mistake.ts';
import { exercise } from './exercise-record.ts';
import { lab } from './lab.ts';
import countdown from './variants/countdown.ts?raw';
import everyMidpoint from './variants/every-midpoint.ts?raw';
import { mistakes } from './variants/mistakes.ts';
import stack from './variants/stack.ts?raw';

describe('the decision tree lab', async () => {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const texts = lines.map(({ text }) => text);

  it('draws splits, trees, flowers and the accuracy', () => {
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(frames.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'table article-splits',
      'tree article-tree',
      'scatter iris',
      'table iris-splits',
      ...Array.from({ length: 5 }, () => 'tree iris-tree'),
      'line accuracy',
    ]);
  });

  it('has 4/9 before and on both sides of the only split of six rows', () => {
    const [table] = frames.filter(isKind('table'));
    expect(table?.data.rows).toEqual([
      ['feature 0 <= 1.50', '2 : 1', '0.4444', '2 : 1', '0.4444', '0.0000'],
    ]);
    const [tree] = frames.filter(isKind('tree'));
    expect(tree?.data.root.counts).toEqual([4, 2]);
    expect(leavesOf(tree?.data.root)).toHaveLength(1);
    expect(texts[0]).toBe('class 0  [4 2] impurity 0.4444');
  });

  it('adds a leaf with each frame of the Iris tree', () => {
    const trees = frames.filter(isKind('tree')).slice(1);
    const counts = trees.map(({ data }) => leavesOf(data.root).length);
    expect(counts).toEqual([1, 2, 3, 4, 5]);
    // The leaves of scikit-learn 1.2.1 with max_depth=3.
    expect(leavesOf(trees.at(-1)?.data.root)).toEqual([
      [50, 0, 0],
      [0, 47, 1],
      [0, 2, 4],
      [0, 1, 2],
      [0, 0, 43],
    ]);
  });

  it('hands over each tree as it is, with nothing rounded', () => {
    const trees = frames.filter(isKind('tree'));
    expect(trees[0]?.data.model).toMatchObject({
      kind: 'leaf',
      counts: [4, 2],
    });
    const last = trees.at(-1)?.data.model as Tree;
    // Halfway between 1.9 and 3.0, the lengths of the petals next to the cut.
    expect(last).toMatchObject({ feature: 2, threshold: (1.9 + 3) / 2 });
    expect(predict(last, [[5.1, 3.5, 1.4, 0.2]])).toEqual([0]);
  });

  it('gets as many flowers right as scikit-learn 1.2.1, by depth', () => {
    const right = [50, 100, 144, 146, 149, 150];
    expect(texts.slice(-6)).toEqual(
      right.map((n, depth) => `depth ${depth}: ${n} of 150 flowers right`),
    );
    const [figure] = frames.filter(isKind('line'));
    expect(figure?.data.series[0]?.points).toEqual(
      right.map((n, depth) => [depth, n / 150]),
    );
  });
});

describe('the decision tree exercise', () => {
  const path = pathOf(lab, exercise.file);
  const solution = lab.files[path] ?? '';

  async function failuresOf(
    code: string,
    names = exercise.tests,
  ): Promise<string[]> {
    const tests = names.map((name) => pathOf(lab, name));
    const results = await runTests({ ...lab.files, [path]: code }, tests);
    return results
      .filter(({ status }) => status !== 'pass')
      .map(({ name }) => name);
  }

  it.each(Object.entries({ solution, stack, everyMidpoint, countdown }))(
    'accepts %s',
    async (_, code) => {
      expect(await failuresOf(code)).toEqual([]);
    },
  );

  it('is not solved as it stands', async () => {
    expect(await failuresOf(exercise.code)).not.toEqual([]);
  });

  it.each(Object.entries(mistakes))('notices %s', async (_, mistake) => {
    expect(exercise.tests).toContain(mistake.file);
    expect(Object.keys(exercise.causes)).toContain(mistake.test);
    const code = makeMistake(solution, mistake);
    const failures = await failuresOf(code, [mistake.file]);
    expect(failures).toContain(mistake.test);
  });
});

/** The counts of the leaves, from left to right. */
function leavesOf(node: TreeNode | undefined): (readonly number[])[] {
  const children = node?.children ?? [];
  if (children.length > 0) return children.flatMap(leavesOf);
  return node?.counts ? [node.counts] : [];
}

function isKind<K extends PlotFrame['kind']>(kind: K) {
  return (frame: PlotFrame): frame is Extract<PlotFrame, { kind: K }> =>
    frame.kind === kind;
}

import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { addFrames } from '~/lib/figures';
import { facts } from './facts.ts';
import { lab } from './lab.ts';

it('draws its figures and prints the accuracy of the page', async () => {
  const { frames, lines } = await runOnce(lab.files, '/main.ts');
  const figures = addFrames([], frames);
  expect(figures.map(({ name }) => name)).toEqual(Object.keys(lab.figures));
  expect(figures.every(({ broken }) => broken === undefined)).toBe(true);
  expect(lines.map(({ text }) => text)).toEqual([
    `right on ${facts['accuracy']} of the test flowers`,
    'flower 106 is taken for virginica',
  ]);
  const table = frames.find(({ name }) => name === 'counterfactual');
  if (table?.kind !== 'table') throw new Error('No table.');
  expect(table.data.rows[3]).toEqual(['petal width', '1.7', '1.65', '-0.05']);
});

it('agrees with scikit-learn 1.2.1 and the mean over all pairs', () => {
  // DecisionTreeClassifier(max_depth=3).fit(X[::2], y[::2]), score on the
  // rest; importance by giving each row the value of every row.
  expect(facts['accuracy']).toBe('96.0%');
  const length = Number.parseFloat(facts['lengthImportance'] ?? '');
  const width = Number.parseFloat(facts['widthImportance'] ?? '');
  expect(Math.abs(length - LENGTH)).toBeLessThan(2);
  expect(Math.abs(width - WIDTH)).toBeLessThan(2);
  expect(facts['sepalImportance']).toBe('0.0%');
});

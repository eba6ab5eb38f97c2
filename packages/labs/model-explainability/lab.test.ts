import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';

it('draws its figures and prints the accuracy of the page', async () => {
  const { frames, lines } = await runOnce(lab.files, '/main.ts');
  const names = new Set(frames.map(({ name }) => name));
  expect([...names]).toEqual(Object.keys(lab.figures));
  expect(frames.map(parseFrame)).toEqual(frames);
  expect(lines.map(({ text }) => text)).toEqual([
    `right on ${facts['accuracy']} of the test flowers`,
    'flower 106 is taken for virginica',
  ]);
  const table = frames.find(({ name }) => name === 'counterfactual');
  if (table?.kind !== 'table') throw new Error('No table.');
  expect(table.data.rows[3]).toEqual(['petal width', '1.7', '1.65', '-0.05']);
});

it('agrees with scikit-learn 1.2.1', () => {
  // DecisionTreeClassifier(max_depth=3).fit(X[::2], y[::2]), score on the
  // rest, with all columns and without one or two.
  expect(facts['accuracy']).toBe('96.0%');
  expect(facts['accuracyNoWidth']).toBe('92.0%');
  expect(facts['accuracyNoLength']).toBe('94.7%');
  expect(facts['accuracySepals']).toBe('76.0%');
  // Of the two equally good first questions its tree takes petal width; each
  // row given the value of every row loses 0.5595 and 0.0656.
  const lost = (name: string) => Number.parseFloat(facts[name] ?? '');
  expect(facts['accuracySwapped']).toBe('96.0%');
  expect(Math.abs(lost('widthFirst') - 55.95)).toBeLessThan(2);
  expect(Math.abs(lost('lengthSecond') - 6.56)).toBeLessThan(1);
  expect(facts['sepalImportance']).toBe('0.0%');
});

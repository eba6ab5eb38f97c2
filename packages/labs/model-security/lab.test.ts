import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';

it('draws its figures and prints the numbers of the page', async () => {
  const { frames, lines } = await runOnce(lab.files, '/main.ts');
  const names = new Set(frames.map(({ name }) => name));
  expect([...names]).toEqual(Object.keys(lab.figures));
  expect(frames.map(parseFrame)).toEqual(frames);
  const rows = lines[1]?.table?.rows ?? [];
  const percent = (cell = '') => `${(100 * Number(cell)).toFixed(1)}%`;
  expect(rows.map((row) => percent(row[2]))).toEqual([
    facts['noisy'],
    facts['attacked'],
    facts['adaptive'],
  ]);
  expect(percent(rows[1]?.[3])).toBe(facts['attackedAccepted']);
  expect(percent(rows[2]?.[4])).toBe(facts['adaptiveHarm']);
}, 20_000);

it('shows what the page claims', () => {
  const number = (name: string) => Number.parseFloat(facts[name] ?? '');
  // Noise of the same size does little, its direction does the harm.
  expect(number('accuracy') - number('noisy')).toBeLessThan(5);
  expect(number('accuracy') - number('attacked')).toBeGreaterThan(40);
  // The check stops the crude attack and misses the one that knows it.
  expect(number('attackedAccepted')).toBeLessThan(2);
  expect(number('adaptiveAccepted')).toBeGreaterThan(95);
  expect(number('honestRefused')).toBeLessThan(5);
});

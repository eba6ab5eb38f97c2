import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';

it('draws its figures and reports the numbers of the page', async () => {
  const { frames, lines } = await runOnce(lab.files, '/main.ts');
  const names = new Set(frames.map(({ name }) => name));
  expect([...names]).toEqual(Object.keys(lab.figures));
  expect(frames.map(parseFrame)).toEqual(frames);
  const [table] = frames;
  if (table?.kind !== 'table') throw new Error('No table.');
  const targets = ['single', 'reversed', 'mixed', 'half', 'int8'];
  expect(table.data.rows.map((row) => row.slice(1))).toEqual(
    targets.map((name) => [
      facts[`${name}Error`],
      facts[`${name}Within`],
      facts[`${name}Same`],
      facts[`${name}Safe`],
    ]),
  );
  expect(lines.map(({ text }) => text.includes('passes'))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
}, 20_000);

it('has errors in the order of the precisions', () => {
  const error = (name: string) => Number(facts[`${name}Error`]);
  // Each rounding of float16 is 2¹³ times coarser than one of float32.
  const ratio = error('half') / error('single');
  expect(ratio).toBeGreaterThan(2 ** 11);
  expect(ratio).toBeLessThan(2 ** 15);
  expect(error('mixed')).toBeLessThan(error('half'));
  expect(error('int8')).toBeGreaterThan(error('half'));
});

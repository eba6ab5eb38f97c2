import { at } from '@runnable-guide/algorithms/lists';
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
  const rows = at(lines, 0).table?.rows ?? [];
  const printed = rows.map(([, , p99, refused, cost]) => [p99, refused, cost]);
  const runs = ['fixed', 'limited', 'scaled', 'both'];
  expect(printed).toEqual(
    runs.map((name) => [
      facts[`${name}P99`],
      facts[`${name}Refused`],
      facts[`${name}Cost`],
    ]),
  );
  const canary = at(frames, -1);
  if (canary.kind !== 'table') throw new Error('The last figure is no table.');
  expect(canary.data.rows.map(([, time]) => time)).toEqual([
    'never',
    'never',
    facts['rolledBack2'],
    facts['rolledBack5'],
  ]);
});

it('agrees with the arithmetic of flows', () => {
  // Two replicas answer 2 · 16 / 104 ms; the surge brings 420 a second.
  const spare = 420 - (2 * 16) / 0.104;
  expect(Math.abs(Number(facts['fixedPeak']) / (60 * spare) - 1)).toBeLessThan(
    0.06,
  );
  const all = 140 * 70 + 420 * 60;
  const refused = Number.parseFloat(facts['limitedRefused'] ?? '');
  expect(Math.abs(refused - (100 * 60 * spare) / all)).toBeLessThan(1.5);
});

it('shows that repeated looks raise false alarms far above 2.5%', () => {
  const often = Number.parseFloat(facts['falseAlarm2'] ?? '');
  const rarely = Number.parseFloat(facts['falseAlarm4'] ?? '');
  expect(often).toBeGreaterThan(10);
  expect(rarely).toBeLessThan(2.5);
});

import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { Turns } from '../turns.ts';
import { exercise } from './exercise-record.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { right, type Solution } from './variants/right.ts';
import { wrong } from './variants/wrong.ts';

const turns = new Turns();
const { lines, frames } = await runOnce(
  lab.files,
  '/main.ts',
  () => 0,
  turns.note,
);
const { figures } = turns;
const number = (name: string) => Number.parseFloat(facts[name] ?? '');

function rowsOf(name: string): readonly (readonly unknown[])[] {
  const frame = frames.findLast((candidate) => candidate.name === name);
  return frame?.kind === 'table' ? frame.data.rows : [];
}

describe('the program', () => {
  it('pauses between its parts, so that each is shown before the next', () => {
    expect(figures).toEqual([
      ['split'],
      ['rounds', 'comparison'],
      ['traffic', 'masks', 'leak', 'defences'],
      ['privacy'],
    ]);
  });

  it('draws every figure that the lab has a title for', () => {
    const drawn = new Set(frames.map((frame) => frame.name));
    expect([...drawn]).toEqual(Object.keys(lab.figures));
    for (const frame of frames) expect(parseFrame(frame)).toEqual(frame);
  });

  it.each([
    ['∞', 'iid'],
    ['1', 'mild'],
    ['0.1', 'hard'],
    ['0.02', 'extreme'],
  ])('says of concentration %s what the page says', (first, fact) => {
    const row = rowsOf('comparison').find(([name]) => name === first);
    const ends = ['', 'Spread', 'Own', 'Local', 'LocalOwn'];
    expect(row?.slice(1).map((cell) => `${cell}%`)).toEqual(
      ends.map((end) => facts[`${fact}${end}`]),
    );
  });

  it('shows the leaks and masks that the page quotes', () => {
    const errors = rowsOf('defences').map(([, error]) => error);
    const names = ['One', 'Steps', 'Clipped', 'Four', 'Ten', 'Sum', 'Masked'];
    expect(errors).toEqual(
      [...names, 'Noise', 'Blind'].map((name) => facts[`leak${name}`]),
    );
    const server = rowsOf('masks').map((row) => row.at(-1));
    const steps = ['Sum', 'Missing', 'Removed', 'Late', 'LateOwn'];
    expect(server.slice(3)).toEqual(steps.map((step) => facts[`masks${step}`]));
  });

  it('prints what the page says of traffic and noise', () => {
    const texts = lines.map(({ text }) => text);
    expect(texts[0]).toBe(`central: ${facts['central']}`);
    const sent = `after ${facts['kilobytes']} kB`;
    expect(texts).toContain(`1 epochs: ${facts['epochs1']} ${sent}`);
    expect(texts).toContain(`5 epochs: ${facts['epochs5']} ${sent}`);
    const accuracies = [1, 10, 100].map((crowd) => facts[`z4Times${crowd}`]);
    const start = `z = 4, ε = ${facts['z4Epsilon']}: `;
    expect(texts).toContain(start + accuracies.join(' · '));
  });

  it('sends what can be counted by hand', () => {
    // 64 · 10 weights and 10 biases of 4 bytes.
    expect(facts['updateBytes']).toBe('2600');
    // 12 rounds, 10 clients down, at most 10 up.
    expect(number('kilobytes')).toBeLessThanOrEqual(12 * 20 * 2.6);
    expect(number('kilobytes')).toBeGreaterThan(12 * 17 * 2.6);
  });
});

describe('a change that the page asks for', () => {
  it('60 rounds of one epoch give what the page says', async () => {
    const name = '/main.ts';
    const edited = lab.files[name]
      ?.replace('rounds = 12', 'rounds = 60')
      .replace('[Infinity, 1, 0.1, 0.02]', '[0.1]')
      .replace('epochs: 5', 'epochs: 1')
      .replace('epochCounts = [1, 5]', 'epochCounts = [1]');
    const run = await runOnce({ ...lab.files, [name]: edited ?? '' }, name);
    const texts = run.lines.map(({ text }) => text);
    const start = `1 epochs: ${facts['patient']} after `;
    expect(texts.some((text) => text.startsWith(start))).toBe(true);
  }, 60_000);
});

describe('what the page claims', () => {
  it('federated training comes near central training if clients are alike', () => {
    expect(number('central') - number('iid')).toBeLessThan(4);
    expect(number('iid')).toBeGreaterThan(number('iidLocal') + 20);
  });

  it('the less alike the clients, the worse, and the less steady', () => {
    expect(number('hard')).toBeLessThan(number('iid') - 5);
    expect(number('extreme')).toBeLessThan(number('hard') - 10);
    expect(number('extremeSpread')).toBeGreaterThan(number('iidSpread') * 3);
    expect(number('extremeEverybody')).toBeGreaterThan(number('extreme') + 10);
  });

  it('a local model wins on its own digits once they are few', () => {
    expect(number('iidLocalOwn')).toBeLessThan(number('iidOwn') - 20);
    expect(number('hardLocalOwn')).toBeGreaterThan(number('hardOwn') + 5);
  });

  it('many rounds of one epoch beat few rounds of five', () => {
    expect(number('patient')).toBeGreaterThan(number('hard') + 5);
  });

  it('masks cancel exactly, and a late update leaks its number', () => {
    // 0.12 − 0.3 + 0.07, then without the last, then the last alone.
    expect(number('masksSum')).toBeCloseTo(-0.11, 6);
    expect(number('masksRemoved')).toBeCloseTo(-0.18, 6);
    expect(number('masksLate')).toBeCloseTo(0.07, 6);
    expect(Math.abs(number('masksMissing'))).toBeGreaterThan(1);
    expect(Math.abs(number('masksLateOwn'))).toBeGreaterThan(1);
  });

  it('an update of one image gives the image away, clipped or not', () => {
    for (const name of ['leakOne', 'leakSteps', 'leakClipped']) {
      expect(facts[name]).toBe('0.000');
    }
    for (const name of ['leakSum', 'leakMasked', 'leakNoise']) {
      expect(number(name)).toBeGreaterThan(number('leakBlind'));
    }
  });

  it('more clients pay for the noise, at the same epsilon', () => {
    expect(number('z4Times1')).toBeLessThan(number('silent') - 20);
    expect(number('z4Times100')).toBeGreaterThan(number('silent') - 2);
    // ρ = 10 / 32 and ε = ρ + 2 √(ρ ln 10⁵), computed in Python.
    expect(facts['z4Epsilon']).toBe('4.1');
  });
});

describe('the exercise', () => {
  const file = pathOf(lab, exercise.file);
  const entries = exercise.tests.map((name) => pathOf(lab, name));
  const failuresOf = async (code: string) => {
    const tests = await runTests({ ...lab.files, [file]: code }, entries);
    expect(tests.length).toBeGreaterThan(0);
    return tests.filter(({ status }) => status !== 'pass');
  };

  it('is solved by the original and not by what is given', async () => {
    expect(await failuresOf(lab.files[file] ?? '')).toEqual([]);
    expect((await failuresOf(exercise.code)).length).toBeGreaterThan(5);
  });

  it('explains failures of tests that exist', async () => {
    const names = (await runTests(lab.files, entries)).map(({ name }) => name);
    for (const title of Object.keys(exercise.causes)) {
      expect(names).toContain(title);
    }
  });

  it.each(Object.entries(right))('accepts: %s', async (_, solution) => {
    expect(await failuresOf(solve(solution))).toEqual([]);
  });

  it.each(Object.entries(wrong))('rejects: %s', async (_, entry) => {
    const failed = await failuresOf(solve(entry.solution));
    expect(failed.map(({ name }) => name)).toContain(entry.fails);
    expect(exercise.causes).toHaveProperty([entry.fails]);
  });
});

/** The given file with a body in place of each open function. */
function solve(solution: Solution): string {
  const bodies = [solution.aggregate, solution.localUpdate];
  return exercise.code.replace(/return yourTurn\([\s\S]*?\);\n\}/g, () => {
    return `${bodies.shift()}\n}`;
  });
}

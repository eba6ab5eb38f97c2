import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { right, type Solution } from './variants/right.ts';
import { wrong } from './variants/wrong.ts';

const { lines, frames } = await runOnce(lab.files, '/main.ts');

function rowsOf(
  from: readonly PlotFrame[],
  name: string,
): readonly (readonly unknown[])[] {
  const table = from.find((frame) => frame.name === name);
  return table?.kind === 'table' ? table.data.rows : [];
}

/** The cells of a version in the tables, as the page's facts write them. */
function cellsOf(name: string, from = frames): string[] {
  const cellsIn = (table: string) =>
    rowsOf(from, table).find((cells) => cells[0] === name) ?? [];
  const [, right, same, bytes, operations] = cellsIn('steps').map(Number);
  const micros = Number(cellsIn('times')[2]);
  const percent = (value = Number.NaN) => `${value.toFixed(1)}%`;
  const costs = [String(bytes), String(operations), micros.toFixed(1)];
  return [percent(right), percent(same), ...costs];
}

function factsOf(prefix: string): (string | undefined)[] {
  const ends = ['Accuracy', 'Same', 'Bytes', 'Operations', 'Micros'];
  return ends.map((end) => facts[`${prefix}${end}`]);
}

describe('the program', () => {
  it('draws every figure that the lab has a title for', () => {
    const drawn = new Set(frames.map((frame) => frame.name));
    expect([...drawn]).toEqual(Object.keys(lab.figures));
    for (const frame of frames) expect(parseFrame(frame)).toEqual(frame);
  });

  it.each([
    ['float32', 'float32'],
    ['8 bits, tensor', 'int8Tensor'],
    ['8 bits, channel', 'int8'],
    ['4 bits, tensor', 'int4Tensor'],
    ['4 bits, channel', 'int4Channel'],
    ['3 bits, tensor', 'int3Tensor'],
    ['3 bits, channel', 'int3Channel'],
    ['2 bits, channel', 'int2Channel'],
    ['50% zeros', 'pruned50'],
    ['90% zeros', 'pruned90'],
    ['8 units', 'units8'],
    ['8 units, tuned', 'trained8'],
    ['8 units, tuned, int8', 'trained8Int8'],
    ['rank 10', 'rank10'],
    ['rank 4', 'rank4'],
  ])('says of %s what the page says', (name, prefix) => {
    expect(cellsOf(name)).toEqual(factsOf(prefix));
  });

  it('learns to read most digits, and int8 reads nearly the same', () => {
    expect(Number.parseFloat(facts['float32Accuracy'] ?? '')).toBeGreaterThan(
      88,
    );
    expect(Number.parseFloat(facts['int8Same'] ?? '')).toBeGreaterThan(98);
    expect(lines[0]?.text).toContain(`${facts['float32Accuracy']} right`);
  });

  it('costs what can be counted by hand', () => {
    // 64 · 16 + 16 · 10 weights, 26 biases of 4 bytes, 26 scales of 4 bytes.
    expect(cellsOf('float32')[2]).toBe(String(4 * 1184 + 4 * 26));
    expect(cellsOf('8 bits, channel')[2]).toBe(String(1184 + 8 * 26));
    expect(cellsOf('8 units')[2]).toBe(String(4 * (64 * 8 + 80 + 18)));
    const rank10 = 4 * (64 * 10 + 10 * 16 + 160 + 10 + 16 + 10);
    expect(cellsOf('rank 10')[2]).toBe(String(rank10));
    // 4840 bytes at 100 MB/s.
    expect(cellsOf('float32')[4]).toBe('48.4');
  });
});

describe('the page', () => {
  it('keeps the claims that its text makes in words', () => {
    const number = (name: string) => Number.parseFloat(facts[name] ?? '');
    expect(number('int3TensorAccuracy')).toBeLessThan(
      number('int3ChannelAccuracy'),
    );
    expect(number('skewTensorSame')).toBeLessThan(number('skewChannelSame'));
    expect(number('skewFloatSame')).toBe(100);
    expect(number('int8SpeedUp')).toBeGreaterThan(3);
    // "One image of 200."
    const gain = number('int4ChannelAccuracy') - number('float32Accuracy');
    expect(gain).toBeCloseTo(100 / number('testCount'), 9);
    expect(number('sparseInt8Bytes')).toBeGreaterThan(number('int8Bytes'));
    expect(number('trained8Accuracy')).toBeGreaterThan(
      number('units8Accuracy') + 10,
    );
    expect(number('float32MicrosOf16')).toBeLessThan(number('float32Micros'));
  });
});

describe('the edits that the page proposes', () => {
  const after = async (...edits: [from: string, to: string][]) => {
    let main = lab.files['/main.ts'] ?? '';
    for (const [from, to] of edits) {
      expect(main).toContain(from);
      main = main.replace(from, to);
    }
    return (await runOnce({ ...lab.files, '/main.ts': main }, '/main.ts'))
      .frames;
  };

  it('skew = 300', async () => {
    const edited = await after(['skew = 1;', 'skew = 300;']);
    expect(cellsOf('float32', edited)).toEqual(factsOf('skewFloat'));
    // "Same" is measured against the skewed float32, which says the same.
    expect(cellsOf('8 bits, tensor', edited)).toEqual(factsOf('skewTensor'));
    expect(cellsOf('8 bits, channel', edited)).toEqual(factsOf('skewChannel'));
  });

  it('coverage = 0.9 and imagesAtOnce = 16', async () => {
    const edited = await after(
      ['coverage = 1;', 'coverage = 0.9;'],
      ['imagesAtOnce = 1;', 'imagesAtOnce = 16;'],
    );
    const int8 = cellsOf('8 bits, channel', edited);
    expect(int8.slice(0, 4)).toEqual(factsOf('clipped').slice(0, 4));
    expect(int8[4]).toBe(facts['int8MicrosOf16']);
    expect(cellsOf('float32', edited)[4]).toBe(facts['float32MicrosOf16']);
  });

  it('coverage = 0.5 and a faster device', async () => {
    const edited = await after(
      ['coverage = 1;', 'coverage = 0.5;'],
      ['{ operationsPerSecond: 100e6', '{ operationsPerSecond: 200e6'],
      ['{ operationsPerSecond: 400e6', '{ operationsPerSecond: 800e6'],
    );
    const int8 = cellsOf('8 bits, channel', edited);
    expect(int8).toEqual(factsOf('clippedHalf'));
    expect(int8[4]).toBe(facts['int8Micros']);
    expect(cellsOf('float32', edited)[4]).toBe(facts['float32Micros']);
  });

  it('epochs = 4', async () => {
    const edited = await after(['epochs: 12', 'epochs: 4']);
    expect(cellsOf('float32', edited)[0]).toBe(facts['shortAccuracy']);
    expect(cellsOf('8 units, tuned', edited)[0]).toBe(
      facts['shortTrainedAccuracy'],
    );
  });

  it.each([2, 3])('seed = %i', async (seed) => {
    const edited = await after(['seed: 1', `seed: ${seed}`]);
    const [float] = cellsOf('float32', edited);
    const [int8] = cellsOf('8 bits, channel', edited);
    expect(float).toBe(facts[`seed${seed}Accuracy`]);
    expect(int8).toBe(facts[`seed${seed}Int8Accuracy`]);
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
    const failed = await failuresOf(exercise.code);
    expect(failed.length).toBeGreaterThan(5);
  });

  it('explains failures of tests that exist', async () => {
    const all = await runTests(lab.files, entries);
    for (const title of Object.keys(exercise.causes)) {
      expect(all.map(({ name }) => name)).toContain(title);
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
  const bodies = [
    solution.affineParameters,
    solution.quantise,
    solution.dequantise,
  ];
  return exercise.code.replace(/return yourTurn\([\s\S]*?\);/g, () => {
    return bodies.shift() ?? '';
  });
}

import { poissonArrivals } from '@runnable-guide/algorithms/arrivals';
import { at } from '@runnable-guide/algorithms/lists';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { right, wrong } from './variants.ts';

/**
 * Greedy batching once more, without events: the replica that is free first
 * takes what has come by then. The p99 of the latencies.
 */
function greedyP99(replicas: number, maxSize: number): number {
  const arrivals = poissonArrivals(560, 15_000, 1);
  const free = Array.from({ length: replicas }, () => 0);
  const latencies: number[] = [];
  while (latencies.length < arrivals.length) {
    const next = latencies.length;
    const first = free.indexOf(Math.min(...free));
    const start = Math.max(at(free, first), at(arrivals, next));
    const batch = arrivals
      .slice(next, next + maxSize)
      .filter((time) => time <= start);
    const end = start + 40 + 4 * batch.length;
    free[first] = end;
    latencies.push(...batch.map((time) => end - time));
  }
  return at(
    latencies.toSorted((a, b) => a - b),
    14_850 - 1,
  );
}

/** The exercise's tests with a file in the place of the algorithm. */
async function failures(code: string): Promise<string[]> {
  const path = pathOf(lab, exercise.file);
  const entries = exercise.tests.map((name) => pathOf(lab, name));
  const tests = await runTests({ ...lab.files, [path]: code }, entries);
  return tests.filter((t) => t.status !== 'pass').map((t) => t.name);
}

function withBody(body: string): string {
  return exercise.code.replace(/\n {2}return yourTurn\([^;]*\);/, () => body);
}

describe('the program', () => {
  it('draws its three figures and prints what it draws', async () => {
    const { frames, lines } = await runOnce(lab.files, '/main.ts');
    const names = new Set(frames.map(({ name }) => name));
    expect([...names]).toEqual(Object.keys(lab.figures));
    expect(frames.map(parseFrame)).toEqual(frames);
    expect(lines.map((line) => line.text).join('\n')).toContain(
      `p99 = ${greedyP99(6, 8).toFixed(0)} ms meets 200 ms`,
    );
    // M/M/1 with 14 and 20 a second: 1/6 s, and ln(100)/6 s.
    const rows = at(lines, -1).table?.rows ?? [];
    expect(rows.map((row) => at(row, -1))).toEqual(['166.7', '767.5']);
  });
});

describe('the facts', () => {
  it('agree with a simulation written in another way', () => {
    for (const replicas of [3, 4, 5, 6]) {
      for (const size of [8, 12, 16, 24, 32]) {
        expect(facts[`p99R${replicas}B${size}`]).toBe(
          greedyP99(replicas, size).toFixed(0),
        );
      }
    }
  });

  it('say what the page says: four replicas do, three do not', () => {
    for (const size of [8, 12, 16, 24, 32]) {
      expect(Number(facts[`p99R3B${size}`])).toBeGreaterThan(200);
    }
    expect(Number(facts['p99R4B16'])).toBeLessThan(200);
    expect(Number(facts['p99R4B24'])).toBeLessThan(200);
    expect(Number(facts['p99R4B12'])).toBeGreaterThan(200);
    expect(Number(facts['p99R4B32'])).toBeGreaterThan(200);
    expect(Number(facts['wait40'])).toBeLessThan(Number(facts['p99R4B16']));
    expect(Number(facts['burstyR6B16'])).toBeGreaterThan(200);
    expect(Number(facts['burstyR7'])).toBeLessThan(200);
  });

  it('have the price of four replicas at 560 requests a second', () => {
    const dollars = ((4 * 2) / 3600 / 560) * 1000;
    expect(Number(facts['costR4'])).toBeCloseTo(dollars, 3);
    expect(facts['mm1P99At90']).toBe((Math.log(100) * 500).toFixed(0));
    expect(facts['mostArrivals']).toBe('15.39');
    // The self-check of the page, whose options are plain text.
    expect([facts['mm1P99At80'], facts['mm1P99At90']]).toEqual([
      '1151',
      '2303',
    ]);
  });
});

describe('the exercise', () => {
  it('is solved by the original file and not as it is shipped', async () => {
    const original = lab.files[pathOf(lab, exercise.file)] ?? '';
    expect(await failures(original)).toEqual([]);
    expect((await failures(exercise.code)).length).toBeGreaterThan(5);
  });

  it.each(Object.entries(right))('accepts %s', async (_, body) => {
    expect(await failures(withBody(body))).toEqual([]);
  });

  it.each(Object.entries(wrong))('refuses %s', async (_, { body, test }) => {
    expect(await failures(withBody(body))).toContain(test);
  });

  it('has a cause for each of its tests, by its title', async () => {
    const names = new Set(await failures(exercise.code));
    for (const { test } of Object.values(wrong)) names.add(test);
    for (const name of names) expect(exercise.causes).toHaveProperty([name]);
    expect([...names].sort()).toEqual(Object.keys(exercise.causes).sort());
  });
});

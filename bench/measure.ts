import { deepStrictEqual } from 'node:assert';

export interface Contender {
  name: string;
  run: () => unknown;
  /** How often; slow ones may run less. Default: 7. */
  rounds?: number;
}

export interface Timing {
  name: string;
  ms: number;
}

/**
 * The median time of each contender. Two runs warm each one up; then they
 * take turns, so that a slow moment of the machine meets all of them.
 */
export function race(contenders: Contender[]): Timing[] {
  for (const { run } of contenders) {
    run();
    run();
  }
  const times = contenders.map((): number[] => []);
  const most = Math.max(...contenders.map(({ rounds = 7 }) => rounds));
  for (let round = 0; round < most; round++) {
    for (const [index, { run, rounds = 7 }] of contenders.entries()) {
      if (round >= rounds) continue;
      const start = performance.now();
      run();
      times[index]?.push(performance.now() - start);
    }
  }
  return contenders.map(({ name }, index) => {
    return { name, ms: median(times[index] ?? []) };
  });
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints the times, and each as a multiple of the first one. */
export function report(title: string, timings: Timing[]): void {
  console.log(`\n${title}`);
  const [own] = timings;
  for (const { name, ms } of timings) {
    const ratio = ms / (own?.ms ?? Number.NaN);
    const time = `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
    console.log(
      `  ${name.padEnd(44)}${time.padStart(10)}${`${ratio.toFixed(2)} ×`.padStart(12)}`,
    );
  }
}

/**
 * From the first edition to the last: the time of each, by how much it is
 * faster than the first one, and by how much than the one before. All must
 * have the same result, to the last bit.
 */
export function reportSteps<Result>(
  title: string,
  steps: (Contender & { run: () => Result })[],
): void {
  const [expected, ...others] = steps.map(({ run }) => run());
  for (const result of others) deepStrictEqual(result, expected);
  const timings = race(steps);
  console.log(`\n${title}; step by step`);
  const header = ['time', 'gain', 'of the step'];
  console.log(`  ${' '.repeat(44)}${columns(header)}`);
  for (const [index, { name, ms }] of timings.entries()) {
    const first = timings[0]?.ms ?? Number.NaN;
    const before = timings[index - 1]?.ms ?? ms;
    const gains = [first / ms, before / ms].map((gain) => {
      return `${gain.toFixed(gain < 10 ? 2 : 0)} ×`;
    });
    const time = `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
    console.log(`  ${name.padEnd(44)}${columns([time, ...gains])}`);
  }
}

function columns([time = '', ...gains]: string[]): string {
  return [time.padStart(10), ...gains.map((gain) => gain.padStart(12))].join(
    '',
  );
}

/** The slope of log time over log size, by least squares. */
export function exponent(points: { size: number; ms: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (list: number[]) => list.reduce((a, b) => a + b) / list.length;
  const [x, y] = [mean(xs), mean(ys)];
  let above = 0;
  let below = 0;
  for (const [index, each] of xs.entries()) {
    above += (each - x) * ((ys[index] ?? 0) - y);
    below += (each - x) ** 2;
  }
  return above / below;
}

export function expectClose(what: string, a: number, b: number, gap: number) {
  if (Math.abs(a - b) <= gap * Math.max(1, Math.abs(b))) return;
  throw new Error(`${what}: ${a} and ${b} differ. They did not do the same.`);
}

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

import { fitText } from './measure.ts';
import { formatTick } from './number.ts';
import type { Tick } from './scale.ts';
import { fontSize } from './style.ts';

/** One tick in the middle of each cell. */
export function categoryTicks(names: readonly string[], width: number): Tick[] {
  return names.map((name, index) => ({
    value: index + 0.5,
    label: fitText(name, width, fontSize),
  }));
}

/** At most eight cell numbers, from 0. */
export function indexTicks(count: number): Tick[] {
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000];
  const step = every.find((each) => count / each <= 8) ?? 40000;
  const ticks: Tick[] = [];
  for (let index = 0; index < count; index += step) {
    ticks.push({ value: index + 0.5, label: formatTick(index, 1) });
  }
  return ticks;
}

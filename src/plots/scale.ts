import { extent, nice, tickStep, ticks } from 'd3-array';
import { formatNumber, formatTick, isDrawable } from './number.ts';

export type Domain = readonly [number, number];

export interface Tick {
  value: number;
  label: string;
}

export interface Scale {
  readonly domain: Domain;
  /** Position of a value; NaN for one that has no place on this scale. */
  at(value: number): number;
  ticks(count: number): Tick[];
}

/**
 * Smallest and largest drawable value, widened when they are equal, so that
 * what is drawn always has room. `[0, 1]` when there is nothing to draw.
 */
export function domainOf(values: Iterable<number>): Domain {
  const [lowest, highest] = extent(only(values, isDrawable));
  return lowest === undefined ? [0, 1] : widened(lowest, highest);
}

export function niceDomain([lowest, highest]: Domain, count: number): Domain {
  const [start, stop] = nice(lowest, highest, count);
  return [start ?? lowest, stop ?? highest];
}

export function padDomain([lowest, highest]: Domain, share: number): Domain {
  const pad = (highest - lowest) * share;
  return [lowest - pad, highest + pad];
}

export function linearScale(domain: Domain, range: Domain): Scale {
  const [lowest, highest] = domain;
  const factor = (range[1] - range[0]) / (highest - lowest);
  return {
    domain,
    at: (value) =>
      isDrawable(value) ? range[0] + (value - lowest) * factor : Number.NaN,
    ticks: (count) => {
      const step = tickStep(lowest, highest, count);
      return ticks(lowest, highest, count).map((value) => ({
        value,
        label: formatTick(value, step),
      }));
    },
  };
}

/** Domain of a log scale, out to the next 1, 2 or 5 times a power of ten. */
export function logDomainOf(values: Iterable<number>): Domain {
  const isPositive = (value: number) => value > 1e-150 && isDrawable(value);
  const [lowest, highest] = extent(only(values, isPositive));
  if (lowest === undefined) return [0.1, 1];
  const start = roundTo125(lowest, Math.floor);
  const stop = roundTo125(highest, Math.ceil);
  return start < stop ? [start, stop] : [start / 2, stop * 2];
}

export function logScale(domain: Domain, range: Domain): Scale {
  const [lowest, highest] = domain.map(Math.log10) as [number, number];
  const factor = (range[1] - range[0]) / (highest - lowest);
  return {
    domain,
    at: (value) =>
      value > 0 && isDrawable(value)
        ? range[0] + (Math.log10(value) - lowest) * factor
        : Number.NaN,
    ticks: (count) => {
      const first = Math.ceil(lowest - 1e-9);
      const last = Math.floor(highest + 1e-9);
      const steps = last - first >= 2 ? [1] : [1, 2, 5];
      const every = Math.max(1, Math.ceil((last - first + 1) / count));
      const found: Tick[] = [];
      for (let power = first - 1; power <= last; power++) {
        if (steps.length === 1 && (power - first) % every !== 0) continue;
        for (const step of steps) {
          const value = Number(`${step}e${power}`);
          const inside =
            value >= domain[0] * 0.999 && value <= domain[1] * 1.001;
          if (inside) found.push({ value, label: formatNumber(value) });
        }
      }
      return found;
    },
  };
}

function roundTo125(value: number, round: (value: number) => number): number {
  const power = Math.floor(Math.log10(value) + 1e-12);
  const multiple = value / 10 ** power;
  const steps = round === Math.floor ? [5, 2, 1] : [1, 2, 5, 10];
  const isReached = (step: number) =>
    round === Math.floor
      ? step <= multiple * 1.0001
      : step >= multiple * 0.9999;
  return Number(`${steps.find(isReached) ?? 1}e${power}`);
}

function widened(lowest: number, highest: number): Domain {
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (highest - lowest > size * 1e-9 && size > 1e-150) return [lowest, highest];
  const pad = size > 1e-150 ? size * 0.1 : 1;
  return [lowest - pad, highest + pad];
}

function* only(
  values: Iterable<number>,
  accept: (value: number) => boolean,
): Generator<number> {
  for (const value of values) if (accept(value)) yield value;
}

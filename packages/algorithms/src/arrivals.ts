import { createRandom, type Random } from './random.ts';
import { checkInteger, checkPositive } from './validate.ts';

export interface BurstyOptions {
  /** Arrivals in a second while it is calm, and during a burst. */
  calmRate: number;
  burstRate: number;
  /** Mean length of a calm spell and of a burst, in ms. */
  calmTime: number;
  burstTime: number;
}

/**
 * Arrival times in ms, rising, of requests that come independently of each
 * other at a steady rate (a Poisson process): the gaps are exponential.
 *
 * @param rate arrivals in a second
 * @throws RangeError if an argument is not as described
 */
export function poissonArrivals(
  rate: number,
  count: number,
  seed = 1,
): number[] {
  checkPositive('rate', rate);
  checkInteger('count', count, 1);
  const random = createRandom(seed);
  let time = 0;
  return Array.from({ length: count }, () => {
    time += exponential(1000 / rate, random);
    return time;
  });
}

/**
 * Arrival times in ms of requests that come in bursts: a Poisson process
 * whose rate switches between two values after exponential times. It starts
 * calm. The long-run rate is the mean of the two by the time spent in each.
 *
 * Model: the two-state Markov-modulated Poisson process of Heffes and
 * Lucantoni, "A Markov modulated characterization of packetized voice and
 * data traffic", IEEE Journal on Selected Areas in Communications 4 (1986),
 * pp. 856–868.
 *
 * @throws RangeError if an argument is not as described
 */
export function burstyArrivals(
  options: BurstyOptions,
  count: number,
  seed = 1,
): number[] {
  const { calmRate, burstRate, calmTime, burstTime } = options;
  for (const [name, value] of Object.entries(options)) {
    checkPositive(name, value);
  }
  checkInteger('count', count, 1);
  const random = createRandom(seed);
  const times: number[] = [];
  let time = 0;
  let isBurst = false;
  let switchAt = exponential(calmTime, random);
  while (times.length < count) {
    const gap = exponential(1000 / (isBurst ? burstRate : calmRate), random);
    if (time + gap < switchAt) {
      time += gap;
      times.push(time);
      continue;
    }
    // Exponential gaps have no memory: draw again from the switch on.
    time = switchAt;
    isBurst = !isBurst;
    switchAt += exponential(isBurst ? burstTime : calmTime, random);
  }
  return times;
}

/**
 * Arrival times in ms of a Poisson process whose rate changes at fixed times,
 * such as `[{ rate: 100, duration: 60_000 }, …]`, from the start to the end.
 *
 * @throws RangeError if an argument is not as described
 */
export function steppedArrivals(
  phases: readonly { rate: number; duration: number }[],
  seed = 1,
): number[] {
  const random = createRandom(seed);
  const times: number[] = [];
  let end = 0;
  for (const { rate, duration } of phases) {
    checkPositive('rate', rate);
    checkPositive('duration', duration);
    let time = end + exponential(1000 / rate, random);
    end += duration;
    for (; time < end; time += exponential(1000 / rate, random)) {
      times.push(time);
    }
  }
  return times;
}

/** The long-run arrivals in a second of `burstyArrivals`. */
export function burstyRate(options: BurstyOptions): number {
  const { calmRate, burstRate, calmTime, burstTime } = options;
  const arrivals = calmRate * calmTime + burstRate * burstTime;
  return arrivals / (calmTime + burstTime);
}

/** A number from the exponential distribution with this mean. */
export function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random());
}

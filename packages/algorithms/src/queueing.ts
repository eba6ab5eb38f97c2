import { checkInteger, checkPositive, refuse } from './validate.ts';

/** Long-run means of a queue, in the time unit of the rates. */
export interface QueueMeans {
  /** Share of the time that a server is busy. */
  utilisation: number;
  /** Mean time in the queue. */
  wait: number;
  /** Mean time in the queue and in service. */
  latency: number;
  /** Mean number of requests in the queue and in service. */
  inFlight: number;
}

/**
 * c equal servers behind one queue, Poisson arrivals, exponential service
 * times; c = 1 is M/M/1. Rates are per server and unit of time.
 *
 * Source: Kleinrock, "Queueing systems, volume 1: theory", 1975, section 3.5;
 * the chance to wait is Erlang's C formula of 1917.
 *
 * @throws RangeError if the servers cannot keep up, or on a bad argument
 */
export function mmc(
  arrivalRate: number,
  serviceRate: number,
  serverCount = 1,
): QueueMeans {
  const load = checkLoad(arrivalRate, serviceRate, serverCount);
  const spareRate = serverCount * serviceRate - arrivalRate;
  const wait = erlangC(load, serverCount) / spareRate;
  return meansOf(arrivalRate, serviceRate, serverCount, wait);
}

/**
 * One server, Poisson arrivals, any independent service times: the formula of
 * Pollaczek and Khinchine, Kleinrock, section 5.6.
 *
 * @param variation squared coefficient of variation of the service time: 0 if
 *   it is constant (M/D/1), 1 if exponential (M/M/1)
 */
export function mg1(
  arrivalRate: number,
  serviceRate: number,
  variation: number,
): QueueMeans {
  const load = checkLoad(arrivalRate, serviceRate, 1);
  const factor = (1 + variation) / 2 / serviceRate;
  return meansOf(arrivalRate, serviceRate, 1, (load / (1 - load)) * factor);
}

/**
 * The time within which a share of the requests of `mmc` is done. The latency
 * is an exponential service time after a wait that is 0 with probability
 * 1 − C and exponential otherwise; bisection inverts its distribution.
 */
export function mmcQuantile(
  share: number,
  arrivalRate: number,
  serviceRate: number,
  serverCount = 1,
): number {
  const load = checkLoad(arrivalRate, serviceRate, serverCount);
  if (!(share > 0 && share < 1)) refuse('share', 'between 0 and 1', share);
  const chance = erlangC(load, serverCount);
  const spareRate = serverCount * serviceRate - arrivalRate;
  // P(latency > t), from the sum of the two exponential times.
  const beyond = (t: number): number => {
    const short = Math.exp(-serviceRate * t);
    const gap = serviceRate - spareRate;
    const sum =
      Math.abs(gap) < 1e-9 * serviceRate
        ? (1 + serviceRate * t) * short
        : (serviceRate * Math.exp(-spareRate * t) - spareRate * short) / gap;
    return (1 - chance) * short + chance * sum;
  };
  let low = 0;
  let high = 1 / serviceRate;
  while (beyond(high) > 1 - share) high *= 2;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (beyond(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The chance that an arrival has to wait. The recursion for Erlang's B
 * formula avoids factorials.
 */
function erlangC(load: number, serverCount: number): number {
  let blocking = 1;
  for (let count = 1; count <= serverCount; count++) {
    blocking = (load * blocking) / (count + load * blocking);
  }
  const utilisation = load / serverCount;
  return blocking / (1 - utilisation * (1 - blocking));
}

function meansOf(
  arrivalRate: number,
  serviceRate: number,
  serverCount: number,
  wait: number,
): QueueMeans {
  const utilisation = arrivalRate / serviceRate / serverCount;
  const latency = wait + 1 / serviceRate;
  // Little's law.
  const inFlight = arrivalRate * latency;
  return { utilisation, wait, latency, inFlight };
}

/** The mean number of busy servers, in Erlang. */
function checkLoad(
  arrivalRate: number,
  serviceRate: number,
  serverCount: number,
): number {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkInteger('serverCount', serverCount, 1);
  const most = serverCount * serviceRate;
  if (arrivalRate >= most) {
    refuse('arrivalRate', `less than ${most}, what is served`, arrivalRate);
  }
  return arrivalRate / serviceRate;
}

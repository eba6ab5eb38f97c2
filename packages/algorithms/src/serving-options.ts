import { exponential } from './arrivals.ts';
import { type AutoscalerOptions, checkAutoscaler } from './autoscaler.ts';
import { type BatchPolicy, checkBatchPolicy } from './batch-former.ts';
import { type CanaryOptions, checkCanary } from './canary.ts';
import type { Random } from './random.ts';
import { checkInteger, checkNotNegative, refuse } from './validate.ts';

/** The time in ms that a replica needs for a batch of a size. */
export type ServiceTime = (batchSize: number, random: Random) => number;

export interface ServingOptions {
  /** Arrival times of the requests in ms, in rising order. */
  arrivals: readonly number[];
  batching: BatchPolicy;
  serviceTime: ServiceTime;
  /** Replicas that are ready at time 0. */
  replicas: number;
  /** A request that finds so many waiting is refused. Default: no limit. */
  queueLimit?: number;
  /** Time in ms from the order of a replica until it is ready. Default: 0. */
  coldStart?: number;
  /** Orders and retires replicas. Default: their number stays. */
  autoscaler?: AutoscalerOptions | null;
  /** One of the replicas runs a new version. Default: none does. */
  canary?: CanaryOptions | null;
  /** Seed of service times and errors. Default: 1. */
  seed?: number;
}

/** A batch takes a fixed time and a time for each of its requests. */
export function linearTime(fixed: number, perRequest: number): ServiceTime {
  checkNotNegative('fixed', fixed);
  checkNotNegative('perRequest', perRequest);
  return (batchSize) => fixed + perRequest * batchSize;
}

/** A batch takes an exponential time, whatever its size. */
export function exponentialTime(mean: number): ServiceTime {
  checkNotNegative('mean', mean);
  return (_, random) => exponential(mean, random);
}

/** Fills in the defaults. Throws a RangeError on a bad option. */
export function completeServing(
  options: ServingOptions,
): Required<ServingOptions> {
  const complete = {
    queueLimit: Infinity,
    coldStart: 0,
    autoscaler: null,
    canary: null,
    seed: 1,
    ...options,
  };
  checkArrivals(complete.arrivals);
  checkBatchPolicy(complete.batching);
  checkInteger('replicas', complete.replicas, 1);
  if (complete.queueLimit !== Infinity) {
    checkInteger('queueLimit', complete.queueLimit, 1);
  }
  checkNotNegative('coldStart', complete.coldStart);
  checkInteger('seed', complete.seed, 0, 2 ** 32 - 1);
  if (complete.autoscaler !== null) checkAutoscaler(complete.autoscaler);
  if (complete.canary !== null) {
    checkCanary(complete.canary);
    if (complete.replicas < 2) refuse('replicas', 'at least 2', 1);
  }
  return complete;
}

function checkArrivals(arrivals: readonly number[]): void {
  if (!Array.isArray(arrivals) || arrivals.length === 0) {
    refuse('arrivals', 'a list of at least one time', arrivals);
  }
  let previous = 0;
  for (const [index, time] of arrivals.entries()) {
    if (!Number.isFinite(time) || time < previous) {
      refuse(`arrivals[${index}]`, `a time of at least ${previous}`, time);
    }
    previous = time;
  }
}

import { checkInteger, checkPositive } from './validate.ts';

export interface AutoscalerOptions {
  /** Requests in flight, waiting or in service, that suit one replica. */
  target: number;
  /** Fewest and most replicas. */
  min: number;
  max: number;
  /** Time between two looks, in ms. */
  interval: number;
  /** Scale in only if so many looks in a row allow it. */
  patience: number;
}

/**
 * How many replicas there should be: the requests in flight divided by the
 * target, rounded up, and the largest such number of the last `patience`
 * looks. Growth is immediate; shrinking waits until the calm has lasted.
 *
 * Method: Kubernetes documentation, "Horizontal Pod Autoscaling", algorithm
 * details and stabilization window, without its tolerance of 10%.
 *
 * @param inFlight what each look has seen, the latest last
 */
export function desiredReplicas(
  inFlight: readonly number[],
  { target, min, max, patience }: AutoscalerOptions,
): number {
  const recent = inFlight.slice(-patience);
  const wanted = recent.map((count) => Math.ceil(count / target));
  return Math.min(max, Math.max(min, ...wanted));
}

/** Throws a RangeError if an option is not as described. */
export function checkAutoscaler(options: AutoscalerOptions): void {
  checkPositive('target', options.target);
  checkInteger('min', options.min, 1);
  checkInteger('max', options.max, options.min);
  checkPositive('interval', options.interval);
  checkInteger('patience', options.patience, 1);
}

import { checkNotNegative, checkPositive } from './validate.ts';

/** The two ceilings of a device. */
export interface Device {
  /** Peak, counting a multiplication and an addition as two. */
  operationsPerSecond: number;
  /** From the memory that holds the weights. */
  bytesPerSecond: number;
}

/** What a piece of work asks of a device. */
export interface Work {
  operations: number;
  /** Moved between memory and processor. */
  bytes: number;
}

/** Operations for each byte moved. */
export function intensityOf({ operations, bytes }: Work): number {
  checkNotNegative('operations', operations);
  checkPositive('bytes', bytes);
  return operations / bytes;
}

/** The intensity from which on the processor is the limit, not the memory. */
export function ridgeOf(device: Device): number {
  checkDevice(device);
  return device.operationsPerSecond / device.bytesPerSecond;
}

/**
 * The most operations per second that a device can reach at an intensity:
 * the lower of the two ceilings.
 *
 * Method: Williams, Waterman and Patterson, "Roofline: an insightful visual
 * performance model for multicore architectures", Communications of the ACM
 * 52 (2009), pp. 65–76.
 */
export function attainable(device: Device, intensity: number): number {
  checkDevice(device);
  checkNotNegative('intensity', intensity);
  const { operationsPerSecond, bytesPerSecond } = device;
  return Math.min(operationsPerSecond, intensity * bytesPerSecond);
}

/**
 * The least time that the work can take, in seconds. Real programs take
 * longer: nothing here waits, misses a cache or starts a kernel.
 */
export function secondsFor(device: Device, work: Work): number {
  return work.operations / attainable(device, intensityOf(work));
}

function checkDevice({ operationsPerSecond, bytesPerSecond }: Device): void {
  checkPositive('operationsPerSecond', operationsPerSecond);
  checkPositive('bytesPerSecond', bytesPerSecond);
}

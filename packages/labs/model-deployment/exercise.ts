import {
  checkInteger,
  checkNotNegative,
  refuse,
} from '@runnable-guide/algorithms/validate';

export interface BatchPolicy {
  /** Most requests in one batch. */
  maxSize: number;
  /**
   * The oldest request waits at most so long (ms) for others to join it.
   * 0 takes whatever waits; Infinity is static batching: full or not at all.
   */
  maxWait: number;
}

/** A request in the queue. */
export interface Waiting {
  /** When it came, in ms. */
  arrival: number;
}

export interface BatchDecision {
  /** So many requests, the oldest first, start now; 0 means wait. */
  take: number;
  /**
   * If nothing arrives, ask again at this time, which is later than now.
   * Infinity if only an arrival can change the decision.
   */
  askAgainAt: number;
}

/**
 * Decides for a free replica whether a batch starts now, and how large it is:
 * as soon as it is full, or as soon as the oldest request has waited `maxWait`.
 *
 * This is dynamic batching as in NVIDIA Triton Inference Server, with its
 * `max_batch_size` and `max_queue_delay_microseconds`.
 *
 * @param queue the waiting requests, the oldest first
 * @param now the time in ms
 */
export function formBatch(
  queue: readonly Waiting[],
  now: number,
  policy: BatchPolicy,
): BatchDecision {
  return yourTurn(
    'start a batch, or say when to ask again',
    queue,
    now,
    policy.maxSize,
    policy.maxWait,
  );
}

/** Throws a RangeError if the policy is not as described. */
export function checkBatchPolicy({ maxSize, maxWait }: BatchPolicy): void {
  checkInteger('maxSize', maxSize, 1);
  if (maxWait !== Infinity) checkNotNegative('maxWait', maxWait);
}

/** Throws a RangeError if no simulation could go on with the decision. */
export function checkDecision(
  { take, askAgainAt }: BatchDecision,
  waitingCount: number,
  now: number,
): void {
  checkInteger('take', take, 0, waitingCount);
  if (take > 0 || askAgainAt > now) return;
  refuse('askAgainAt', `later than now, which is ${now}`, askAgainAt);
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}

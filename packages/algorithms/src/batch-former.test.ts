import { describe, expect, it } from 'vitest';
import { poissonArrivals } from './arrivals.ts';
import { checkBatchPolicy, checkDecision, formBatch } from './batch-former.ts';
import { linearTime, serve } from './serving.ts';

/** A queue of requests that came at these times. */
function queueOf(...arrivals: number[]) {
  return arrivals.map((arrival) => ({ arrival }));
}

describe('formBatch', () => {
  const policy = { maxSize: 3, maxWait: 20 };

  it('waits for an arrival if nobody is in the queue', () => {
    const decision = formBatch([], 100, policy);
    expect(decision).toEqual({ take: 0, askAgainAt: Infinity });
  });

  it('starts a full batch at once', () => {
    const queue = queueOf(100, 101, 102);
    expect(formBatch(queue, 102, policy).take).toBe(3);
  });

  it('takes at most maxSize, however long the queue is', () => {
    const queue = queueOf(1, 2, 3, 4, 5, 6, 7);
    expect(formBatch(queue, 500, policy).take).toBe(3);
  });

  it('waits for others, until the oldest has waited maxWait', () => {
    const queue = queueOf(100, 115);
    const decision = formBatch(queue, 115, policy);
    expect(decision).toEqual({ take: 0, askAgainAt: 120 });
  });

  it('then starts with those who are there', () => {
    const queue = queueOf(100, 115);
    expect(formBatch(queue, 120, policy).take).toBe(2);
    expect(formBatch(queue, 190, policy).take).toBe(2);
  });

  it('starts at the very time for which it asked, rounding or not', () => {
    // In floats 0.2 + 0.5 − 0.2 is less than 0.5.
    const queue = queueOf(0.2);
    const short = { maxSize: 3, maxWait: 0.5 };
    const { askAgainAt } = formBatch(queue, 0.2, short);
    expect(formBatch(queue, askAgainAt, short).take).toBe(1);
  });

  it('takes whatever waits if maxWait is 0', () => {
    const greedy = { maxSize: 3, maxWait: 0 };
    expect(formBatch(queueOf(100), 100, greedy).take).toBe(1);
    expect(formBatch(queueOf(90, 95), 100, greedy).take).toBe(2);
  });

  it('waits for a full batch without end if maxWait is Infinity', () => {
    const fixed = { maxSize: 3, maxWait: Infinity };
    const decision = formBatch(queueOf(1, 2), 1e9, fixed);
    expect(decision).toEqual({ take: 0, askAgainAt: Infinity });
  });
});

describe('a server with this batch former', () => {
  it('keeps both promises: size and wait', () => {
    const { requests } = serve({
      arrivals: poissonArrivals(200, 2000),
      batching: { maxSize: 8, maxWait: 15 },
      serviceTime: linearTime(5, 0.5),
      replicas: 20,
    });
    for (const { arrival, start, batchSize } of requests) {
      expect(batchSize).toBeGreaterThanOrEqual(1);
      expect(batchSize).toBeLessThanOrEqual(8);
      // With a replica always free, nobody waits longer than maxWait.
      expect((start ?? Infinity) - arrival).toBeLessThan(15 + 1e-6);
    }
  });
});

describe('bad arguments', () => {
  it('are refused in words', () => {
    const policy = { maxSize: 0, maxWait: 5 };
    expect(() => checkBatchPolicy(policy)).toThrow(
      'maxSize must be an integer of at least 1; got 0',
    );
    expect(() => checkBatchPolicy({ maxSize: 1, maxWait: -1 })).toThrow(
      'maxWait must be a finite number of at least 0; got -1',
    );
    const late = { take: 0, askAgainAt: 7 };
    expect(() => checkDecision(late, 3, 7)).toThrow(
      'askAgainAt must be later than now, which is 7; got 7',
    );
    const greedy = { take: 4, askAgainAt: 9 };
    expect(() => checkDecision(greedy, 3, 7)).toThrow(
      'take must be an integer from 0 to 3; got 4',
    );
  });
});

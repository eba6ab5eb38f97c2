/** Bodies of `formBatch` that are right. */
export const right: Readonly<Record<string, string>> = {
  'early returns': `
    const { maxSize, maxWait } = policy;
    if (queue.length === 0) return { take: 0, askAgainAt: Infinity };
    if (queue.length >= maxSize) return { take: maxSize, askAgainAt: Infinity };
    const due = queue[0].arrival + maxWait;
    if (now < due) return { take: 0, askAgainAt: due };
    return { take: queue.length, askAgainAt: Infinity };`,
  'one expression': `
    const due = (queue.at(0)?.arrival ?? Infinity) + policy.maxWait;
    const goes = queue.length >= policy.maxSize || now >= due;
    return {
      take: goes ? Math.min(queue.length, policy.maxSize) : 0,
      askAgainAt: goes ? Infinity : due,
    };`,
  'slicing the queue': `
    const batch = queue.slice(0, policy.maxSize);
    const deadlines = batch.map((r) => r.arrival + policy.maxWait);
    const first = Math.min(...deadlines);
    const isFull = batch.length === policy.maxSize;
    if (isFull || (batch.length > 0 && first <= now)) {
      return { take: batch.length, askAgainAt: now + 1 };
    }
    return { take: 0, askAgainAt: first };`,
  'a loop': `
    let take = 0;
    let due = Infinity;
    for (const { arrival } of queue) {
      due = Math.min(due, arrival + policy.maxWait);
      if (take < policy.maxSize) take++;
    }
    if (take === policy.maxSize || due <= now) {
      return { take, askAgainAt: Infinity };
    }
    return { take: 0, askAgainAt: due };`,
};

/** Bodies with a typical mistake, and a test that notices it. */
export const wrong: Readonly<Record<string, { body: string; test: string }>> = {
  'no limit to the size': {
    body: `
      const due = (queue[0]?.arrival ?? Infinity) + policy.maxWait;
      if (queue.length >= policy.maxSize || now >= due) {
        return { take: queue.length, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: due };`,
    test: 'takes at most maxSize, however long the queue is',
  },
  'the wait of the newest counts': {
    body: `
      const due = (queue.at(-1)?.arrival ?? Infinity) + policy.maxWait;
      const take = Math.min(queue.length, policy.maxSize);
      if (take === policy.maxSize || now >= due) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: due };`,
    test: 'waits for others, until the oldest has waited maxWait',
  },
  'the clock starts at every question': {
    body: `
      if (queue.length === 0) return { take: 0, askAgainAt: Infinity };
      const take = Math.min(queue.length, policy.maxSize);
      const isOld = now >= queue[0].arrival + policy.maxWait;
      if (take === policy.maxSize || isOld) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: now + policy.maxWait };`,
    test: 'waits for others, until the oldest has waited maxWait',
  },
  'nobody asks again': {
    body: `
      const due = (queue[0]?.arrival ?? Infinity) + policy.maxWait;
      const take = Math.min(queue.length, policy.maxSize);
      if (take === policy.maxSize || now >= due) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: Infinity };`,
    test: 'waits for others, until the oldest has waited maxWait',
  },
  'an empty queue is forgotten': {
    body: `
      const due = queue[0].arrival + policy.maxWait;
      const take = Math.min(queue.length, policy.maxSize);
      if (take === policy.maxSize || now >= due) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: due };`,
    test: 'waits for an arrival if nobody is in the queue',
  },
  'a difference instead of a deadline': {
    body: `
      if (queue.length === 0) return { take: 0, askAgainAt: Infinity };
      const waited = now - queue[0].arrival;
      const take = Math.min(queue.length, policy.maxSize);
      if (take === policy.maxSize || waited >= policy.maxWait) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: queue[0].arrival + policy.maxWait };`,
    test: 'starts at the very time for which it asked, rounding or not',
  },
  'later than the deadline, not at it': {
    body: `
      const due = (queue[0]?.arrival ?? Infinity) + policy.maxWait;
      const take = Math.min(queue.length, policy.maxSize);
      if (take === policy.maxSize || now > due) {
        return { take, askAgainAt: Infinity };
      }
      return { take: 0, askAgainAt: due };`,
    test: 'then starts with those who are there',
  },
  'only full batches': {
    body: `
      const take = queue.length >= policy.maxSize ? policy.maxSize : 0;
      const due = (queue[0]?.arrival ?? Infinity) + policy.maxWait;
      return { take, askAgainAt: due };`,
    test: 'then starts with those who are there',
  },
};

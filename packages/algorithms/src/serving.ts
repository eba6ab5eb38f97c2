import { desiredReplicas } from './autoscaler.ts';
import { checkDecision, formBatch } from './batch-former.ts';
import { shouldRollBack } from './canary.ts';
import { createEventQueue } from './event-queue.ts';
import { at } from './lists.ts';
import { createRandom } from './random.ts';
import { createFleet, type Replica } from './replicas.ts';
import { completeServing, type ServingOptions } from './serving-options.ts';
import type { Moment, Request, ServingRun } from './serving-run.ts';

export { exponentialTime, linearTime } from './serving-options.ts';
export type { Moment, Request, ServingOptions, ServingRun };

/**
 * Simulates a model server event by event: requests arrive, wait in one
 * queue, are served in batches by the replica that has been idle longest, and
 * leave. Requests that never fill a static batch still wait at the end.
 *
 * @throws RangeError if an option is not as described
 */
export function serve(options: ServingOptions): ServingRun {
  const settings = completeServing(options);
  const { arrivals, batching, coldStart, autoscaler, canary } = settings;
  // Not the numbers that made the arrivals, if those had the same seed.
  const random = createRandom((settings.seed ^ 0x5eed5eed) >>> 0);
  const agenda = createEventQueue<() => void>();
  const fleet = createFleet(settings.replicas, canary !== null);
  const requests: Request[] = [];
  const moments: Moment[] = [];
  const queue: Request[] = [];
  const looks: number[] = [];
  const tallies = {
    stable: { answered: 0, failed: 0 },
    canary: { answered: 0, failed: 0 },
  };
  let now = 0;
  let inService = 0;
  let askAgainAt = Infinity;
  let rolledBackAt: number | null = null;

  function arrive(): void {
    const isRefused = queue.length >= settings.queueLimit;
    const request: Request = {
      arrival: now,
      outcome: isRefused ? 'refused' : 'waiting',
      start: null,
      finish: null,
      batchSize: 0,
    };
    requests.push(request);
    if (!isRefused) queue.push(request);
    const next = arrivals[requests.length];
    if (next !== undefined) agenda.add(next, arrive);
    dispatch();
  }

  function dispatch(): void {
    for (const replica of fleet.idle(now)) {
      const decision = formBatch(queue, now, batching);
      checkDecision(decision, queue.length, now);
      if (decision.take === 0) {
        wakeAt(decision.askAgainAt);
        return;
      }
      start(replica, queue.splice(0, decision.take));
    }
  }

  function wakeAt(time: number): void {
    if (time === askAgainAt || time === Infinity) return;
    askAgainAt = time;
    agenda.add(time, dispatch);
  }

  function start(replica: Replica, batch: Request[]): void {
    const duration = settings.serviceTime(batch.length, random);
    inService += batch.length;
    replica.isBusy = true;
    replica.busyTime += duration;
    for (const request of batch) {
      request.start = now;
      request.batchSize = batch.length;
    }
    agenda.add(now + duration, () => finish(replica, batch));
  }

  function finish(replica: Replica, batch: Request[]): void {
    inService -= batch.length;
    fleet.release(replica, now);
    const tally = tallies[replica.version];
    const errorRate = canary?.[`${replica.version}ErrorRate`] ?? 0;
    for (const request of batch) {
      const failed = random() < errorRate;
      request.finish = now;
      request.outcome = failed ? 'failed' : 'answered';
      tally.answered += 1;
      tally.failed += Number(failed);
    }
    if (replica.version === 'canary') judge(replica);
    dispatch();
  }

  /** On a rollback the old version takes over the replica, from cold. */
  function judge(replica: Replica): void {
    if (canary === null) return;
    if (!shouldRollBack(tallies.stable, tallies.canary, canary)) return;
    rolledBackAt = now;
    replica.version = 'stable';
    replica.readyAt = now + coldStart;
    agenda.add(replica.readyAt, dispatch);
  }

  function scale(): void {
    if (autoscaler === null) return;
    looks.push(queue.length + inService);
    const desired = desiredReplicas(looks, autoscaler);
    while (fleet.size() > desired) fleet.retire(now);
    while (fleet.size() < desired) {
      fleet.add(now, now + coldStart);
      agenda.add(now + coldStart, dispatch);
    }
    agenda.add(now + autoscaler.interval, scale);
  }

  function note(): void {
    const replicas = fleet.ready(now);
    moments.push({ time: now, queueLength: queue.length, inService, replicas });
  }

  note();
  agenda.add(at(arrivals, 0), arrive);
  if (autoscaler !== null) agenda.add(autoscaler.interval, scale);
  for (let event = agenda.next(); event !== null; event = agenda.next()) {
    now = event.time;
    event.item();
    note();
    const haveAllCome = requests.length === arrivals.length;
    const isStuck = queue.length > 0 && batching.maxWait === Infinity;
    if (haveAllCome && inService === 0 && (isStuck || queue.length === 0)) {
      break;
    }
  }
  const busyTime = fleet.busyTime();
  const paidTime = fleet.paidTime(now);
  return { requests, moments, endTime: now, busyTime, paidTime, rolledBackAt };
}

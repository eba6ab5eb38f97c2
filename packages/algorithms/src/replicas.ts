import { sum } from './lists.ts';

export interface Replica {
  version: 'stable' | 'canary';
  /** From when it is paid for, and when its cold start is over, in ms. */
  orderedAt: number;
  readyAt: number;
  isBusy: boolean;
  isRetiring: boolean;
  /** Since when it has had nothing to do. */
  idleSince: number;
  busyTime: number;
}

export type Fleet = ReturnType<typeof createFleet>;

/** The replicas of a simulation, with their working time and their cost. */
export function createFleet(count: number, hasCanary: boolean) {
  let replicas: Replica[] = [];
  const retired: { busyTime: number; paidTime: number }[] = [];

  function add(orderedAt: number, readyAt: number): void {
    const isFirst = replicas.length === 0;
    replicas.push({
      version: hasCanary && isFirst ? 'canary' : 'stable',
      orderedAt,
      readyAt,
      isBusy: false,
      isRetiring: false,
      idleSince: readyAt,
      busyTime: 0,
    });
  }

  function remove(replica: Replica, now: number): void {
    const { busyTime, orderedAt } = replica;
    retired.push({ busyTime, paidTime: now - orderedAt });
    replicas = replicas.filter((other) => other !== replica);
  }

  const staying = () => replicas.filter(({ isRetiring }) => !isRetiring);
  while (replicas.length < count) add(0, 0);

  return {
    add,
    /** Gives up the newest replica, once its batch is done. */
    retire(now: number): void {
      const newest = staying().at(-1);
      if (newest === undefined) return;
      newest.isRetiring = true;
      if (!newest.isBusy) remove(newest, now);
    },
    /** Ends a batch. */
    release(replica: Replica, now: number): void {
      replica.isBusy = false;
      replica.idleSince = now;
      if (replica.isRetiring) remove(replica, now);
    },
    /** Replicas that could take a batch, the longest idle first. */
    idle(now: number): Replica[] {
      return staying()
        .filter(({ isBusy, readyAt }) => !isBusy && readyAt <= now)
        .sort((a, b) => a.idleSince - b.idleSince);
    },
    /** Replicas that are ready or starting and that will stay. */
    size: () => staying().length,
    ready: (now: number) =>
      replicas.filter(({ readyAt }) => readyAt <= now).length,
    busyTime: () => sum([...replicas, ...retired].map((r) => r.busyTime)),
    paidTime: (now: number) =>
      sum(retired.map(({ paidTime }) => paidTime)) +
      sum(replicas.map(({ orderedAt }) => now - orderedAt)),
  };
}

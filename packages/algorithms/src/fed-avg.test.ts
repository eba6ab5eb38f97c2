import { describe, expect, it } from 'vitest';
import {
  aggregate,
  type Client,
  type FedAvgOptions,
  fedAvgSteps,
  localUpdate,
} from './fed-avg.ts';
import { at, lastOf } from './lists.ts';
import { createNetwork, train } from './neural-network.ts';
import { parametersOf } from './parameters.ts';
import { createRandom, normal } from './random.ts';

const random = createRandom(3);
const rows = Array.from({ length: 24 }, () => [normal(random), normal(random)]);
const labels = rows.map(([x = 0, y = 0]) => Number(x + y > 0));
const targets = labels.map((label) => [1 - label, label]);
const start = createNetwork({ layerSizes: [2, 2], output: 'softmax', seed: 2 });

/** Clients with 4, 8 and 12 examples. */
const clients: Client[] = [0, 4, 12].map((from, index) => {
  const to = at([4, 12, 24], index);
  return { rows: rows.slice(from, to), labels: labels.slice(from, to) };
});
const wholeBatch = { epochs: 1, learningRate: 0.5, batchSize: 24 };

function run(change: Partial<FedAvgOptions> = {}) {
  const options = { rounds: 3, local: wholeBatch, ...change };
  return [...fedAvgSteps(start, clients, options)];
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    expect(at(actual, index)).toBeCloseTo(value, 10);
  }
}

describe('aggregate', () => {
  it('weights three clients of 100, 300 and 600 examples by hand', () => {
    const updates = [
      { change: [1, 0], exampleCount: 100 },
      { change: [2, 10], exampleCount: 300 },
      { change: [4, -5], exampleCount: 600 },
    ];
    // 0.1 · 1 + 0.3 · 2 + 0.6 · 4 and 0.3 · 10 − 0.6 · 5
    expectClose(aggregate([0, 7], updates), [3.1, 7]);
  });

  it('adds the mean change to the parameters of the server', () => {
    const updates = [
      { change: [1, -1], exampleCount: 5 },
      { change: [3, -3], exampleCount: 5 },
    ];
    expectClose(aggregate([10, 20], updates), [12, 18]);
  });

  it('does not depend on the order, nor on a common factor of the sizes', () => {
    const updates = [
      { change: [1, 5, 2], exampleCount: 2 },
      { change: [-4, 0, 1], exampleCount: 7 },
      { change: [0.5, 2, 8], exampleCount: 1 },
    ];
    const expected = aggregate([1, 1, 1], updates);
    expectClose(aggregate([1, 1, 1], [...updates].reverse()), expected);
    const larger = updates.map((u) => ({
      ...u,
      exampleCount: u.exampleCount * 9,
    }));
    expectClose(aggregate([1, 1, 1], larger), expected);
  });

  it('takes over the change of a single client', () => {
    const updates = [{ change: [0.25, -1], exampleCount: 3 }];
    expectClose(aggregate([1, 1], updates), [1.25, 0]);
  });

  it('changes nothing without updates, and never its arguments', () => {
    const parameters = [1, 2];
    expect(aggregate(parameters, [])).toEqual([1, 2]);
    const updates = [{ change: [5, 5], exampleCount: 1 }];
    aggregate(parameters, updates);
    expect(parameters).toEqual([1, 2]);
    expect(updates).toEqual([{ change: [5, 5], exampleCount: 1 }]);
  });

  it('refuses changes of another length and updates without examples', () => {
    const short = [{ change: [1], exampleCount: 1 }];
    expect(() => aggregate([1, 2], short)).toThrow('changes[0]');
    const empty = [{ change: [1, 2], exampleCount: 0 }];
    expect(() => aggregate([1, 2], empty)).toThrow('examples of all updates');
  });
});

describe('localUpdate', () => {
  it('is the difference that training on the own data makes', () => {
    const client = at(clients, 1);
    const options = { epochs: 4, learningRate: 0.3, batchSize: 3, seed: 5 };
    const own = targets.slice(4, 12);
    const { network } = train(start, client.rows, own, options);
    const before = parametersOf(start);
    const expected = parametersOf(network).map((value, i) => {
      return value - at(before, i);
    });
    const update = localUpdate(start, client, options);
    expectClose(update.change, expected);
    expect(update.exampleCount).toBe(8);
  });

  it('leaves the network of the server as it is', () => {
    const before = structuredClone(start);
    localUpdate(start, at(clients, 0), wholeBatch);
    expect(start).toEqual(before);
  });
});

describe('fedAvgSteps', () => {
  it('with one local step of all data is gradient descent in one place', () => {
    const options = { epochs: 3, learningRate: 0.5 };
    const { network } = train(start, rows, targets, options);
    const last = lastOf(run());
    expectClose(parametersOf(last.network), parametersOf(network));
  });

  it('with several local steps is not', () => {
    const local = { ...wholeBatch, epochs: 6 };
    const { network } = lastOf(run({ rounds: 1, local }));
    const options = { epochs: 6, learningRate: 0.5 };
    const central = train(start, rows, targets, options).network;
    const gap = at(parametersOf(network), 0) - at(parametersOf(central), 0);
    expect(Math.abs(gap)).toBeGreaterThan(1e-3);
  });

  it('counts 4 bytes per parameter and direction', () => {
    // 6 parameters, 3 clients down and 3 up, then 2 of each.
    expect(run().map(({ bytes }) => bytes)).toEqual([0, 144, 288, 432]);
    const sampled = run({ clientsPerRound: 2 }).map(({ bytes }) => bytes);
    expect(sampled).toEqual([0, 96, 192, 288]);
  });

  it('goes on without the clients that drop out, which were sent to', () => {
    const steps = run({ rounds: 40, dropout: 0.5 });
    const answered = steps.flatMap((step) => step.answered).length;
    expect(answered).toBeGreaterThan(35);
    expect(answered).toBeLessThan(85);
    expect(lastOf(steps).bytes).toBe(24 * (3 * 40 + answered));
  });

  it('skips clients without examples', () => {
    const withEmpty = [...clients, { rows: [], labels: [] }];
    const options = { rounds: 3, local: wholeBatch };
    const { network } = lastOf(fedAvgSteps(start, withEmpty, options));
    const expected = lastOf(run()).network;
    expectClose(parametersOf(network), parametersOf(expected));
  });

  it('refuses options that do not fit', () => {
    expect(() => run({ rounds: 0 })).toThrow('rounds');
    expect(() => run({ clientsPerRound: 4 })).toThrow('clientsPerRound');
    expect(() => run({ dropout: 1 })).toThrow('dropout');
  });
});

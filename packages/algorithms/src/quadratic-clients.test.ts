import { describe, expect, it } from 'vitest';
import { at } from './lists.ts';
import {
  fedAvgFixedPoint,
  fedProxFixedPoint,
  meanLoss,
  runRounds,
} from './quadratic-clients.ts';

const clients = [
  { curvature: 1, optimum: 0 },
  { curvature: 4, optimum: 1 },
];

describe('federated averaging on quadratic clients', () => {
  it.each([
    [1, 0.8],
    [2, 0.64 / (0.19 + 0.64)],
    [5, (1 - 0.6 ** 5) / (2 - 0.9 ** 5 - 0.6 ** 5)],
    [1000, 0.5],
  ])('ends where the closed form says, E = %d', (localSteps, known) => {
    expect(fedAvgFixedPoint(clients, 0.1, localSteps)).toBeCloseTo(known, 10);
    const path = runRounds(clients, { rate: 0.1, localSteps, rounds: 300 });
    expect(at(path, -1)).toBeCloseTo(known, 8);
  });

  it('ends at the minimum with control variates, whatever E', () => {
    for (const localSteps of [1, 5, 20]) {
      const options = { rate: 0.1, localSteps, rounds: 400, control: true };
      expect(at(runRounds(clients, options), -1)).toBeCloseTo(0.8, 6);
    }
  });

  it('has no bias if all clients are equally curved', () => {
    const alike = clients.map(({ optimum }) => ({ curvature: 2, optimum }));
    expect(fedAvgFixedPoint(alike, 0.1, 50)).toBeCloseTo(0.5, 12);
  });

  it('gets nearer to the minimum with a proximal term', () => {
    expect(fedProxFixedPoint(clients, 0)).toBeCloseTo(0.5, 12);
    expect(fedProxFixedPoint(clients, 1)).toBeCloseTo(0.8 / 1.3, 12);
    expect(fedProxFixedPoint(clients, 1e9)).toBeCloseTo(0.8, 6);
  });

  it('has its smallest loss at 0.8', () => {
    expect(meanLoss(clients, 0.8)).toBeCloseTo(0.2, 12);
    expect(meanLoss(clients, 0.7)).toBeGreaterThan(0.2);
    expect(meanLoss(clients, 0.9)).toBeGreaterThan(0.2);
  });
});

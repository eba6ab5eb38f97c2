import { sum, zipWith } from './lists.ts';
import { checkPositive } from './validate.ts';

/** A client whose loss is ½ curvature · (w − optimum)². */
export interface QuadraticClient {
  curvature: number;
  optimum: number;
}

/** The mean of the clients' losses. */
export function meanLoss(clients: readonly QuadraticClient[], w: number) {
  const losses = clients.map((c) => (c.curvature * (w - c.optimum) ** 2) / 2);
  return sum(losses) / clients.length;
}

/**
 * Where federated averaging ends on such clients, all of equal weight. In a
 * round of E steps a client covers the share s = 1 − (1 − rate · curvature)^E
 * of its way to its own optimum; the end is the mean of the optima, weighted
 * by s. With E = 1 these are the curvatures, and the end is the true minimum.
 */
export function fedAvgFixedPoint(
  clients: readonly QuadraticClient[],
  rate: number,
  localSteps: number,
): number {
  checkPositive('rate', rate);
  const shares = clients.map((c) => 1 - (1 - rate * c.curvature) ** localSteps);
  return weightedMean(clients, shares);
}

/**
 * Where FedProx ends, if each client solves its problem with the proximal term
 * ½ mu (w − global)² exactly: s = curvature / (curvature + mu).
 *
 * Method: Li et al., "Federated optimization in heterogeneous networks",
 * MLSys 2020, equation 2.
 */
export function fedProxFixedPoint(
  clients: readonly QuadraticClient[],
  mu: number,
): number {
  const shares = clients.map((c) => c.curvature / (c.curvature + mu));
  return weightedMean(clients, shares);
}

function weightedMean(clients: readonly QuadraticClient[], shares: number[]) {
  const parts = zipWith(clients, shares, (c, share) => share * c.optimum);
  return sum(parts) / sum(shares);
}

/**
 * Rounds of federated averaging with the clients' own gradients, or, with
 * `control`, corrected by control variates as in SCAFFOLD: each client
 * subtracts its own mean gradient of the last round and adds everybody's.
 *
 * Method: Karimireddy et al., "SCAFFOLD: stochastic controlled averaging for
 * federated learning", ICML 2020, algorithm 1, option II.
 *
 * @returns the parameter after each round, the start first
 */
export function runRounds(
  clients: readonly QuadraticClient[],
  {
    rate,
    localSteps,
    rounds,
    control = false,
  }: { rate: number; localSteps: number; rounds: number; control?: boolean },
): number[] {
  const path = [0];
  let w = 0;
  let variates = clients.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const global = sum(variates) / clients.length;
    const ends = zipWith(clients, variates, (client, own) => {
      const correction = control ? global - own : 0;
      let local = w;
      for (let step = 0; step < localSteps; step++) {
        const slope = client.curvature * (local - client.optimum);
        local -= rate * (slope + correction);
      }
      return local;
    });
    const start = w;
    variates = zipWith(variates, ends, (own, end) => {
      return own - global + (start - end) / (localSteps * rate);
    });
    w = sum(ends) / clients.length;
    path.push(w);
  }
  return path;
}

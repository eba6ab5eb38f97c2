import { epsilonOf } from '@runnable-guide/algorithms/client-privacy';
import type { FedAvgStep } from '@runnable-guide/algorithms/fed-avg';
import * as draw from './draw.ts';
import { drawLeaks } from './leaks.ts';
import { drawMasks } from './masks.ts';
import {
  alone,
  central,
  clientsOf,
  federate,
  federatePrivately,
} from './setup.ts';

// Change these and run again.
const clientCount = 20;
const concentrations = [Infinity, 1, 0.1, 0.02]; // Infinity: all alike
const clientsPerRound = 10;
const dropout = 0.1;
const rounds = 12;
const local = { epochs: 5, learningRate: 1, batchSize: 10 };
const epochCounts = [1, 5];
const hard = 0.1; // the concentration for the comparison of epochs
const seeds = [1, 2, 3];
const privacy = { bound: 1, delta: 1e-5, rounds: 10 };
const noiseMultipliers = [1, 2, 4];
const crowds = [1, 10, 100]; // as if each client stood for so many
const leakedImage = 3;
const scale = 2 ** 16; // steps of secure aggregation per unit

const options = { rounds, clientsPerRound, dropout, local };
const known = new Map<string, FedAvgStep[]>();

for (const concentration of concentrations) {
  draw.split(clientsOf(clientCount, concentration, 1), concentration);
}

for (const concentration of concentrations) {
  await pause();
  for (const seed of seeds) run(concentration, local.epochs, seed);
}

await pause();
draw.comparison(
  central(30),
  concentrations.map((concentration) => ({
    concentration,
    runs: seeds.map((seed) => ({
      clients: clientsOf(clientCount, concentration, seed),
      steps: run(concentration, local.epochs, seed),
    })),
    alone: alone(clientsOf(clientCount, concentration, 1), local),
  })),
);

await pause();
draw.traffic(
  hard,
  epochCounts.map((epochs) => ({
    epochs,
    runs: seeds.map((seed) => run(hard, epochs, seed)),
  })),
);

drawMasks([0.12, -0.3, 0.07], scale);
drawLeaks(clientsOf(clientCount, Infinity, 1), leakedImage, scale);

await pause();
const everyone = clientsOf(clientCount, 1, 1);
draw.privacy(
  crowds.map((crowd) => crowd * clientCount),
  noiseMultipliers.map((noiseMultiplier) => ({
    noiseMultiplier,
    epsilon: epsilonOf(noiseMultiplier, privacy.rounds, privacy.delta),
    networks: crowds.map((crowd) =>
      federatePrivately(everyone, {
        ...privacy,
        noiseMultiplier: noiseMultiplier / crowd,
        local,
      }),
    ),
  })),
);

/** Federated averaging; what comes again is not computed again. */
function run(concentration: number, epochs: number, seed: number) {
  const key = [concentration, epochs, seed].join();
  const clients = clientsOf(clientCount, concentration, seed);
  const change = { seed, local: { ...local, epochs } };
  const steps = known.get(key) ?? federate(clients, { ...options, ...change });
  known.set(key, steps);
  return steps;
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

import {
  epsilonOf,
  privateMean,
} from '@runnable-guide/algorithms/client-privacy';
import { zipWith } from '@runnable-guide/algorithms/lists';
import { createRandom } from '@runnable-guide/algorithms/random';
import * as draw from './draw.ts';
import { drawLeaks } from './leaks.ts';
import { drawMasks } from './masks.ts';
import { alone, central, clientsOf, federate, start } from './setup.ts';

// Change these and run again.
const clientCount = 20;
const concentrations = [Infinity, 1, 0.1, 0.02]; // Infinity: all alike
const clientsPerRound = 10;
const dropout = 0.1;
const rounds = 12;
const local = { epochs: 5, learningRate: 1, batchSize: 10 };
const epochCounts = [1, 5, 10];
const hard = 0.1; // the concentration for the comparison of epochs
const seeds = [1, 2, 3];
const privacy = { bound: 1, delta: 1e-5, rounds: 10 };
const noiseMultipliers = [1, 2, 4];
const crowds = [1, 10, 100]; // as if each client stood for so many
const leakedImage = 3;
const scale = 2 ** 16; // steps of secure aggregation per unit

const options = { rounds, clientsPerRound, dropout, local };

for (const concentration of concentrations) {
  draw.split(clientsOf(clientCount, concentration, 1), concentration);
}

draw.comparison(
  central(rounds * local.epochs),
  concentrations.map((concentration) => {
    const runs = seeds.map((seed) => {
      const clients = clientsOf(clientCount, concentration, seed);
      return { clients, steps: federate(clients, { ...options, seed }) };
    });
    const first = clientsOf(clientCount, concentration, 1);
    return { concentration, runs, alone: alone(first, local) };
  }),
);

draw.traffic(
  hard,
  epochCounts.map((epochs) => {
    const runs = seeds.map((seed) => {
      const clients = clientsOf(clientCount, hard, seed);
      const change = { seed, local: { ...local, epochs } };
      return federate(clients, { ...options, ...change });
    });
    return { epochs, runs };
  }),
);

drawMasks([0.12, -0.3, 0.07], scale);
drawLeaks(clientsOf(clientCount, Infinity, 1), leakedImage, scale);

const everyone = clientsOf(clientCount, 1, 1);
draw.privacy(
  crowds.map((crowd) => crowd * clientCount),
  noiseMultipliers.map((noiseMultiplier) => ({
    noiseMultiplier,
    epsilon: epsilonOf(noiseMultiplier, privacy.rounds, privacy.delta),
    networks: crowds.map((crowd) => privately(noiseMultiplier / crowd)),
  })),
);

/** Training with noise; each client counts the same and takes part always. */
function privately(noiseMultiplier: number) {
  const random = createRandom(1);
  const steps = federate(everyone, {
    rounds: privacy.rounds,
    local: { ...local, epochs: 1 },
    combine: (parameters, updates) => {
      const changes = updates.map(({ change }) => change);
      const count = { clientCount: changes.length };
      const noise = { bound: privacy.bound, noiseMultiplier, ...count };
      const mean = privateMean(changes, noise, random);
      return zipWith(parameters, mean, (value, change) => value + change);
    },
  });
  return steps.at(-1)?.network ?? start;
}

import { epsilonOf } from '@runnable-guide/algorithms/client-privacy';
import type { Client, fedAvgSteps } from '@runnable-guide/algorithms/fed-avg';
import { at } from '@runnable-guide/algorithms/lists';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { parametersOf } from '@runnable-guide/algorithms/parameters';
import {
  fedAvgFixedPoint,
  fedProxFixedPoint,
  meanLoss,
  runRounds,
} from '@runnable-guide/algorithms/quadratic-clients';
import { attacks } from './attacks.ts';
import { maskSteps } from './mask-steps.ts';
import { accuracyOf, onOwn, percent } from './measure.ts';
import {
  alone,
  central,
  clientsOf,
  federate,
  federatePrivately,
  start,
  test,
  training,
} from './setup.ts';
import { worked } from './worked.ts';

const local = { epochs: 5, learningRate: 1, batchSize: 10 };
const standard = { rounds: 12, clientsPerRound: 10, dropout: 0.1, local };
const seeds = [1, 2, 3];

/** The numbers that the page quotes: computed as in main.ts. */
export const facts: Readonly<Record<string, string>> = {
  ...worked,
  trainingCount: String(training.rows.length),
  testCount: String(test.rows.length),
  parameterCount: String(parametersOf(start).length),
  updateBytes: String(4 * parametersOf(start).length),
  ...theComparison(),
  ...theTraffic(),
  ...theLeaks(),
  ...theMasks(),
  ...theEdits(),
  ...thePrivacy(),
  ...theDrift(),
};

function theComparison(): Record<string, string> {
  const found = { central: percent(accuracyOf(central(30))) };
  const names = { iid: Infinity, mild: 1, hard: 0.1, extreme: 0.02 };
  for (const [name, concentration] of Object.entries(names)) {
    const networks = seeds.map((seed) => {
      const clients = clientsOf(20, concentration, seed);
      return lastOf(clients, { ...standard, seed });
    });
    const clients = clientsOf(20, concentration, 1);
    const { mean, spread } = meanAndSpread(networks.map(accuracyOf));
    const locals = alone(clients, local);
    const real = locals.filter((network) => network !== null);
    const federated = clients.map(() => at(networks, 0));
    Object.assign(found, {
      [name]: percent(mean),
      [`${name}Spread`]: percent(spread),
      [`${name}Own`]: percent(onOwn(clients, federated)),
      [`${name}Local`]: percent(meanAndSpread(real.map(accuracyOf)).mean),
      [`${name}LocalOwn`]: percent(onOwn(clients, locals)),
    });
  }
  return found;
}

/** Concentration 0.1, the accuracy with few local epochs and the bytes. */
function theTraffic(): Record<string, string> {
  const runs = [1, 5].map((epochs) =>
    seeds.map((seed) => {
      const change = { seed, local: { ...local, epochs } };
      const clients = clientsOf(20, 0.1, seed);
      return at(federate(clients, { ...standard, ...change }), -1);
    }),
  );
  const [one, five] = runs.map((steps) => {
    return meanAndSpread(steps.map((step) => accuracyOf(step.network))).mean;
  });
  const { bytes } = at(at(runs, 0), 0);
  // A byte for each of 64 pixels and for the label.
  const rawBytes = training.rows.length * 65;
  return {
    epochs1: percent(one ?? 0),
    epochs5: percent(five ?? 0),
    kilobytes: (bytes / 1000).toFixed(0),
    dataKilobytes: (rawBytes / 1000).toFixed(0),
    trafficPerData: (bytes / rawBytes).toFixed(0),
  };
}

function theLeaks(): Record<string, string> {
  const { list, blind } = attacks(clientsOf(20, Infinity, 1), 3, 2 ** 16);
  const names = ['One', 'Steps', 'Clipped', 'Four', 'Ten', 'Sum', 'Masked'];
  const errors = [...names, 'Noise'].map((name, i) => {
    return [`leak${name}`, at(list, i).error.toFixed(3)];
  });
  return { ...Object.fromEntries(errors), leakBlind: blind.toFixed(3) };
}

function theMasks(): Record<string, string> {
  const { server } = maskSteps([0.12, -0.3, 0.07], 2 ** 16);
  const names = ['Sum', 'Missing', 'Removed', 'Late', 'LateOwn'];
  return Object.fromEntries(
    Object.values(server).map((number, i) => {
      return [`masks${at(names, i)}`, number.toFixed(2)];
    }),
  );
}

/** What the questions on the page ask the reader to change. */
function theEdits(): Record<string, string> {
  const hard = (change: object) =>
    meanAndSpread(
      seeds.map((seed) => {
        const options = { ...standard, ...change, seed };
        return accuracyOf(lastOf(clientsOf(20, 0.1, seed), options));
      }),
    );
  const longer = hard({ local: { ...local, epochs: 20 } });
  const everybody = hard({ clientsPerRound: 20, dropout: 0 });
  const unreliable = hard({ dropout: 0.5 });
  const patient = hard({ rounds: 60, local: { ...local, epochs: 1 } });
  const extreme = seeds.map((seed) => {
    const options = { ...standard, clientsPerRound: 20, dropout: 0, seed };
    return accuracyOf(lastOf(clientsOf(20, 0.02, seed), options));
  });
  return {
    longer: percent(longer.mean),
    longerSpread: percent(longer.spread),
    everybody: percent(everybody.mean),
    everybodySpread: percent(everybody.spread),
    unreliable: percent(unreliable.mean),
    unreliableSpread: percent(unreliable.spread),
    patient: percent(patient.mean),
    extremeEverybody: percent(meanAndSpread(extreme).mean),
    extremeEverybodySpread: percent(meanAndSpread(extreme).spread),
  };
}

function lastOf(
  clients: readonly Client[],
  options: Parameters<typeof fedAvgSteps>[2],
): Network {
  return at(federate(clients, options), -1).network;
}

function thePrivacy(): Record<string, string> {
  const everyone = clientsOf(20, 1, 1);
  const accuracyWith = (noiseMultiplier: number) => {
    const options = { rounds: 10, bound: 1, local, noiseMultiplier };
    return percent(accuracyOf(federatePrivately(everyone, options)));
  };
  const found = {
    silent: accuracyWith(0),
    oneRoundEpsilon: epsilonOf(4, 1, 1e-5).toFixed(2),
    strictEpsilon: epsilonOf(16, 10, 1e-5).toFixed(2),
    strict20: accuracyWith(16),
    strict2000: accuracyWith(16 / 100),
    z2Epsilon: epsilonOf(2, 10, 1e-5).toFixed(1),
    z4Epsilon: epsilonOf(4, 10, 1e-5).toFixed(1),
    rhoOfFour: (10 / (2 * 4 ** 2)).toFixed(4),
  };
  const crowds = [1, 10, 100].map((crowd) => {
    return [`z4Times${crowd}`, accuracyWith(4 / crowd)];
  });
  return { ...found, ...Object.fromEntries(crowds) };
}

/** The two clients with quadratic losses. */
function theDrift(): Record<string, string> {
  const clients = [
    { curvature: 1, optimum: 0 },
    { curvature: 4, optimum: 1 },
  ];
  const found: Record<string, string> = {};
  for (const steps of [1, 2, 5, 20, 10_000]) {
    const name = steps === 10_000 ? 'Infinity' : String(steps);
    const end = fedAvgFixedPoint(clients, 0.1, steps);
    found[`drift${name}`] = end.toFixed(4);
    found[`drift${name}Loss`] = meanLoss(clients, end).toFixed(4);
  }
  for (const mu of [0, 1, 10, 100]) {
    found[`prox${mu}`] = fedProxFixedPoint(clients, mu).toFixed(3);
  }
  const path = (localSteps: number, rounds: number, control = false) => {
    const options = { rate: 0.1, localSteps, rounds, control };
    return at(runRounds(clients, options), -1).toFixed(3);
  };
  found['driftSecond'] = path(20, 2);
  found['slowTenth'] = path(1, 10);
  found['scaffold'] = path(20, 400, true);
  return found;
}

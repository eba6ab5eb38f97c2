import {
  agreement,
  classesOf,
} from '@runnable-guide/algorithms/classification';
import { epsilonOf } from '@runnable-guide/algorithms/client-privacy';
import type { Client, fedAvgSteps } from '@runnable-guide/algorithms/fed-avg';
import { at } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { parametersOf } from '@runnable-guide/algorithms/parameters';
import {
  fedAvgFixedPoint,
  fedProxFixedPoint,
  meanLoss,
  runRounds,
} from '@runnable-guide/algorithms/quadratic-clients';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { lab } from './lab.ts';
import {
  clientsOf,
  federate,
  federatePrivately,
  start,
  test,
  training,
} from './setup.ts';

const { lines, frames } = await runOnce(lab.files, '/main.ts');
const local = { epochs: 5, learningRate: 1, batchSize: 10 };
const standard = { rounds: 12, clientsPerRound: 10, dropout: 0.1, local };
const seeds = [1, 2, 3];

/** The numbers that the page quotes: from the program, or computed like it. */
export const facts: Readonly<Record<string, string>> = {
  trainingCount: String(training.rows.length),
  testCount: String(test.rows.length),
  parameterCount: String(parametersOf(start).length),
  updateBytes: String(4 * parametersOf(start).length),
  ...fromTheProgram(),
  ...theEdits(),
  ...thePrivacy(),
  ...theDrift(),
};

/** The cells of its tables and lines of its console. */
function fromTheProgram(): Record<string, string> {
  const [central = '', ...rest] = lines.map(({ text }) => text);
  const found: Record<string, string> = {
    central: percentsIn(central)[0] ?? '',
  };
  const names = ['iid', 'mild', 'hard', 'extreme'];
  for (const [i, row] of rowsOf('comparison').entries()) {
    const name = at(names, i);
    const cells = row.map((cell) => `${cell}%`);
    const [, federated, spread, own, alone, aloneOwn] = cells;
    Object.assign(found, {
      [name]: federated,
      [`${name}Spread`]: spread,
      [`${name}Own`]: own,
      [`${name}Local`]: alone,
      [`${name}LocalOwn`]: aloneOwn,
    });
  }
  const defences = rowsOf('defences').map((row) => String(row[1]));
  const cases = ['One', 'Steps', 'Clipped', 'Four', 'Ten', 'Sum', 'Masked'];
  for (const [i, name] of [...cases, 'Noise', 'Blind'].entries()) {
    found[`leak${name}`] = at(defences, i);
  }
  const server = rowsOf('masks').map((row) => String(row.at(-1)));
  const steps = ['Sum', 'Missing', 'Removed', 'Late', 'LateOwn'];
  for (const [i, name] of steps.entries()) {
    found[`masks${name}`] = at(server, i + 3);
  }
  const traffic = rest.filter((text) => text.includes(' epochs: '));
  for (const text of traffic) {
    const epochs = text.split(' ')[0];
    found[`epochs${epochs}`] = percentsIn(text)[0] ?? '';
    found['kilobytes'] = / (\d+) kB/.exec(text)?.[1] ?? '';
  }
  const privacy = rest.filter((text) => text.startsWith('z = '));
  for (const text of privacy) {
    const z = /z = (\d+)/.exec(text)?.[1];
    found[`z${z}Epsilon`] = /ε = ([\d.]+)/.exec(text)?.[1] ?? '';
    for (const [i, value] of percentsIn(text).entries()) {
      found[`z${z}Times${10 ** i}`] = value;
    }
  }
  return found;
}

function rowsOf(name: string): readonly (readonly unknown[])[] {
  const frame = frames.findLast((candidate) => candidate.name === name);
  return frame?.kind === 'table' ? frame.data.rows : [];
}

function percentsIn(text: string): string[] {
  return text.match(/[\d.]+%/g) ?? [];
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
    modelKilobytes: ((4 * parametersOf(start).length) / 1000).toFixed(1),
    // A byte for each of 64 pixels and for the label.
    dataKilobytes: ((training.rows.length * 65) / 1000).toFixed(0),
    trafficPerData: (
      federate(clientsOf(20, 0.1, 1), { ...standard, seed: 1 }).reduce(
        (_, { bytes }) => bytes,
        0,
      ) /
      (training.rows.length * 65)
    ).toFixed(0),
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
  const options = { rounds: 10, bound: 1, local };
  const silent = federatePrivately(everyone, {
    ...options,
    noiseMultiplier: 0,
  });
  return {
    silent: percent(accuracyOf(silent)),
    oneRoundEpsilon: epsilonOf(4, 1, 1e-5).toFixed(2),
    strictEpsilon: epsilonOf(16, 10, 1e-5).toFixed(2),
    strict20: percent(
      accuracyOf(
        federatePrivately(everyone, { ...options, noiseMultiplier: 16 }),
      ),
    ),
    strict2000: percent(
      accuracyOf(
        federatePrivately(everyone, { ...options, noiseMultiplier: 0.16 }),
      ),
    ),
    rhoOfFour: (10 / (2 * 4 ** 2)).toFixed(4),
  };
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

function accuracyOf(network: Network): number {
  return agreement(classesOf(logitsOf(network, test.rows)), test.labels);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

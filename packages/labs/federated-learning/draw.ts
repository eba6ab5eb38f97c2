import type { Client, FedAvgStep } from '@runnable-guide/algorithms/fed-avg';
import { at } from '@runnable-guide/algorithms/lists';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { plot } from 'plot';
import { accuracyOf, meansOf, onOwn, percent, show } from './measure.ts';

const digitNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface Run {
  clients: Client[];
  steps: FedAvgStep[];
}

/** How many images of each digit each client has. */
export function split(clients: readonly Client[], concentration: number): void {
  plot.heatmap('split', {
    values: clients.map(({ labels }) =>
      digitNames.map((_, d) => labels.filter((label) => label === d).length),
    ),
    xTicks: digitNames,
    yTicks: clients.map((_, index) => String(index + 1)),
    xLabel: 'digit',
    yLabel: 'client',
    caption: `Images of each digit, concentration ${show(concentration)}.`,
  });
}

/** Federated against centralised and local training. */
export function comparison(
  central: Network,
  settings: readonly {
    concentration: number;
    runs: Run[];
    alone: (Network | null)[];
  }[],
): void {
  const best = accuracyOf(central);
  const rounds = at(settings, 0).runs[0]?.steps.length ?? 1;
  const curves = settings.map(({ concentration, runs }) => ({
    name: show(concentration),
    points: meansOf(runs.map(({ steps }) => steps)).map((a, i) => [i, a]),
  }));
  const ends = [0, rounds - 1];
  plot.line('rounds', {
    series: [
      ...curves,
      { name: 'central', points: ends.map((x) => [x, best]) },
    ],
    xLabel: 'round',
    yLabel: 'accuracy',
    caption: 'Accuracy on the test images, mean over the seeds.',
  });
  const rows = settings.map(({ concentration, runs, alone }) => {
    const last = runs.map(({ steps }) => at(steps, -1).network);
    const { mean, spread } = meanAndSpread(last.map(accuracyOf));
    const { clients } = at(runs, 0);
    const real = alone.filter((network) => network !== null);
    return [
      show(concentration),
      percent(mean),
      percent(spread),
      percent(
        onOwn(
          clients,
          clients.map(() => at(last, 0)),
        ),
      ),
      percent(meanAndSpread(real.map(accuracyOf)).mean),
      percent(onOwn(clients, alone)),
    ];
  });
  const columns = ['concentration', 'federated', 'spread', 'federated, own'];
  plot.table('comparison', {
    columns: [...columns, 'local', 'local, own'],
    rows: rows.map(bare),
    caption: `Percent right; in one place ${percent(best)}. Own: on digits as the client has them.`,
  });
  console.log(`central: ${percent(best)}`);
  for (const row of rows) console.log(row.join(' · '));
}

/** Accuracy over the bytes sent, for each number of local epochs. */
export function traffic(
  concentration: number,
  settings: readonly { epochs: number; runs: FedAvgStep[][] }[],
): void {
  plot.line('traffic', {
    series: settings.map(({ epochs, runs }) => {
      const steps = at(runs, 0);
      const means = meansOf(runs);
      const last = at(means, -1);
      const sent = (at(steps, -1).bytes / 1000).toFixed(0);
      console.log(`${epochs} epochs: ${percent(last)} after ${sent} kB`);
      const points = steps.map(({ bytes }, i) => [bytes / 1000, at(means, i)]);
      return { name: `E = ${epochs}`, points };
    }),
    xLabel: 'kilobytes',
    yLabel: 'accuracy',
    caption: `Concentration ${show(concentration)}, both directions, all clients.`,
  });
}

/** Accuracy with noise, and the epsilon that the noise achieves. */
export function privacy(
  clientCounts: readonly number[],
  settings: readonly {
    noiseMultiplier: number;
    epsilon: number;
    networks: Network[];
  }[],
): void {
  const nameOf = (z: number, epsilon: number) =>
    `z = ${z}, ε = ${epsilon.toFixed(1)}`;
  const values = settings.map(({ networks }) => networks.map(accuracyOf));
  for (const [i, { noiseMultiplier, epsilon }] of settings.entries()) {
    const accuracies = at(values, i).map((value) => percent(value));
    console.log(
      `${nameOf(noiseMultiplier, epsilon)}: ${accuracies.join(' · ')}`,
    );
  }
  plot.heatmap('privacy', {
    values,
    xTicks: clientCounts.map(String),
    yTicks: settings.map((s) => nameOf(s.noiseMultiplier, s.epsilon)),
    xLabel: 'clients',
    yLabel: 'noise',
    caption: `Accuracy from ${percent(Math.min(...values.flat()))} to ${percent(Math.max(...values.flat()))}.`,
  });
}

/** Without the signs of percent, which the caption has. */
function bare(row: readonly string[]): string[] {
  return row.map((cell) => cell.replace('%', ''));
}

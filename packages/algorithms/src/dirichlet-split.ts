import { dirichlet } from './dirichlet.ts';
import { at } from './lists.ts';
import { createRandom, shuffle } from './random.ts';
import { checkInteger, checkLabels } from './validate.ts';

/**
 * Deals labelled examples to clients: of each class, every client gets a share
 * drawn from a Dirichlet distribution. Concentration Infinity makes the
 * clients alike; 0.1 gives most clients one or two classes. Clients differ in
 * size too, and one may stay empty.
 *
 * Method: Yurochkin et al., "Bayesian nonparametric federated learning of
 * neural networks", ICML 2019, arXiv:1905.12022.
 *
 * @returns for each client the indices of its examples
 */
export function dirichletSplit(
  labels: readonly number[],
  clientCount: number,
  concentration: number,
  seed = 1,
): number[][] {
  checkLabels('labels', labels, labels.length);
  checkInteger('clientCount', clientCount, 1);
  const random = createRandom(seed);
  const clients: number[][] = Array.from({ length: clientCount }, () => []);
  const classes = [...new Set(labels)].sort((a, b) => a - b);
  for (const label of classes) {
    const all = [...labels.keys()].filter((index) => labels[index] === label);
    const examples = shuffle(all, random);
    const shares = dirichlet(clientCount, concentration, random);
    // With equal shares, no client is always the one that rounding favours.
    const order = shuffle([...clients.keys()], random);
    let share = 0;
    let given = 0;
    for (const client of order) {
      share += at(shares, client);
      const end = Math.round(share * examples.length);
      at(clients, client).push(...examples.slice(given, end));
      given = end;
    }
  }
  return clients;
}

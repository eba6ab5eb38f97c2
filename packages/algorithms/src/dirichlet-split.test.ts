import { describe, expect, it } from 'vitest';
import { dirichletSplit } from './dirichlet-split.ts';

const labels = Array.from({ length: 200 }, (_, index) => index % 10);

/** The mean share of a client's most frequent class. */
function purity(concentration: number): number {
  const shares = dirichletSplit(labels, 20, concentration)
    .filter((places) => places.length > 0)
    .map((places) => {
      const counts = Array.from({ length: 10 }, () => 0);
      for (const place of places) {
        const label = labels[place] ?? 0;
        counts[label] = (counts[label] ?? 0) + 1;
      }
      return Math.max(...counts) / places.length;
    });
  return shares.reduce((a, b) => a + b) / shares.length;
}

describe('dirichletSplit', () => {
  it('deals every example to exactly one client', () => {
    for (const concentration of [0.01, 0.1, 1, Infinity]) {
      const clients = dirichletSplit(labels, 7, concentration, 3);
      expect(clients).toHaveLength(7);
      const all = clients.flat().sort((a, b) => a - b);
      expect(all).toEqual([...labels.keys()]);
    }
  });

  it('makes clients alike at Infinity', () => {
    for (const places of dirichletSplit(labels, 20, Infinity)) {
      const own = places.map((place) => labels[place] ?? 0);
      expect(own.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('makes clients purer the smaller the concentration', () => {
    const purities = [Infinity, 10, 1, 0.1, 0.01].map(purity);
    expect(purities).toEqual([...purities].sort((a, b) => a - b));
    expect(purities[0]).toBeCloseTo(0.1, 12);
    expect(purities[4]).toBeGreaterThan(0.75);
  });

  it('repeats itself with the same seed', () => {
    expect(dirichletSplit(labels, 5, 0.3, 8)).toEqual(
      dirichletSplit(labels, 5, 0.3, 8),
    );
    expect(dirichletSplit(labels, 5, 0.3, 8)).not.toEqual(
      dirichletSplit(labels, 5, 0.3, 9),
    );
  });
});

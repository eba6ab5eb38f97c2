import { describe, expect, it } from 'vitest';
import { counterfactual } from './counterfactual.ts';
import { growTree, predict } from './decision-tree.ts';
import { iris } from './iris.ts';

const tree = growTree(iris.rows, iris.labels, { maxDepth: 3 });
const step = 0.01;

describe('counterfactual', () => {
  it('gives a row of the wanted class, from any flower to any class', () => {
    for (const row of iris.rows) {
      for (const wanted of [0, 1, 2]) {
        const found = counterfactual(tree, row, wanted, step);
        expect(predict(tree, [found?.row ?? []])).toEqual([wanted]);
      }
    }
  });

  it('finds what a search of a grid finds, up to its steps', () => {
    const petals = iris.rows.map((row) => row.slice(2));
    const small = growTree(petals, iris.labels, { maxDepth: 4 });
    const grid: number[][] = [];
    for (let x = 0.5; x < 7.5; x += 0.05) {
      for (let y = 0; y < 3; y += 0.05) grid.push([x, y]);
    }
    const classes = predict(small, grid);
    for (const index of [3, 60, 77, 106, 149]) {
      const row = petals[index] ?? [];
      const own = predict(small, [row])[0] ?? 0;
      for (const wanted of [0, 1, 2].filter((label) => label !== own)) {
        const distances = grid
          .filter((_, i) => classes[i] === wanted)
          .map((point) =>
            point.reduce((sum, v, i) => sum + Math.abs(v - (row[i] ?? 0)), 0),
          );
        const found = counterfactual(small, row, wanted, step);
        const best = Math.min(...distances);
        expect(found?.distance).toBeLessThanOrEqual(best + 2 * step);
        expect(found?.distance).toBeGreaterThan(best - 0.1 - 2 * step);
      }
    }
  });

  it('changes nothing if the answer is the wanted one', () => {
    const row = iris.rows[0] ?? [];
    expect(counterfactual(tree, row, 0, step)).toEqual({ row, distance: 0 });
  });

  it('is null if no leaf has the class', () => {
    const leaf = growTree([[1], [2]], [0, 0]);
    expect(counterfactual(leaf, [1], 1, step)).toBe(null);
  });

  it('refuses a step of nothing', () => {
    expect(() => counterfactual(tree, [1, 1, 1, 1], 0, 0)).toThrow('step');
  });
});

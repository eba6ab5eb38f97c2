import { describe, expect, it } from 'vitest';
import { at, sum, zipWith } from './lists.ts';
import { factoriseLayer, truncate } from './low-rank.ts';
import { dot, type Matrix, multiply, transpose, zipMatrix } from './matrix.ts';
import { createNetwork, predict } from './neural-network.ts';
import { createRandom, normal } from './random.ts';
import { singularTerms } from './singular-values.ts';

function randomMatrix(rowCount: number, columnCount: number): number[][] {
  const random = createRandom(5);
  return Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, () => normal(random)),
  );
}

function difference(left: Matrix, right: Matrix): number[][] {
  return zipMatrix(left, right, (a, b) => a - b);
}

describe('singularTerms', () => {
  it('finds √45 and √5, as worked out by hand', () => {
    // MᵀM = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
    const terms = singularTerms([
      [3, 0],
      [4, 5],
    ]);
    expect(at(terms, 0).value).toBeCloseTo(Math.sqrt(45), 12);
    expect(at(terms, 1).value).toBeCloseTo(Math.sqrt(5), 12);
  });

  it.each([
    [9, 5],
    [5, 9],
    [1, 4],
  ])('puts a %i × %i matrix together again', (rowCount, columnCount) => {
    const matrix = randomMatrix(rowCount, columnCount);
    const terms = singularTerms(matrix);
    const rest = difference(matrix, truncate(terms, terms.length));
    expect(Math.max(...rest.flat().map(Math.abs))).toBeLessThan(1e-12);
  });

  it('has right vectors of length 1, at right angles', () => {
    const terms = singularTerms(randomMatrix(9, 5));
    for (const [i, { right }] of terms.entries()) {
      for (const [j, other] of terms.entries()) {
        expect(dot(right, other.right)).toBeCloseTo(Number(i === j), 12);
      }
    }
  });

  it('finds one value if all rows are multiples of one another', () => {
    const values = singularTerms([
      [1, 2, 2],
      [2, 4, 4],
    ]).map(({ value }) => value);
    expect(at(values, 0)).toBeCloseTo(Math.sqrt(45), 12);
    expect(at(values, 1)).toBeCloseTo(0, 12);
    expect(at(values, 2)).toBeCloseTo(0, 12);
  });

  it('says 0 for a matrix of zeros', () => {
    expect(singularTerms([[0, 0]]).map(({ value }) => value)).toEqual([0, 0]);
  });
});

describe('truncate', () => {
  const matrix = randomMatrix(9, 5);
  const terms = singularTerms(matrix);

  it('leaves the error that Eckart and Young proved, at every rank', () => {
    for (let rank = 1; rank < 5; rank++) {
      const rest = difference(matrix, truncate(terms, rank));
      const squares = sum(rest.flat().map((value) => value ** 2));
      const dropped = terms.slice(rank).map(({ value }) => value);
      expect(squares).toBeCloseTo(sum(dropped.map((v) => v ** 2)), 10);
      const largest = at(singularTerms(rest), 0).value;
      expect(largest).toBeCloseTo(at(dropped, 0), 10);
    }
  });

  it('is closer than the product of any five other factors tried', () => {
    const best = sum(difference(matrix, truncate(terms, 2)).flat().map(square));
    const random = createRandom(9);
    for (let trial = 0; trial < 5; trial++) {
      const other = truncate(terms, 2).map((row) =>
        row.map((value) => value * (1 + 0.01 * normal(random))),
      );
      const rankTwo = truncate(singularTerms(other), 2);
      const error = sum(difference(matrix, rankTwo).flat().map(square));
      expect(error).toBeGreaterThan(best);
    }
  });
});

describe('factoriseLayer', () => {
  const network = createNetwork({
    layerSizes: [6, 5, 3],
    activation: 'relu',
    output: 'softmax',
  });

  it('gives the same outputs at full rank', () => {
    const rows = randomMatrix(4, 6);
    const full = predict(factoriseLayer(network, 0, 5), rows);
    zipWith(predict(network, rows).flat(), full.flat(), (before, after) => {
      expect(after).toBeCloseTo(before, 12);
    });
  });

  it('makes two layers whose product is the truncated matrix', () => {
    const { layers } = factoriseLayer(network, 0, 2);
    const [thin, rest] = [at(layers, 0).weights, at(layers, 1).weights];
    expect(layers).toHaveLength(3);
    expect([thin.length, rest.length]).toEqual([6, 2]);
    const terms = singularTerms(at(network.layers, 0).weights);
    const left = difference(multiply(thin, rest), truncate(terms, 2));
    expect(Math.max(...transpose(left).flat().map(Math.abs))).toBeLessThan(
      1e-12,
    );
  });

  it('refuses a rank above the smaller side', () => {
    expect(() => factoriseLayer(network, 0, 6)).toThrow('rank');
  });
});

function square(value: number): number {
  return value ** 2;
}

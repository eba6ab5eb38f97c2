import { agreement } from './classification.ts';
import { at, sum, zipWith } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { createRandom, shuffle } from './random.ts';
import { checkInteger, checkLabels, checkMatrix } from './validate.ts';

/** Gives a class for each row; any model will do. */
export type Classifier = (rows: Matrix) => number[];

export interface Importance {
  feature: number;
  /** Mean and standard deviation of the accuracy lost over the repeats. */
  mean: number;
  deviation: number;
}

/**
 * How much accuracy a model loses when the values of one feature are dealt
 * anew among the rows, so that they no longer fit the rest. It says what this
 * model uses, not what is useful: of two features with the same content the
 * model may use one, and the other then has importance 0.
 *
 * Method: Breiman, "Random forests", Machine Learning 45 (2001), section 10;
 * for any model: Fisher, Rudin and Dominici, "All models are wrong, but many
 * are useful", Journal of Machine Learning Research 20 (2019), no. 177.
 *
 * @throws RangeError if an argument is not as described
 */
export function permutationImportance(
  classify: Classifier,
  rows: Matrix,
  labels: readonly number[],
  { repeats = 30, seed = 1 } = {},
): Importance[] {
  checkMatrix('rows', rows);
  checkLabels('labels', labels, rows.length);
  checkInteger('repeats', repeats, 1);
  const random = createRandom(seed);
  const before = agreement(classify(rows), labels);
  return at(rows, 0).map((_, feature) => {
    const losses = Array.from({ length: repeats }, () => {
      const values = rows.map((row) => at(row, feature));
      const changed = zipWith(rows, shuffle(values, random), (row, value) =>
        row.with(feature, value),
      );
      return before - agreement(classify(changed), labels);
    });
    const mean = sum(losses) / repeats;
    const variance = sum(losses.map((x) => (x - mean) ** 2)) / repeats;
    return { feature, mean, deviation: Math.sqrt(variance) };
  });
}

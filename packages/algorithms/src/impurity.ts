import { sum } from './lists.ts';

/** How a decision tree measures the mixture of classes in a node. */
export type Criterion = 'gini' | 'entropy';

/** For each criterion the impurity of a node with these class counts. */
export const impurityOf = { gini: giniOf, entropy: entropyOf };

/**
 * Gini impurity of class labels, 1 − Σ p². The chance that two labels drawn
 * at random, with replacement, differ: 0 if all are equal, below 1 always.
 *
 * Source: Breiman, Friedman, Olshen and Stone, "Classification and regression
 * trees", 1984, chapter 4.
 */
export function gini(labels: readonly number[]): number {
  return giniOf(countLabels(labels));
}

/**
 * Entropy of class labels in bits, −Σ p log₂ p: 0 if all are equal, log₂ K
 * if K classes are equally frequent.
 *
 * Source: Quinlan, "Induction of decision trees", Machine Learning 1 (1986),
 * section 4.
 */
export function entropy(labels: readonly number[]): number {
  return entropyOf(countLabels(labels));
}

/** The number of classes if they are numbered from 0 without a gap. */
export function classCountOf(labels: readonly number[]): number {
  return labels.reduce((count, label) => Math.max(count, label + 1), 0);
}

/** How often each class from 0 to classCount − 1 occurs among the labels. */
export function countLabels(
  labels: readonly number[],
  classCount = classCountOf(labels),
): number[] {
  const counts = new Array<number>(classCount).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function giniOf(counts: readonly number[]): number {
  const total = sum(counts);
  if (total === 0) return 0;
  return 1 - sum(counts.map((count) => (count / total) ** 2));
}

function entropyOf(counts: readonly number[]): number {
  const total = sum(counts);
  // A class that does not occur contributes 0, the limit of p log p.
  const present = counts.filter((count) => count > 0);
  return sum(
    present.map((count) => (count / total) * Math.log2(total / count)),
  );
}

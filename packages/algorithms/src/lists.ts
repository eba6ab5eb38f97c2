/** The item at the index; -1 is the last one. Throws where there is none. */
export function at<Item>(items: readonly Item[], index: number): Item {
  // In inner loops items.at(index) would take most of the time of a lab.
  const item = items[index < 0 ? items.length + index : index];
  if (item === undefined) {
    throw new RangeError(`no item ${index} in a list of ${items.length}`);
  }
  return item;
}

/** The last of the steps that a generator yields. */
export function lastOf<Step>(steps: Iterable<Step>): Step {
  return at([...steps], -1);
}

/** Combines the items of two equally long lists pair by pair. */
export function zipWith<Left, Right, Result>(
  left: readonly Left[],
  right: readonly Right[],
  combine: (left: Left, right: Right) => Result,
): Result[] {
  return left.map((item, index) => combine(item, at(right, index)));
}

/** The sum of the numbers; 0 if there are none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The index of the smallest value, the first one on a tie. */
export function argMin(values: readonly number[]): number {
  return values.indexOf(values.reduce((a, b) => Math.min(a, b)));
}

/** The index of the largest value, the first one on a tie. */
export function argMax(values: readonly number[]): number {
  return values.indexOf(values.reduce((a, b) => Math.max(a, b)));
}

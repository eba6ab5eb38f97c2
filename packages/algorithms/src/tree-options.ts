import { impurityOf } from './impurity.ts';
import type { SplitOptions } from './splits.ts';
import { checkInteger, checkNotNegative, checkOneOf } from './validate.ts';

export interface TreeOptions extends SplitOptions {
  /** Most questions from the root to a leaf; 0 is one leaf. Default: any. */
  maxDepth?: number;
  /** A node with fewer rows stays a leaf; at least 2. Default: 2. */
  minSamplesSplit?: number;
  /**
   * A split is taken only if it lowers the impurity of its own node by more
   * than this. Default: 0, so a split that gains nothing is not taken.
   */
  minImpurityDecrease?: number;
}

/** Fills in the defaults. Throws a RangeError if an option is out of range. */
export function completeOptions(options: TreeOptions): Required<TreeOptions> {
  const complete = {
    criterion: 'gini' as const,
    maxDepth: Number.MAX_SAFE_INTEGER,
    minSamplesSplit: 2,
    minSamplesLeaf: 1,
    minImpurityDecrease: 0,
    ...options,
  };
  checkOneOf('criterion', complete.criterion, Object.keys(impurityOf));
  checkInteger('maxDepth', complete.maxDepth, 0);
  checkInteger('minSamplesSplit', complete.minSamplesSplit, 2);
  checkInteger('minSamplesLeaf', complete.minSamplesLeaf, 1);
  checkNotNegative('minImpurityDecrease', complete.minImpurityDecrease);
  return complete;
}

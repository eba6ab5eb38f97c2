import {
  multiplyBlocks,
  tall,
  wide,
} from '@runnable-guide/algorithms/flat-multiply';
import type { Products } from '@runnable-guide/algorithms/flat-products';
import { transposeInto } from '@runnable-guide/algorithms/flat-transpose';
import type { trainFast } from '@runnable-guide/algorithms/neural-network-fast';
import { trainFlat } from '@runnable-guide/algorithms/neural-network-loop';

type Kernel = typeof multiplyBlocks;

const multiplyOneByOne: Kernel = (result, left, right, rows, inner, columns) =>
  finish(result, left, right, rows, inner, columns, 0, 0);

/** Whole blocks, and one by one what they leave over. */
const multiplyByBlocks: Kernel = (
  result,
  left,
  right,
  rows,
  inner,
  columns,
) => {
  const lastRows = rows - (rows % tall);
  const lastColumns = columns - (columns % wide);
  multiplyBlocks(result, left, right, rows, inner, columns);
  finish(result, left, right, rows, inner, columns, lastRows, 0);
  finish(result, left, right, lastRows, inner, columns, 0, lastColumns);
};

/** Three kernels, one for each product: nothing is transposed. */
const threeKernels: Products = {
  multiply: multiplyOneByOne,
  multiplyByTransposed(result, left, right, rows, inner, columns) {
    for (let i = 0, place = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, place++) {
        result[place] = dot(left, i * inner, 1, right, j * inner, 1, inner);
      }
    }
  },
  multiplyTransposed(result, left, right, rows, inner, columns) {
    for (let i = 0, place = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, place++) {
        result[place] = dot(left, i, rows, right, j, columns, inner);
      }
    }
  },
};

/** The steps between `train` and `trainFast`, each on the one before. */
export const networkSteps = {
  'flat, allocated once': edition(threeKernels),
  'transposed first': edition(oneKernel(multiplyOneByOne)),
  'blocks of 2 × 4': edition(oneKernel(multiplyByBlocks)),
};

function edition(products: Products): typeof trainFast {
  return (network, inputs, targets, options = {}) =>
    trainFlat(network, inputs, targets, options, products);
}

function oneKernel(kernel: Kernel): Products {
  return {
    multiply: kernel,
    multiplyByTransposed(result, left, right, rows, inner, columns, scratch) {
      transposeInto(scratch, right, columns, inner);
      kernel(result, left, scratch, rows, inner, columns);
    },
    multiplyTransposed(result, left, right, rows, inner, columns, scratch) {
      transposeInto(scratch, left, inner, rows);
      kernel(result, scratch, right, rows, inner, columns);
    },
  };
}

/** The results from a row and a column on, one by one. */
function finish(
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  firstRow: number,
  firstColumn: number,
): void {
  for (let i = firstRow; i < rows; i++) {
    for (let j = firstColumn; j < columns; j++) {
      const sum = dot(left, i * inner, 1, right, j, columns, inner);
      result[i * columns + j] = sum;
    }
  }
}

function dot(
  left: Float64Array,
  leftStart: number,
  leftStep: number,
  right: Float64Array,
  rightStart: number,
  rightStep: number,
  length: number,
): number {
  let sum = 0;
  for (let p = 0, i = leftStart, j = rightStart; p < length; p++) {
    sum += (left[i] as number) * (right[j] as number);
    i += leftStep;
    j += rightStep;
  }
  return sum;
}

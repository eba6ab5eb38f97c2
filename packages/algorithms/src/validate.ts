import type { Matrix } from './matrix.ts';

/**
 * Throws the one kind of error that this package has for bad input. The text
 * names the argument, what is allowed and what was given.
 */
export function refuse(name: string, allowed: string, given: unknown): never {
  throw new RangeError(`${name} must be ${allowed}; got ${show(given)}`);
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  return String(value);
}

/** Checks an integer from min to max, both included. */
export function checkInteger(
  name: string,
  value: number,
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const range =
    max === Number.MAX_SAFE_INTEGER
      ? `of at least ${min}`
      : `from ${min} to ${max}`;
  refuse(name, `an integer ${range}`, value);
}

/** Checks a finite number that is greater than zero. */
export function checkPositive(name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  refuse(name, 'a finite number greater than 0', value);
}

/** Checks a finite number that is zero or greater. */
export function checkNotNegative(name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  refuse(name, 'a finite number of at least 0', value);
}

/** Checks that the value is one of the names. */
export function checkOneOf(
  name: string,
  value: string,
  names: readonly string[],
): void {
  if (names.includes(value)) return;
  refuse(name, `one of '${names.join("', '")}'`, value);
}

/**
 * Checks a table of finite numbers: at least one row, at least one column,
 * all rows equally long. `columns` and `rows` also fix the size.
 */
export function checkMatrix(
  name: string,
  matrix: Matrix,
  size: { rows?: number; columns?: number } = {},
): void {
  if (!Array.isArray(matrix) || matrix.length === 0) {
    refuse(name, 'a list of at least one row', matrix);
  }
  if (size.rows !== undefined && matrix.length !== size.rows) {
    refuse(name, `a list of ${size.rows} rows`, matrix);
  }
  const columns = size.columns ?? matrix[0]?.length ?? 0;
  for (const [index, row] of matrix.entries()) {
    const rowName = `${name}[${index}]`;
    if (!Array.isArray(row) || row.length === 0) {
      refuse(rowName, 'a list of at least one number', row);
    }
    if (row.length !== columns) {
      refuse(rowName, `a list of ${columns} numbers, like every row`, row);
    }
    for (const [column, value] of row.entries()) {
      if (Number.isFinite(value)) continue;
      refuse(`${rowName}[${column}]`, 'a finite number', value);
    }
  }
}

/** Checks one class label, an integer of at least 0, for each row. */
export function checkLabels(
  name: string,
  labels: readonly number[],
  rowCount: number,
): void {
  if (!Array.isArray(labels) || labels.length !== rowCount) {
    refuse(name, `a list of ${rowCount} labels, one for each row`, labels);
  }
  for (const [index, label] of labels.entries()) {
    checkInteger(`${name}[${index}]`, label, 0);
  }
}

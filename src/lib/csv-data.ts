import Papa from 'papaparse';

export const csvLimits = { bytes: 200_000, rows: 2_000, columns: 20 } as const;

/** What is wrong with a CSV, placed by row and column, both from 1. */
export type CsvProblem =
  | { code: 'empty' }
  | { code: 'bytes' | 'rows' | 'columns'; limit: number }
  | { code: 'quotes'; row: number }
  | { code: 'ragged'; row: number; got: number; expected: number }
  | { code: 'number'; row: number; column: number; text: string }
  | { code: 'label'; row: number; column: number; text: string }
  | { code: 'width'; got: number; expected: number };

export interface CsvData {
  rows: number[][];
  labels: number[] | null;
  /** Names of the classes, in the order of their numbers. */
  classes: string[] | null;
}

export interface CsvShape {
  /** The last column is the class. */
  hasLabels: boolean;
  /** Number of feature columns, where the program fixes it. */
  columns?: number;
}

const MAX_CLASSES = 20;

/**
 * Numbers from a CSV, with an optional header line. Classes may be numbers
 * from 0 or names, which are numbered in the order of their appearance.
 */
export function parseCsvData(
  text: string,
  { hasLabels, columns }: CsvShape,
): CsvData | CsvProblem {
  if (text.length > csvLimits.bytes) {
    return { code: 'bytes', limit: csvLimits.bytes };
  }
  const { data, errors } = Papa.parse<string[]>(text.trim(), {
    skipEmptyLines: 'greedy',
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    return { code: 'quotes', row: (quotes.row ?? 0) + 1 };
  }
  const cells = data.map((row) => row.map((cell) => cell.trim()));
  const offset = isHeader(cells[0], hasLabels) ? 1 : 0;
  const body = cells.slice(offset);
  const first = body[0];
  if (first === undefined) {
    return { code: 'empty' };
  }
  if (body.length > csvLimits.rows) {
    return { code: 'rows', limit: csvLimits.rows };
  }
  if (first.length > csvLimits.columns) {
    return { code: 'columns', limit: csvLimits.columns };
  }
  const expected = columns === undefined ? null : columns + Number(hasLabels);
  if (expected !== null && first.length !== expected) {
    return { code: 'width', got: first.length, expected };
  }
  return readBody(body, offset, hasLabels);
}

function readBody(
  body: readonly string[][],
  offset: number,
  hasLabels: boolean,
): CsvData | CsvProblem {
  const width = body[0]?.length ?? 0;
  const rows: number[][] = [];
  const names: string[] = [];
  for (const [index, cells] of body.entries()) {
    const row = index + offset + 1;
    if (cells.length !== width) {
      return { code: 'ragged', row, got: cells.length, expected: width };
    }
    const features = hasLabels ? cells.slice(0, -1) : cells;
    const bad = features.findIndex((cell) => !isNumber(cell));
    if (bad >= 0) {
      return { code: 'number', row, column: bad + 1, text: cells[bad] ?? '' };
    }
    if (hasLabels && cells[width - 1] === '') {
      return { code: 'label', row, column: width, text: '' };
    }
    rows.push(features.map(Number));
    names.push(cells[width - 1] ?? '');
  }
  if (!hasLabels) {
    return { rows, labels: null, classes: null };
  }
  return numberClasses(rows, names, offset, width);
}

function numberClasses(
  rows: number[][],
  names: readonly string[],
  offset: number,
  width: number,
): CsvData | CsvProblem {
  if (names.every((name) => /^\d+$/.test(name))) {
    const labels = names.map(Number);
    const tooLarge = labels.findIndex((label) => label >= MAX_CLASSES);
    return tooLarge < 0
      ? { rows, labels, classes: null }
      : {
          code: 'label',
          row: tooLarge + offset + 1,
          column: width,
          text: names[tooLarge] ?? '',
        };
  }
  const classes = [...new Set(names)];
  const extra = names.findIndex((name) => classes.indexOf(name) >= MAX_CLASSES);
  return extra < 0
    ? { rows, labels: names.map((name) => classes.indexOf(name)), classes }
    : {
        code: 'label',
        row: extra + offset + 1,
        column: width,
        text: names[extra] ?? '',
      };
}

/** A first line without a single number among its features names columns. */
function isHeader(row: readonly string[] | undefined, hasLabels: boolean) {
  const features = hasLabels ? row?.slice(0, -1) : row;
  return features !== undefined && features.length > 0
    ? !features.some(isNumber)
    : false;
}

function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(Number(cell));
}

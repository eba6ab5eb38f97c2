import Papa from 'papaparse';

export const csvLimits = {
  characters: 200_000,
  rows: 2_000,
  columns: 20,
  classes: 20,
} as const;

/**
 * What is wrong with a CSV, placed by row and column, both from 1. Blank rows
 * count, so that a row has the number that an editor shows.
 */
export type CsvProblem =
  | { code: 'empty' }
  | { code: 'characters' | 'rows' | 'columns'; limit: number }
  | { code: 'quotes'; row: number }
  | { code: 'ragged'; row: number; got: number; expected: number }
  | { code: 'number'; row: number; column: number; text: string }
  | {
      code: 'label';
      row: number;
      column: number;
      text: string;
      /** How many classes there may be. */
      limit: number;
    }
  | { code: 'width'; got: number; expected: number }
  | { code: 'narrow'; got: number; least: number };

export interface CsvData {
  rows: number[][];
  labels: number[] | null;
  /** Names of the classes, in the order of their numbers. */
  classes: string[] | null;
  /** The line that was taken for names of columns. */
  header: Row | null;
}

interface Row {
  row: number;
  cells: string[];
}

export interface CsvShape {
  /** The last column is the class. */
  hasLabels: boolean;
  /** Number of feature columns, where the program fixes it. */
  columns?: number;
  /** Where the program takes fewer classes than a CSV may have. */
  maxClasses?: number;
}

/**
 * Numbers from a CSV, with an optional header line. Classes may be numbers
 * from 0 or names, which are numbered in the order of their appearance.
 */
export function parseCsvData(
  text: string,
  shape: CsvShape,
): CsvData | CsvProblem {
  if (text.length > csvLimits.characters) {
    return { code: 'characters', limit: csvLimits.characters };
  }
  const { data, errors } = parseAll(text);
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    return { code: 'quotes', row: (quotes.row ?? 0) + 1 };
  }
  const all = data
    .map((cells, index): Row => {
      return { row: index + 1, cells: cells.map((cell) => cell.trim()) };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = all[0] && isHeader(all[0], shape) ? all[0] : null;
  const body = header === null ? all : all.slice(1);
  const result = sizeProblem(body, shape) ?? readBody(body, shape);
  return 'code' in result ? result : { ...result, header };
}

/** Blank lines stay, to be counted, but have no say in what the delimiter is. */
function parseAll(text: string) {
  const { meta } = Papa.parse(text, { skipEmptyLines: 'greedy', preview: 10 });
  return Papa.parse<string[]>(text, { delimiter: meta.delimiter });
}

function sizeProblem(
  body: readonly Row[],
  { hasLabels, columns }: CsvShape,
): CsvProblem | null {
  const got = body[0]?.cells.length;
  if (got === undefined) {
    return { code: 'empty' };
  }
  if (body.length > csvLimits.rows) {
    return { code: 'rows', limit: csvLimits.rows };
  }
  if (got > csvLimits.columns) {
    return { code: 'columns', limit: csvLimits.columns };
  }
  const others = Number(hasLabels);
  if (columns !== undefined && got !== columns + others) {
    return { code: 'width', got, expected: columns + others };
  }
  return got > others ? null : { code: 'narrow', got, least: 1 + others };
}

type Body = Omit<CsvData, 'header'>;

function readBody(body: readonly Row[], shape: CsvShape): Body | CsvProblem {
  const { hasLabels, maxClasses = csvLimits.classes } = shape;
  const width = body[0]?.cells.length ?? 0;
  const rows: number[][] = [];
  const names: string[] = [];
  for (const { row, cells } of body) {
    if (cells.length !== width) {
      return { code: 'ragged', row, got: cells.length, expected: width };
    }
    const features = hasLabels ? cells.slice(0, -1) : cells;
    const bad = features.findIndex((cell) => !isNumber(cell));
    if (bad >= 0) {
      return { code: 'number', row, column: bad + 1, text: cells[bad] ?? '' };
    }
    rows.push(features.map(Number));
    names.push(cells[width - 1] ?? '');
  }
  if (!hasLabels) {
    return { rows, labels: null, classes: null };
  }
  const { labels, classes } = numberClasses(names);
  const bad = labels.findIndex(
    (label, index) => label >= maxClasses || names[index] === '',
  );
  return bad < 0
    ? { rows, labels, classes }
    : {
        code: 'label',
        row: body[bad]?.row ?? 0,
        column: width,
        text: names[bad] ?? '',
        limit: maxClasses,
      };
}

function numberClasses(
  names: readonly string[],
): Pick<CsvData, 'classes'> & { labels: number[] } {
  if (names.every((name) => /^\d+$/.test(name))) {
    return { labels: names.map(Number), classes: null };
  }
  const classes = [...new Set(names)];
  return { labels: names.map((name) => classes.indexOf(name)), classes };
}

/** A first line without a single number among its features names columns. */
function isHeader({ cells }: Row, { hasLabels }: CsvShape): boolean {
  const features = hasLabels ? cells.slice(0, -1) : cells;
  return features.length > 0 && !features.some(isNumber);
}

function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(Number(cell));
}

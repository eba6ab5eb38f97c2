import { type Lab, type LabData, pathOf } from '@runnable-guide/labs/lab';
import type { CsvData, CsvShape } from '~/lib/csv-data';
import {
  type NumberTable,
  readNumbers,
  readTable,
  writeNumber,
  writeNumbers,
  writeTable,
} from '~/lib/data-literal';

type Files = Readonly<Record<string, string>>;

export interface LabDataState {
  path: string;
  data: LabData;
  rows: NumberTable;
  labels: readonly number[] | null;
  centroids: NumberTable | null;
}

/** The data of the program as it stands; null if its literals are gone. */
export function readLabData(lab: Lab, files: Files): LabDataState | null {
  const { data } = lab;
  if (data === undefined) {
    return null;
  }
  const path = pathOf(lab, data.file);
  const code = files[path] ?? '';
  const rows = readTable(code, data.rows);
  if (rows === null) {
    return null;
  }
  const centroids = data.figure?.centroids;
  return {
    path,
    data,
    rows,
    labels: data.labels ? readLabels(code, data.labels) : null,
    centroids: centroids === undefined ? null : readTable(code, centroids),
  };
}

function readLabels(
  code: string,
  { name, shape }: NonNullable<LabData['labels']>,
): readonly number[] | null {
  return shape === 'values'
    ? readNumbers(code, name)
    : (readTable(code, name)?.map(([value = 0]) => value) ?? null);
}

/** What a CSV has to be like to take the place of the data. */
export function shapeOf({ data, rows, labels }: LabDataState): CsvShape {
  const { maxClasses } = data.labels ?? {};
  return {
    hasLabels: labels !== null,
    ...(data.isWidthFree ? {} : { columns: rows[0]?.length ?? 2 }),
    ...(maxClasses === undefined ? {} : { maxClasses }),
  };
}

/** The program with the rows (and labels) of a CSV; null if it cannot be. */
export function withCsv(
  code: string,
  data: LabData,
  csv: CsvData,
): string | null {
  const next = writeTable(code, data.rows, csv.rows);
  if (next === null || data.labels === undefined || csv.labels === null) {
    return next;
  }
  const { name, shape } = data.labels;
  return shape === 'values'
    ? writeNumbers(next, name, csv.labels)
    : writeTable(
        next,
        name,
        csv.labels.map((label) => [label]),
      );
}

/** The program with other centroids and the matching count. */
export function withCentroids(
  code: string,
  data: LabData,
  centroids: NumberTable,
): string | null {
  const { centroids: name, count } = data.figure ?? {};
  const next = name === undefined ? null : writeTable(code, name, centroids);
  return next === null || count === undefined
    ? next
    : writeNumber(next, count, centroids.length);
}

import type { Edition } from '~/lib/lab-storage';

/** A file in two versions. */
export interface FileChange {
  path: string;
  /** Where files of several editions stand side by side. */
  edition?: Edition;
  before: string;
  after: string;
}

/** The files that differ between two versions. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FileChange[] {
  return Object.keys(after)
    .filter((path) => before[path] !== after[path])
    .map((path) => ({
      path,
      before: before[path] ?? '',
      after: after[path] ?? '',
    }));
}

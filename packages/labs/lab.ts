/** A text in each language of the guide. */
export interface Localized {
  'zh-CN': string;
  en: string;
}

/** A file of the lab with the bodies of its main functions left open. */
export interface Exercise {
  /** Name of the algorithm file that the exercise replaces. */
  file: string;
  /** Text of `exercise.ts`. */
  code: string;
  /** Names of the test files that decide whether it is solved. */
  tests: readonly string[];
  /** Chinese for the tasks in `code`: what each `yourTurn` says. */
  tasks: Readonly<Record<string, string>>;
  /** From a nudge to nearly the answer; code is between backticks. */
  hints: readonly [Localized, Localized, Localized];
  /** What a failing test most likely means, by its own title; written alike. */
  causes: Readonly<Record<string, Localized>>;
}

/**
 * Where the reader's own data goes: array literals of the program, so that
 * the data stays visible in the code. All are written `const name = [ … ];`.
 */
export interface LabData {
  /** Name of the file with the literals. */
  file: string;
  /** Literal of the feature rows: an array of arrays of numbers. */
  rows: string;
  /** The program takes rows of any width, not only of that in its literal. */
  isWidthFree?: true;
  /** Literal of the labels, if there are any: the last column of a CSV. */
  labels?: {
    name: string;
    /** `[0, 1]` or `[[0], [1]]`. */
    shape: 'values' | 'columns';
    /** Where the program takes only a few classes. */
    maxClasses?: number;
  };
  /** The scatter figure whose points can be moved. */
  figure?: {
    name: string;
    /** Literal of the centroids, and of their number. */
    centroids?: string;
    count?: string;
  };
}

/** The lab in Python: standard library only, as the page can run it. */
export interface LabPython {
  /** Every file; `/main.py` is the program. */
  files: Readonly<Record<string, string>>;
  tabs: readonly string[];
  tests: readonly string[];
}

export interface Lab {
  title: Localized;
  /** Every file of the playground; `/main.ts` is the program. */
  files: Readonly<Record<string, string>>;
  /** Names of the files shown as tabs, in order; the first is open. */
  tabs: readonly string[];
  /** Names of the test files; none if the lab has no tests. */
  tests: readonly string[];
  /** Chinese for the titles of tests, whole or as patterns like `terms`. */
  testTitles?: Readonly<Record<string, string>>;
  exercise?: Exercise;
  python?: LabPython;
  data?: LabData;
  /** Titles of the figures, by the name the program gives them. */
  figures: Readonly<Record<string, Localized>>;
  /**
   * Chinese for the texts of figures: captions, axes, series, classes. In a
   * term `{0}` stands for any number, `{name}` for any text, as in
   * `'round {0}: loss {1}'`; the translation repeats it.
   */
  terms: Readonly<Record<string, string>>;
}

/** The playground path of a tab or test name, such as `k-means.ts`. */
export function pathOf(
  lab: Pick<Lab, 'files'> & { title?: Localized },
  name: string,
): string {
  const path = Object.keys(lab.files).find((file) => nameOf(file) === name);
  if (path === undefined) {
    throw new Error(
      `The lab '${lab.title?.en ?? 'in Python'}' shows '${name}', but has no such file. ` +
        `It has: ${Object.keys(lab.files).map(nameOf).join(', ')}`,
    );
  }
  return path;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

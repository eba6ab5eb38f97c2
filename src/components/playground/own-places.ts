import { useMemo } from 'react';
import { unwrittenTask } from './hints';
import type { Problem, RunState, TestResult } from './run-state';

interface Files {
  isEdited: (path: string) => boolean;
  hasTab: (path: string) => boolean;
}

/**
 * Shows a problem where the reader can mend it: at the innermost of its places
 * in a file that they have edited, or else in one that has a tab. The code of
 * the guide that threw the error has often only checked what it was given.
 */
export function atOwnPlace<P extends Problem>(problem: P, files: Files): P {
  const { places = [] } = problem;
  const [inner] = places;
  const own =
    places.find(({ path }) => files.isEdited(path)) ??
    places.find(({ path }) => files.hasTab(path));
  if (inner === undefined || own === undefined || own.path === inner.path) {
    return problem;
  }
  const { column: _, ...rest } = problem;
  return { ...rest, ...own, thrownIn: inner } as P;
}

/** A run with its problems at places of the reader's own. */
export function useOwnPlaces(
  state: RunState,
  tests: readonly TestResult[],
  files: Files,
): RunState {
  // Later edits change nothing about a run that has been.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as files were then
  const problems = useMemo(
    () => state.problems.map((problem) => atOwnPlace(problem, files)),
    [state.problems],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as files were then
  const placed = useMemo(
    () =>
      tests.map((test) => ({
        ...test,
        errors: test.errors.map((error) => atOwnPlace(error, files)),
      })),
    [tests],
  );
  return useMemo(
    () => ({ ...state, problems, tests: placed }),
    [state, problems, placed],
  );
}

/** Lines (from 1) to mark, by file. */
export type Marks = Readonly<Record<string, readonly number[]>>;

/** The lines of what is wrong; results from before an edit mark none. */
export function marksOf(
  problems: readonly Problem[],
  tests: readonly TestResult[],
): Marks {
  const marks: Record<string, number[]> = {};
  const errors = tests.flatMap((test) => test.errors);
  for (const problem of [...problems, ...errors]) {
    const { path, line } = problem;
    if (path && line !== undefined && unwrittenTask(problem) === null) {
      marks[path] = [...(marks[path] ?? []), line];
    }
  }
  return marks;
}

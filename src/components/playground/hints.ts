import type { MessageKey } from '~/i18n/dictionary';
import type { Figure } from '~/lib/figures';
import type { Failure, Line, Problem } from './run-state';

/** What engines say about the errors beginners make most. */
const errorHints: readonly [pattern: RegExp, hint: MessageKey][] = [
  [
    /(reading '\d+'|of undefined|undefined is not an object|is undefined)/i,
    'hintUndefinedIndex',
  ],
  [/No module named '(numpy|scipy|sklearn|pandas|torch)/, 'hintNumPy'],
  [/index out of range/, 'hintIndexRange'],
  [/'NoneType'/, 'hintNone'],
  [/object is not callable/, 'hintNotFunction'],
  [/maximum recursion depth/, 'hintRecursion'],
  [/is not iterable|not iterable/i, 'hintNotIterable'],
  [/like every row|one for each row|a list of \d+|same length/i, 'hintShape'],
  [/is not a function/i, 'hintNotFunction'],
  [/is not defined|can't find variable/i, 'hintNotDefined'],
  [/call stack|too much recursion/i, 'hintRecursion'],
  [/invalid array length|array size is not/i, 'hintArrayLength'],
  [/out of memory|^MemoryError/i, 'hintMemory'],
];

export function hintForProblem(problem: Problem): MessageKey | null {
  // It says itself what is to be done.
  if (problem.missingExport !== undefined) {
    return null;
  }
  const text = `${problem.name}: ${problem.message}`;
  for (const [pattern, hint] of errorHints) {
    if (pattern.test(text)) {
      return hint;
    }
  }
  return null;
}

/** As a value, alone or in a list: not in a sentence about it. */
const UNDEFINED = /(?:^|[\s[])undefined(?:$|[,\]])/;

/** NaN in the output or a figure: nothing threw, but something went wrong. */
export function hintForNumbers(
  lines: readonly Line[],
  figures: readonly Figure[],
): MessageKey | null {
  const printed = lines.some((line) => /\bNaN\b/.test(line.text));
  if (printed || figures.some(hasNaN)) {
    return 'hintNaN';
  }
  return lines.some(({ text }) => UNDEFINED.test(text))
    ? 'hintForgottenReturn'
    : null;
}

function hasNaN({ frames }: Figure): boolean {
  const last = frames.at(-1);
  return last !== undefined && containsNaN(last.data);
}

function containsNaN(value: unknown): boolean {
  if (typeof value === 'number') {
    return Number.isNaN(value);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some(containsNaN);
  }
  return false;
}

/**
 * For a comparison, by what it received; for anything else that was thrown
 * in a test, as for a program. An assertion's own words are no engine's.
 */
export function hintForFailure(failure: Failure): MessageKey | null {
  const { name, received } = failure;
  if (received === undefined) {
    return name === 'AssertionError' ? null : hintForProblem(failure);
  }
  if (received === 'undefined') {
    return 'hintForgottenReturn';
  }
  return /\bNaN\b/.test(received) ? 'hintNaN' : null;
}

/**
 * What `yourTurn` of an exercise says: the task, and the place where it stands
 * in the reader's code, one frame above `yourTurn` itself.
 */
export function unwrittenTask(
  problem: Problem,
): { task: string; path: string; line: number } | null {
  const task = /^Your turn: ([\s\S]+)$/.exec(problem.message)?.[1];
  const frame = problem.frames?.[1];
  return task === undefined || frame === undefined ? null : { ...frame, task };
}

/** Nothing is wrong but that functions of an exercise are left open. */
export function isUnwritten(problems: readonly Problem[]): boolean {
  return (
    problems.length > 0 &&
    problems.every((problem) => unwrittenTask(problem) !== null)
  );
}

import type { MessageKey } from '~/i18n/dictionary';
import type { Figure } from '~/lib/figures';
import type { Line, Problem } from './run-state';

/** What engines say about the errors beginners make most. */
const errorHints: readonly [pattern: RegExp, hint: MessageKey][] = [
  [
    /(reading '\d+'|of undefined|undefined is not an object|is undefined)/i,
    'hintUndefinedIndex',
  ],
  [/No module named '(numpy|scipy|sklearn|pandas|torch)/, 'hintNumPy'],
  [/index out of range/, 'hintUndefinedIndex'],
  [/'NoneType'/, 'hintNone'],
  [/object is not callable/, 'hintNotFunction'],
  [/maximum recursion depth/, 'hintRecursion'],
  [/is not iterable|not iterable/i, 'hintNotIterable'],
  [/like every row|one for each row|a list of \d+|same length/i, 'hintShape'],
  [/is not a function/i, 'hintNotFunction'],
  [/is not defined|can't find variable/i, 'hintNotDefined'],
  [/call stack|too much recursion/i, 'hintRecursion'],
  [/invalid array length|out of memory|^MemoryError/i, 'hintMemory'],
];

export function hintForProblem(problem: Problem): MessageKey | null {
  const text = `${problem.name}: ${problem.message}`;
  for (const [pattern, hint] of errorHints) {
    if (pattern.test(text)) {
      return hint;
    }
  }
  return null;
}

/** NaN in the output or a figure: nothing threw, but something went wrong. */
export function hintForNumbers(
  lines: readonly Line[],
  figures: readonly Figure[],
): MessageKey | null {
  const printed = lines.some((line) => /\bNaN\b/.test(line.text));
  return printed || figures.some(hasNaN) ? 'hintNaN' : null;
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

/** A failed comparison that received `undefined`: a return is missing. */
export function hintForFailure(failure: {
  message: string;
  received?: string;
}): MessageKey | null {
  if (failure.received === 'undefined') {
    return 'hintForgottenReturn';
  }
  return failure.received !== undefined && /\bNaN\b/.test(failure.received)
    ? 'hintNaN'
    : null;
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

import {
  type Answer,
  emptyProgress,
  type Interview,
  mergeProgress,
  type Progress,
  type ReadMark,
  type TestCount,
} from './progress';

const MAX_ITEMS = 10_000;
const MAX_NAME = 200;
/** Longest answer to one question that is kept. */
export const MAX_ANSWER = 20_000;

/** The stored progress in the text; null if it is not one of this version. */
export function parseProgress(text: string): Progress | null {
  try {
    const value = JSON.parse(text);
    return value?.version === 1 ? progressOf(value) : null;
  } catch {
    return null;
  }
}

/** Progress made of known fields only; null if one of them is wrong. */
export function progressOf(value: Record<string, unknown>): Progress | null {
  const { marks, solved, interviews } = value;
  if (
    !isListOf(marks, isMark) ||
    !isListOf(solved, isName) ||
    !isListOf(interviews, isInterview)
  ) {
    return null;
  }
  return mergeProgress(emptyProgress, {
    version: 1,
    marks: marks.map(({ page, at, read }) => ({ page, at, read })),
    solved,
    interviews: interviews.map(({ id, at, answers }) => ({
      id,
      at,
      answers: answers.map(cleanAnswer),
    })),
  });
}

function cleanAnswer(answer: Answer): Answer {
  const { question, page, grade, seconds, text, met, followUp } = answer;
  const { solved, tests } = answer;
  return {
    question,
    page,
    grade,
    seconds,
    text,
    met: [...met],
    followUp,
    ...(solved === undefined ? {} : { solved }),
    ...(tests === undefined
      ? {}
      : { tests: { passed: tests.passed, count: tests.count } }),
  };
}

function isMark(value: unknown): value is ReadMark {
  const { page, at, read } = fields(value);
  return isName(page) && isCount(at) && typeof read === 'boolean';
}

function isInterview(value: unknown): value is Interview {
  const { id, at, answers } = fields(value);
  return isName(id) && isCount(at) && isListOf(answers, isAnswer);
}

export function isAnswer(value: unknown): value is Answer {
  const { question, page, grade, seconds, text, met, followUp } = fields(value);
  const { solved, tests } = fields(value);
  return (
    isName(question) &&
    isName(page) &&
    [0, 1, 2].includes(grade as number) &&
    isCount(seconds) &&
    isAnswerText(text) &&
    isListOf(met, isCount) &&
    isAnswerText(followUp) &&
    (solved === undefined || typeof solved === 'boolean') &&
    (tests === undefined || isTestCount(tests))
  );
}

export function isTestCount(value: unknown): value is TestCount {
  const { passed, count } = fields(value);
  return isCount(passed) && isCount(count) && passed <= count;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME;
}

function isAnswerText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_ANSWER;
}

/** Up to the last moment that a Date can tell. */
export function isCount(value: unknown): value is number {
  return (
    Number.isSafeInteger(value) &&
    Number(value) >= 0 &&
    Number(value) <= 8.64e15
  );
}

export function isListOf<T>(
  value: unknown,
  isItem: (item: unknown) => item is T,
): value is T[] {
  return (
    Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isItem)
  );
}

export function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

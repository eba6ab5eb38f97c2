import {
  fields,
  isAnswer,
  isCount,
  isListOf,
  isTestCount,
  MAX_ANSWER,
} from '~/lib/study/parse-progress';
import type { Answer, Grade, Interview, TestCount } from '~/lib/study/progress';
import {
  createRecordStorage,
  type StudyTrouble,
} from '~/lib/study/study-storage';
import type { Question } from './bank';

export const RUN_KEY = 'guide.interview';

const stages = ['answer', 'grade', 'followUp'] as const;
export type Stage = (typeof stages)[number];

/** The answer that is being given. */
export interface Draft {
  text: string;
  /** Thinking and answering, without pauses. */
  seconds: number;
  met: readonly number[];
  /** Null until the reader has judged. */
  grade: Grade | null;
  followUp: string;
  /** A coding round whose tests passed when they last ran. */
  solved: boolean;
  /** Once the tests have run. */
  tests?: TestCount;
}

/** An interview that is going on. */
export interface Run {
  id: string;
  at: number;
  questions: readonly string[];
  answers: readonly Answer[];
  stage: Stage;
  draft: Draft;
}

const emptyDraft: Draft = {
  text: '',
  seconds: 0,
  met: [],
  grade: null,
  followUp: '',
  solved: false,
};

export function startRun(
  questions: readonly string[],
  at: number,
  id: string,
): Run {
  return { id, at, questions, answers: [], stage: 'answer', draft: emptyDraft };
}

/** Undefined when all have been answered. */
export function currentQuestion(run: Run): string | undefined {
  return run.questions[run.answers.length];
}

export function withDraft(run: Run, change: Partial<Draft>): Run {
  return { ...run, draft: { ...run.draft, ...change } };
}

export function toStage(run: Run, stage: Stage): Run {
  return { ...run, stage };
}

/** Puts the draft among the answers and turns to the next question. */
export function closeQuestion(
  run: Run,
  { page, lab }: Pick<Question, 'page' | 'lab'>,
): Run {
  const question = currentQuestion(run);
  if (question === undefined) {
    return run;
  }
  const { text, seconds, met, grade, followUp, solved, tests } = run.draft;
  const answer: Answer = {
    question,
    page,
    grade: grade ?? 0,
    seconds: Math.round(seconds),
    text: text.slice(0, MAX_ANSWER),
    met: [...met].sort((a, b) => a - b),
    followUp: followUp.slice(0, MAX_ANSWER),
    ...(lab === undefined ? {} : { solved }),
    ...(tests === undefined ? {} : { tests }),
  };
  return {
    ...run,
    answers: [...run.answers, answer],
    stage: 'answer',
    draft: emptyDraft,
  };
}

/** Leaves out questions that the bank no longer has. */
export function withKnownQuestions(run: Run, known: ReadonlySet<string>): Run {
  const done = run.answers.length;
  const questions = run.questions.filter(
    (id, place) => place < done || known.has(id),
  );
  return questions[done] === run.questions[done]
    ? { ...run, questions }
    : { ...run, questions, stage: 'answer', draft: emptyDraft };
}

export function finishedInterview({ id, at, answers }: Run): Interview {
  return { id, at, answers };
}

interface Kept {
  version: 1;
  run: Run | null;
}

/** The interview that is going on, in a `Storage`. */
export function createRunStorage(
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  const empty: Kept = { version: 1, run: null };
  const kept = createRecordStorage(
    { key: RUN_KEY, empty, parse: parseKept },
    storage,
    onTrouble,
  );
  return {
    load: () => kept.load().run,
    save: (run: Run | null) => {
      kept.change(() => ({ version: 1, run }));
    },
  };
}

/** Null if the text is no record of this version. */
export function parseKept(text: string): Kept | null {
  try {
    const { version, run } = fields(JSON.parse(text));
    return version === 1 && (run === null || isRun(run))
      ? { version, run }
      : null;
  } catch {
    return null;
  }
}

function isRun(value: unknown): value is Run {
  const { id, at, questions, answers, stage, draft } = fields(value);
  return (
    isName(id) &&
    isCount(at) &&
    isListOf(questions, isName) &&
    isListOf(answers, isAnswer) &&
    answers.length <= questions.length &&
    stages.includes(stage as Stage) &&
    isDraft(draft)
  );
}

function isDraft(value: unknown): value is Draft {
  const { text, seconds, met, grade, followUp, solved, tests } = fields(value);
  return (
    typeof text === 'string' &&
    typeof seconds === 'number' &&
    seconds >= 0 &&
    isListOf(met, isCount) &&
    [null, 0, 1, 2].includes(grade as Grade | null) &&
    typeof followUp === 'string' &&
    typeof solved === 'boolean' &&
    (tests === undefined || isTestCount(tests))
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200;
}

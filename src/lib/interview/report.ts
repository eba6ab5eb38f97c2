import type { Answer, Grade, Interview } from '~/lib/study/progress';
import type { Bank, BankPage, Point, Question } from './bank';

export interface ReportItem {
  answer: Answer;
  /** Absent if the bank no longer has the question. */
  question: Question | undefined;
  /** A coding round: the answer is code. */
  isRound: boolean;
  met: readonly Point[];
  missed: readonly Point[];
}

export interface ReportTopic extends BankPage {
  count: number;
  /** Mean of the grades, from 0 to 2. */
  mean: number;
  /** What to read: the points that were missed, one for each place. */
  next: readonly Point[];
}

export interface Report {
  at: number;
  seconds: number;
  grades: Readonly<Record<Grade, number>>;
  items: readonly ReportItem[];
  /** The weakest first. */
  topics: readonly ReportTopic[];
}

export function reportOf(
  { at, answers }: Interview,
  { pages, questions }: Bank,
): Report {
  const items = answers.map((answer): ReportItem => {
    const question = questions.find(({ id }) => id === answer.question);
    const points = question?.points ?? [];
    return {
      answer,
      question,
      isRound: question?.lab !== undefined || answer.solved !== undefined,
      met: points.filter((_, place) => answer.met.includes(place)),
      missed: points.filter((_, place) => !answer.met.includes(place)),
    };
  });
  const topics = pages
    .map((page) => topicOf(page, items))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.mean - b.mean);
  const withGrade = (grade: Grade) =>
    answers.filter((answer) => answer.grade === grade).length;
  return {
    at,
    seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
    grades: { 0: withGrade(0), 1: withGrade(1), 2: withGrade(2) },
    items,
    topics,
  };
}

function topicOf(page: BankPage, items: readonly ReportItem[]): ReportTopic {
  const own = items.filter(({ answer }) => answer.page === page.page);
  const sum = own.reduce((total, { answer }) => total + answer.grade, 0);
  const next = new Map<string, Point>();
  for (const point of own.flatMap(({ missed }) => missed)) {
    if (!next.has(point.href)) {
      next.set(point.href, point);
    }
  }
  return {
    ...page,
    count: own.length,
    mean: own.length === 0 ? 0 : sum / own.length,
    next: [...next.values()],
  };
}

/** `2:05`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

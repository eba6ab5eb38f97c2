import type { Task } from './plan';
import { type Grade, type Progress, pagesRead } from './progress';
import type { Rating, StudyLog } from './study-log';

/** What there is to do on a page. */
export interface GuidePage {
  page: string;
  /** Minutes that reading takes. */
  minutes: number;
  /** Labs with an exercise. */
  labs: readonly string[];
  cards: readonly string[];
}

/** What of it is done. */
export interface PageStanding {
  page: string;
  read: boolean;
  solved: string[];
  /** Cards that the last review rated good or easy. */
  known: string[];
  /** Cards that the last review rated again or hard. */
  weakCards: string[];
  /** Cards never reviewed. */
  newCards: string[];
  /** Last grade of each interview question that was asked. */
  grades: ReadonlyMap<string, Grade>;
  weakQuestions: string[];
}

const LAB_MINUTES = 20;
const WEAK_MINUTES = 10;

export function standingOf(
  { page, labs, cards }: GuidePage,
  log: StudyLog,
  progress: Progress,
): PageStanding {
  const ratings = new Map<string, Rating>(
    log.reviews.map(({ card, rating }) => [card, rating]),
  );
  const grades = new Map<string, Grade>(
    progress.interviews
      .flatMap(({ answers }) => answers)
      .filter((answer) => answer.page === page)
      .map(({ question, grade }) => [question, grade]),
  );
  return {
    page,
    read: pagesRead(progress).has(page),
    solved: labs.filter((lab) => progress.solved.includes(lab)),
    known: cards.filter((card) => (ratings.get(card) ?? 0) >= 3),
    weakCards: cards.filter((card) => [1, 2].includes(ratings.get(card) ?? 0)),
    newCards: cards.filter((card) => !ratings.has(card)),
    grades,
    weakQuestions: [...grades]
      .filter(([, grade]) => grade === 0)
      .map(([question]) => question),
  };
}

/** Share that is done, from 0 to 1, of each part that the page has. */
export function partsOf(page: GuidePage, standing: PageStanding) {
  const grades = [...standing.grades.values()];
  const sum = grades.reduce<number>((total, grade) => total + grade, 0);
  return {
    read: standing.read ? 1 : 0,
    labs: share(standing.solved.length, page.labs.length),
    cards: share(standing.known.length, page.cards.length),
    interview: grades.length === 0 ? undefined : sum / (2 * grades.length),
  };
}

export type Parts = ReturnType<typeof partsOf>;

/** Share of the whole page: all its parts weigh the same. */
export function readiness(parts: Parts): number {
  const shares = Object.values(parts).filter((part) => part !== undefined);
  return shares.reduce((sum, part) => sum + part, 0) / shares.length;
}

/** What is left to do on a page, in the order to do it. */
export function tasksOf(page: GuidePage, standing: PageStanding): Task[] {
  const tasks: Task[] = [];
  const subject = page.page;
  if (!standing.read) {
    tasks.push({ kind: 'read', subject, minutes: page.minutes });
  } else if (standing.weakCards.length + standing.weakQuestions.length > 0) {
    tasks.push({ kind: 'weak', subject, minutes: WEAK_MINUTES });
  }
  for (const lab of page.labs.filter((id) => !standing.solved.includes(id))) {
    tasks.push({ kind: 'lab', subject: lab, minutes: LAB_MINUTES });
  }
  if (standing.newCards.length > 0) {
    const minutes = standing.newCards.length;
    tasks.push({ kind: 'cards', subject, minutes });
  }
  return tasks;
}

/** Undefined where there is nothing to do. */
function share(done: number, all: number): number | undefined {
  return all === 0 ? undefined : done / all;
}

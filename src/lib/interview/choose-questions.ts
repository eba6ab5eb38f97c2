import { createRandom, shuffle } from '@runnable-guide/algorithms/random';
import type { Grade } from '~/lib/study/progress';
import type { Level, Question } from './bank';

export interface Wishes {
  /** Pages to be asked about. */
  pages: readonly string[];
  /** 0 for all levels. */
  level: Level | 0;
  /** Questions to talk about; fewer if there are not so many. */
  count: number;
  /** Coding rounds after them. */
  rounds: number;
  /** An integer from 0 to 2³² − 1: the same one chooses the same questions. */
  seed: number;
}

/**
 * Ids of the questions of an interview, in the order to ask them: those of the
 * level that is wished for first, and of the other levels the nearest; the
 * topics in turn, what was answered well before only when the rest is used up;
 * easy ones before hard ones, coding last.
 * @param grades last grade of each question that was asked before
 */
export function chooseQuestions(
  questions: readonly Question[],
  { pages, level, count, rounds, seed }: Wishes,
  grades: ReadonlyMap<string, Grade> = new Map(),
): string[] {
  const random = createRandom(seed);
  const distance = (question: Question) =>
    level === 0 ? 0 : Math.abs(question.level - level);
  const known = (question: Question) => (grades.get(question.id) === 2 ? 1 : 0);
  const byPage = shuffle(pages, random).map((page) =>
    shuffle(
      questions.filter((question) => question.page === page),
      random,
    ).sort((a, b) => known(a) - known(b)),
  );
  const choose = (isWanted: (question: Question) => boolean) =>
    [0, 1, 2].flatMap((away) =>
      inTurn(
        byPage.map((list) =>
          list.filter((q) => isWanted(q) && distance(q) === away),
        ),
      ),
    );
  const talk = choose(({ lab }) => lab === undefined)
    .slice(0, count)
    .sort((a, b) => distance(a) - distance(b) || a.level - b.level);
  const coding = choose(({ lab }) => lab !== undefined).slice(0, rounds);
  return [...talk, ...coding].map(({ id }) => id);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly Item[][]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list.slice(place, place + 1)),
  ).flat();
}

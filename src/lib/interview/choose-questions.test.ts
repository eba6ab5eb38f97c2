import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level, Question } from './bank';
import { chooseQuestions } from './choose-questions';

const question = (id: string, page: string, level: Level, lab?: string) =>
  ({
    id,
    page,
    level,
    minutes: 3,
    question: id,
    ...(lab === undefined ? {} : { lab }),
    points: [],
    followUps: { weak: [], fair: [], strong: [] },
  }) satisfies Question;

const bank: Question[] = ['a', 'b', 'c'].flatMap((page) => [
  ...([1, 1, 2, 2, 3] as const).map((level, n) =>
    question(`${page}${n}`, page, level),
  ),
  question(`${page}-lab`, page, 2, page),
]);
const wishes = {
  pages: ['a', 'b', 'c'],
  level: 0 as const,
  count: 6,
  rounds: 0,
  seed: 1,
};
const byId = new Map(bank.map((item) => [item.id, item]));
const found = (ids: string[]) => ids.map((id) => byId.get(id) as Question);

describe('the choice of questions', () => {
  it('is the same for the same seed, and not for all seeds', () => {
    const choose = (seed: number) => chooseQuestions(bank, { ...wishes, seed });
    expect(choose(7)).toEqual(choose(7));
    expect(new Set([1, 2, 3, 4, 5].map((s) => choose(s).join())).size).toBe(5);
  });

  it('asks no question twice, none of other pages, and about all in turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, pages, count) => {
          const ids = chooseQuestions(bank, { ...wishes, seed, pages, count });
          const chosen = found(ids);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBe(Math.min(count, pages.length * 5));
          expect(chosen.every(({ page }) => pages.includes(page))).toBe(true);
          const counts = pages.map(
            (page) => chosen.filter((item) => item.page === page).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(2);
          const levels = chosen.map(({ level }) => level);
          expect(levels).toEqual(levels.toSorted());
        },
      ),
    );
  });

  it('takes the level that was asked for, and its neighbours when it is used up', () => {
    const ids = (count: number) =>
      found(
        chooseQuestions(bank, { ...wishes, pages: ['a'], level: 3, count }),
      ).map(({ level }) => level);
    expect(ids(1)).toEqual([3]);
    expect(ids(3)).toEqual([3, 2, 2]);
    expect(ids(5)).toEqual([3, 2, 2, 1, 1]);
  });

  it('takes all of the level from every topic before any of another', () => {
    const uneven = [...bank, ...['a5', 'a6'].map((id) => question(id, 'a', 3))];
    const levelOf = new Map(uneven.map(({ id, level }) => [id, level]));
    for (const seed of [1, 2, 3]) {
      const ids = chooseQuestions(uneven, {
        ...wishes,
        level: 3,
        count: 6,
        seed,
      });
      expect(ids.map((id) => levelOf.get(id))).toEqual([3, 3, 3, 3, 3, 2]);
    }
  });

  it('comes to what was answered well only when nothing else is left', () => {
    const grades = new Map([
      ['a0', 2 as const],
      ['a1', 0 as const],
      ['a2', 2 as const],
    ]);
    for (const seed of [1, 2, 3, 4]) {
      const ids = chooseQuestions(
        bank,
        { ...wishes, pages: ['a'], count: 3, seed },
        grades,
      );
      expect(ids.toSorted()).toEqual(['a1', 'a3', 'a4']);
    }
  });

  it('ends with as many coding rounds as were asked for', () => {
    const ids = chooseQuestions(bank, { ...wishes, count: 2, rounds: 2 });
    expect(found(ids).map(({ lab }) => lab !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

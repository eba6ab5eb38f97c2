import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, readiness, standingOf, tasksOf } from './page-standing';
import { planOf, type Task } from './plan';
import { emptyProgress } from './progress';
import { addReview, emptyLog } from './study-log';

const task = fc.record({
  kind: fc.constant('read' as const),
  subject: fc.uuid(),
  minutes: fc.integer({ min: 1, max: 60 }),
});
const tasks = fc.array(task, { maxLength: 40 });
const learning = (items: readonly Task[]) =>
  items.filter(({ kind }) => kind !== 'interview');

describe('a plan', () => {
  it('has every task once, in order, and the last of several days free', () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 1, max: 60 }), (list, days) => {
        const plan = planOf(list, days);
        expect(plan).toHaveLength(days);
        expect(learning(plan.flatMap((day) => day.tasks))).toEqual(list);
        if (days > 1) {
          expect(plan.at(-1)?.tasks).toEqual([]);
        }
      }),
    );
  });

  it('gives no day more than its share and one task', () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 2, max: 30 }), (list, days) => {
        const sum = (items: readonly Task[]) =>
          items.reduce((total, { minutes }) => total + minutes, 0);
        const longest = Math.max(0, ...list.map(({ minutes }) => minutes));
        for (const day of planOf(list, days)) {
          expect(sum(learning(day.tasks))).toBeLessThanOrEqual(
            sum(list) / (days - 1) + longest,
          );
        }
      }),
    );
  });

  it.each([
    [1, [1]],
    [2, [1]],
    [7, [3, 6]],
    [14, [5, 9, 13]],
  ])('of %i days holds mock interviews on days %j', (days, expected) => {
    const held = planOf([], days).flatMap(({ tasks: items }, index) =>
      items.some(({ kind }) => kind === 'interview') ? [index + 1] : [],
    );
    expect(held).toEqual(expected);
  });
});

describe('the standing of a page', () => {
  const page = { page: 'p', minutes: 12, labs: ['l'], cards: ['a', 'b', 'c'] };
  const log = [
    { card: 'a', at: 1, rating: 1 as const },
    { card: 'a', at: 2, rating: 3 as const },
    { card: 'b', at: 3, rating: 4 as const },
    { card: 'b', at: 4, rating: 1 as const },
  ].reduce(addReview, emptyLog);
  const answer = { page: 'p', seconds: 1, text: '', met: [], followUp: '' };
  const progress = {
    ...emptyProgress,
    marks: [{ page: 'p', at: 1, read: true }],
    interviews: [
      {
        id: 'i',
        at: 1,
        answers: [
          { ...answer, question: 'q', grade: 2 as const },
          { ...answer, question: 'r', grade: 0 as const },
        ],
      },
      {
        id: 'j',
        at: 2,
        answers: [{ ...answer, question: 'q', grade: 0 as const }],
      },
    ],
  };

  it('goes by the last rating and the last grade', () => {
    const standing = standingOf(page, log, progress);
    expect(standing.known).toEqual(['a']);
    expect(standing.weakCards).toEqual(['b']);
    expect(standing.newCards).toEqual(['c']);
    expect(standing.weakQuestions).toEqual(['q', 'r']);
    expect(partsOf(page, standing)).toEqual({
      read: 1,
      labs: 0,
      cards: 1 / 3,
      interview: 0,
    });
    expect(readiness(partsOf(page, standing))).toBeCloseTo(1 / 3);
  });

  it('leaves to do what is not done', () => {
    expect(tasksOf(page, standingOf(page, log, progress))).toEqual([
      { kind: 'weak', subject: 'p', minutes: 10 },
      { kind: 'lab', subject: 'l', minutes: 20 },
      { kind: 'cards', subject: 'p', minutes: 1 },
    ]);
    expect(
      tasksOf(page, standingOf(page, emptyLog, emptyProgress)).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['read', 'lab', 'cards']);
  });

  it('does not count a part that the page does not have', () => {
    const bare = { ...page, labs: [] };
    const done = {
      ...progress,
      interviews: [
        {
          id: 'k',
          at: 9,
          answers: [{ ...answer, question: 'q', grade: 2 as const }],
        },
      ],
    };
    const all = ['a', 'b', 'c'].map((card) => ({
      card,
      at: 9,
      rating: 4 as const,
    }));
    const standing = standingOf(bare, all.reduce(addReview, emptyLog), done);
    expect(readiness(partsOf(bare, standing))).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCardsOf, planAt } from './day-plan';
import type { GuidePage } from './page-standing';
import type { PlanDay } from './plan';
import { emptyProgress, markPage } from './progress';
import { queueAt } from './schedule';
import { addReview, emptyLog, type StudyLog } from './study-log';

const MORNING = new Date(2026, 5, 1).getTime();
const NOON = MORNING + 12 * 3_600_000;
const page = (name: string, cards: number): GuidePage => ({
  page: name,
  minutes: 10,
  labs: [],
  cards: Array.from({ length: cards }, (_, index) => `${name}-${index}`),
});
const pages = [page('a', 9), page('b', 13), page('c', 11), page('d', 5)];
const ids = pages.flatMap(({ cards }) => cards);
const record = { log: emptyLog, progress: emptyProgress };
const rated = (cards: readonly string[], at: number): StudyLog =>
  cards.reduce(
    (log, card) => addReview(log, { card, at, rating: 3 }),
    emptyLog,
  );
const names = (plan: readonly PlanDay[]) =>
  plan.map(({ tasks }) =>
    tasks.map(({ kind, subject }) => `${kind} ${subject}`.trim()),
  );

describe('the plan of a day', () => {
  const countdown = { days: 3, since: MORNING };

  it('loses what is done, and asks for nothing more instead', () => {
    const before = planAt(pages, record, countdown);
    expect(names(before)).toEqual([
      ['read a', 'cards a', 'read b', 'cards b'],
      ['read c', 'cards c', 'read d', 'cards d', 'interview'],
      [],
    ]);
    const progress = markPage(emptyProgress, {
      page: 'a',
      at: NOON,
      read: true,
    });
    const log = rated(pages[0]?.cards.slice(0, 4) ?? [], NOON);
    const after = planAt(pages, { log, progress }, countdown);
    expect(names(after).slice(1)).toEqual(names(before).slice(1));
    expect(names(after)[0]).toEqual(['cards a', 'read b', 'cards b']);
    expect(newCardsOf(after[0])).toBe(5 + 13);
    expect(after[0]?.minutes).toBe(5 + 10 + 13);
  });

  it('is made anew the next morning, of all that is left', () => {
    const log = rated(pages[0]?.cards ?? [], NOON);
    const next = { days: 2, since: MORNING + 86_400_000 };
    expect(names(planAt(pages, { ...record, log }, next))[0]).toEqual([
      'read a',
      'read b',
      'cards b',
      'read c',
      'cards c',
      'read d',
      'cards d',
      'interview',
    ]);
  });

  it('never asks for more new cards than the desk gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.subarray(ids),
        (days, done) => {
          const log = rated(done, NOON);
          const [today] = planAt(
            pages,
            { ...record, log },
            { days, since: MORNING },
          );
          const asked = newCardsOf(today);
          const { newCount } = queueAt(ids, log, NOON + 1000, asked);
          expect(newCount).toBeGreaterThanOrEqual(asked);
          for (const { kind, subject, minutes } of today?.tasks ?? []) {
            const cards = pages.find((item) => item.page === subject)?.cards;
            if (kind === 'cards' && cards !== undefined) {
              const one = queueAt(cards, log, NOON + 1000, asked);
              expect(one.newCount).toBe(minutes);
            }
          }
        },
      ),
    );
  });
});

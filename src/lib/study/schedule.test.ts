import { describe, expect, it } from 'vitest';
import { intervals, NEW_PER_DAY, queueAt, standings } from './schedule';
import { addReview, emptyLog, type Rating } from './study-log';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Noon of a day, in local time, so that no midnight is near. */
const NOON = new Date(2026, 5, 1, 12).getTime();
const ids = Array.from({ length: 30 }, (_, index) => `card-${index}`);
const answers = (...items: [string, number, Rating][]) =>
  items.reduce(
    (log, [card, at, rating]) => addReview(log, { card, at, rating }),
    emptyLog,
  );

describe('the queue', () => {
  it('begins with new cards in their order, so many a day', () => {
    const queue = queueAt(ids, emptyLog, NOON);
    expect(queue.next).toBe('card-0');
    expect(queue.newCount).toBe(NEW_PER_DAY);
    expect(queue.dueCount).toBe(0);
  });

  it('brings as many as a plan asks for, if that is more', () => {
    expect(queueAt(ids, emptyLog, NOON, 27).newCount).toBe(27);
    expect(queueAt(ids, emptyLog, NOON, 7).newCount).toBe(20);
    const log = answers(['card-0', NOON - MINUTE, 4]);
    expect(queueAt(ids, log, NOON, 26).newCount).toBe(26);
  });

  it('counts the new cards of today, not those of yesterday', () => {
    const log = answers(
      ['card-0', NOON - DAY, 4],
      ['card-1', NOON - MINUTE, 4],
    );
    expect(queueAt(ids, log, NOON).newCount).toBe(NEW_PER_DAY - 1);
  });

  it('brings a forgotten card back after a minute, before new ones', () => {
    const log = answers(['card-3', NOON, 1]);
    expect(queueAt(ids, log, NOON + 0.5 * MINUTE).next).toBe('card-0');
    expect(queueAt(ids, log, NOON + 1.1 * MINUTE).next).toBe('card-3');
  });

  it('shows a card a little early when nothing else is left', () => {
    const log = answers(['only', NOON, 1]);
    expect(queueAt(['only'], log, NOON + 1000).next).toBe('only');
  });

  it('ends when every card is far away, and says when the next one comes', () => {
    const log = answers(['only', NOON, 4]);
    const queue = queueAt(['only'], log, NOON + 1000);
    expect(queue.next).toBeUndefined();
    expect(queue.nextAt).toBeGreaterThan(NOON + DAY);
  });

  it('leaves out cards that the guide no longer has', () => {
    const log = answers(['gone', NOON - DAY, 1]);
    expect(queueAt(ids, log, NOON).dueCount).toBe(0);
  });
});

describe('the schedule', () => {
  it('waits the longer the easier the card was', () => {
    const waits = intervals('card-0', emptyLog, NOON);
    expect(waits[1]).toBeLessThan(waits[2]);
    expect(waits[2]).toBeLessThan(waits[3]);
    expect(waits[3]).toBeLessThan(waits[4]);
  });

  it('gives a new card the first steps of FSRS: 1, 6 and 10 minutes, then days', () => {
    const waits = intervals('card-0', emptyLog, NOON);
    expect([waits[1], waits[2], waits[3]]).toEqual(
      [1, 6, 10].map((minutes) => minutes * MINUTE),
    );
    expect(waits[4]).toBeGreaterThanOrEqual(DAY);
  });

  it('keeps the day that a preview promised', () => {
    const log = answers(['a', NOON, 3], ['a', NOON + 10 * MINUTE, 3]);
    const before = intervals('a', answers(['a', NOON, 3]), NOON + 10 * MINUTE);
    expect(standings(log).get('a')?.due.getTime()).toBe(
      NOON + 10 * MINUTE + before[3],
    );
  });

  it('is the same for the same log', () => {
    const log = answers(
      ['a', NOON, 3],
      ['a', NOON + DAY, 2],
      ['a', NOON + 5 * DAY, 1],
    );
    expect(standings(log)).toEqual(standings(log));
  });

  it('lengthens the intervals of a card that is known again and again', () => {
    let log = answers(['a', NOON, 4]);
    const waits: number[] = [];
    for (let review = 0; review < 4; review += 1) {
      const at = standings(log).get('a')?.due.getTime() ?? 0;
      waits.push(intervals('a', log, at)[3]);
      log = addReview(log, { card: 'a', at, rating: 3 });
    }
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits[3]).toBeGreaterThan(4 * (waits[0] ?? 0));
  });
});

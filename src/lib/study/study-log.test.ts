import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addReview,
  emptyLog,
  mergeLogs,
  parseLog,
  type Rating,
  removeReview,
} from './study-log';

const review = (card: string, at: number, rating: Rating = 3) => ({
  card,
  at,
  rating,
});
const reviews = fc.array(
  fc.record({
    card: fc.constantFrom('a', 'b', 'c'),
    at: fc.integer({ min: 0, max: 50 }),
    rating: fc.constantFrom<Rating>(1, 2, 3, 4),
  }),
  { maxLength: 30 },
);
const log = reviews.map((list) => list.reduce(addReview, emptyLog));
const keys = (items: readonly { card: string; at: number }[]) =>
  new Set(items.map(({ card, at }) => `${card}${at}`));

describe('the study log', () => {
  it('keeps reviews in the order of time, whatever the order they came in', () => {
    const late = addReview(
      addReview(emptyLog, review('b', 20)),
      review('a', 10),
    );
    expect(late.reviews.map(({ card }) => card)).toEqual(['a', 'b']);
  });

  it('forgets a review that is taken back, and only that one', () => {
    const two = addReview(addReview(emptyLog, review('a', 1)), review('a', 2));
    expect(removeReview(two, review('a', 2)).reviews).toEqual([review('a', 1)]);
  });

  it('loses nothing when two devices are merged, in either order', () => {
    fc.assert(
      fc.property(log, log, (a, b) => {
        const merged = keys(mergeLogs(a, b).reviews);
        expect(merged).toEqual(keys([...a.reviews, ...b.reviews]));
        expect(keys(mergeLogs(b, a).reviews)).toEqual(merged);
      }),
    );
  });

  it('is the same after merging with itself', () => {
    fc.assert(
      fc.property(log, (a) => {
        expect(mergeLogs(a, a)).toEqual(a);
      }),
    );
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(log, (a) => {
        expect(parseLog(JSON.stringify(a))).toEqual(a);
      }),
    );
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['another version', '{"version":2,"reviews":[]}'],
    ['no list', '{"version":1,"reviews":{}}'],
    [
      'no such rating',
      '{"version":1,"reviews":[{"card":"a","at":1,"rating":5}]}',
    ],
    [
      'a rating that is text',
      '{"version":1,"reviews":[{"card":"a","at":1,"rating":"3"}]}',
    ],
    [
      'a time before 1970',
      '{"version":1,"reviews":[{"card":"a","at":-1,"rating":3}]}',
    ],
    [
      'a time that is no date',
      '{"version":1,"reviews":[{"card":"a","at":9e15,"rating":3}]}',
    ],
    ['a card without a name', '{"version":1,"reviews":[{"at":1,"rating":3}]}'],
  ])('refuses %s', (_, text) => {
    expect(parseLog(text)).toBeNull();
  });

  it('keeps nothing of a review but its three fields', () => {
    const text =
      '{"version":1,"reviews":[{"card":"a","at":1,"rating":3,"note":"x"}]}';
    expect(parseLog(text)?.reviews).toEqual([review('a', 1)]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProgress } from './parse-progress';
import { mergeProgress, type Progress, pagesRead } from './progress';
import { progressFile, readProgressFile } from './progress-file';
import { addReview, emptyLog, mergeLogs, type Rating } from './study-log';

/** Small ranges, so that devices do collide. */
const marks = fc.array(
  fc.record({
    page: fc.constantFrom('a', 'b', 'c'),
    at: fc.integer({ min: 0, max: 5 }),
    read: fc.boolean(),
  }),
  { maxLength: 6 },
);
const answer = fc.record(
  {
    question: fc.constantFrom('q1', 'q2'),
    page: fc.constantFrom('a', 'b'),
    grade: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    seconds: fc.nat(600),
    text: fc.string(),
    met: fc.array(fc.nat(4), { maxLength: 3 }),
    followUp: fc.string(),
    solved: fc.boolean(),
    tests: fc.record({ passed: fc.nat(2), count: fc.constant(2) }),
  },
  {
    requiredKeys: [
      'question',
      'page',
      'grade',
      'seconds',
      'text',
      'met',
      'followUp',
    ],
  },
);
const interviews = fc.array(
  fc.record({
    id: fc.constantFrom('i1', 'i2', 'i3'),
    at: fc.integer({ min: 0, max: 5 }),
    answers: fc.array(answer, { maxLength: 2 }),
  }),
  { maxLength: 3 },
);
const raw = fc.record({
  version: fc.constant(1 as const),
  marks,
  solved: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  interviews,
});
const progress = raw.map(
  (value) => parseProgress(JSON.stringify(value)) as Progress,
);
const log = fc
  .array(
    fc.record({
      card: fc.constantFrom('a', 'b'),
      at: fc.integer({ min: 0, max: 4 }),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.reduce(addReview, emptyLog));
const record = fc.record({ log, progress });
type Both = { log: typeof emptyLog; progress: Progress };
const merge = (a: Both, b: Both): Both => ({
  log: mergeLogs(a.log, b.log),
  progress: mergeProgress(a.progress, b.progress),
});

describe('merging two devices', () => {
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });

  it('does not depend on which two of three come first', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const once = merge(a, b);
        expect(merge(once, b)).toEqual(once);
        expect(merge(a, a)).toEqual(a);
      }),
    );
  });

  it('loses no review, no lab, no interview and no newest mark', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const { log, progress } = merge(a, b);
        for (const side of [a, b]) {
          for (const { card, at } of side.log.reviews) {
            expect(
              log.reviews.some((r) => r.card === card && r.at === at),
            ).toBe(true);
          }
          for (const lab of side.progress.solved) {
            expect(progress.solved).toContain(lab);
          }
          for (const { id } of side.progress.interviews) {
            expect(progress.interviews.map((i) => i.id)).toContain(id);
          }
          for (const { page, at } of side.progress.marks) {
            const kept = progress.marks.find((mark) => mark.page === page);
            expect(kept?.at).toBeGreaterThanOrEqual(at);
          }
        }
      }),
    );
  });

  it('keeps how tests came out, which older versions leave out', () => {
    const plain = {
      question: 'q',
      page: 'a',
      grade: 1 as const,
      seconds: 1,
      text: '',
      met: [],
      followUp: '',
    };
    const tests = { passed: 5, count: 5 };
    const held = (answers: object[]) =>
      parseProgress(
        JSON.stringify({
          version: 1,
          marks: [],
          solved: [],
          interviews: [{ id: 'i', at: 1, answers }],
        }),
      ) as Progress;
    const older = held([plain]);
    const newer = held([{ ...plain, solved: true, tests }]);
    expect(older.interviews[0]?.answers).toEqual([plain]);
    for (const both of [
      mergeProgress(older, newer),
      mergeProgress(newer, older),
    ]) {
      expect(both.interviews[0]?.answers[0]).toMatchObject({
        solved: true,
        tests,
      });
    }
  });

  it('follows the later of two marks', () => {
    const marked = (at: number, read: boolean): Progress => ({
      version: 1,
      marks: [{ page: 'a', at, read }],
      solved: [],
      interviews: [],
    });
    const merged = mergeProgress(marked(2, false), marked(1, true));
    expect(pagesRead(merged).has('a')).toBe(false);
    expect(pagesRead(mergeProgress(merged, marked(3, true))).has('a')).toBe(
      true,
    );
  });
});

describe('the file', () => {
  it('holds all that went in', () => {
    fc.assert(
      fc.property(record, (a) => {
        expect(readProgressFile(progressFile(a, new Date(0)))).toEqual(a);
      }),
    );
  });

  const good = JSON.parse(
    progressFile(
      {
        log: addReview(emptyLog, { card: 'a', at: 1, rating: 3 }),
        progress: {
          version: 1,
          marks: [{ page: 'a', at: 1, read: true }],
          solved: ['x'],
          interviews: [],
        },
      },
      new Date(0),
    ),
  );
  it.each([
    ['cut in the middle', JSON.stringify(good).slice(0, -20), 'broken'],
    ['empty', '', 'broken'],
    ['a list', '[]', 'foreign'],
    ['null', 'null', 'foreign'],
    ['of another program', '{"format":"anki","version":1}', 'foreign'],
    ['of a later version', JSON.stringify({ ...good, version: 2 }), 'newer'],
    ['of no version', JSON.stringify({ ...good, version: 'x' }), 'broken'],
    [
      'without reviews',
      JSON.stringify({ ...good, reviews: undefined }),
      'broken',
    ],
    [
      'with a mark of no time',
      JSON.stringify({ ...good, marks: [{ page: 'a', read: true }] }),
      'broken',
    ],
    [
      'with a lab that is a number',
      JSON.stringify({ ...good, solved: [1] }),
      'broken',
    ],
    [
      'with a grade of 3',
      JSON.stringify({
        ...good,
        interviews: [
          {
            id: 'i',
            at: 1,
            answers: [
              {
                question: 'q',
                page: 'a',
                grade: 3,
                seconds: 1,
                text: '',
                met: [],
                followUp: '',
              },
            ],
          },
        ],
      }),
      'broken',
    ],
  ])('is refused if it is %s', (_, text, refusal) => {
    expect(readProgressFile(text)).toBe(refusal);
  });

  it('is read with a byte order mark and with fields we do not know', () => {
    const text = `\uFEFF${JSON.stringify({ ...good, more: 1 })}`;
    expect(readProgressFile(text)).toMatchObject({
      progress: { solved: ['x'] },
    });
  });
});

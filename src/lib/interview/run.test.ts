import { describe, expect, it } from 'vitest';
import { followUpsFor, type Question, suggestedGrade } from './bank';
import {
  closeQuestion,
  createRunStorage,
  currentQuestion,
  parseKept,
  RUN_KEY,
  startRun,
  toStage,
  withDraft,
  withKnownQuestions,
} from './run';

const followUp = (question: string) => [{ question, answer: '', href: '' }];
const question: Question = {
  id: 'q',
  page: 'p',
  level: 1,
  minutes: 3,
  question: 'q',
  points: [],
  followUps: {
    weak: followUp('back'),
    fair: followUp('beside'),
    strong: followUp('deeper'),
  },
};

describe('the follow-up', () => {
  it('goes by the grade', () => {
    expect(
      ([0, 1, 2] as const).map((g) => followUpsFor(question, g)[0]?.question),
    ).toEqual(['back', 'beside', 'deeper']);
  });

  it.each([
    [0, 5, 0],
    [1, 5, 0],
    [2, 5, 1],
    [3, 5, 1],
    [4, 5, 2],
    [1, 3, 0],
    [2, 3, 1],
    [3, 3, 2],
  ])('%i of %i points suggest the grade %i', (met, points, grade) => {
    expect(suggestedGrade(met, points)).toBe(grade);
  });
});

describe('a running interview', () => {
  const run = startRun(['q', 'r'], 5, 'id');
  const talk = { page: 'p' };
  const round = { page: 'p', lab: 'l' };

  it('keeps each answer with its grade and turns to the next question', () => {
    const graded = toStage(
      withDraft(run, { text: 'x', seconds: 61.6, met: [2, 0], grade: 2 }),
      'followUp',
    );
    const next = closeQuestion(withDraft(graded, { followUp: 'y' }), talk);
    expect(next.answers).toEqual([
      {
        question: 'q',
        page: 'p',
        grade: 2,
        seconds: 62,
        text: 'x',
        met: [0, 2],
        followUp: 'y',
      },
    ]);
    expect(currentQuestion(next)).toBe('r');
    expect(next.stage).toBe('answer');
    expect(next.draft.text).toBe('');
    expect(currentQuestion(closeQuestion(next, talk))).toBeUndefined();
  });

  it('keeps of a coding round how its tests came out', () => {
    const outcome = (change: Parameters<typeof withDraft>[1]) =>
      closeQuestion(withDraft(run, change), round).answers[0];
    expect(outcome({})).toMatchObject({ solved: false });
    expect(outcome({})).not.toHaveProperty('tests');
    const tests = { passed: 5, count: 5 };
    expect(outcome({ solved: true, tests })).toMatchObject({
      solved: true,
      tests,
    });
    expect(closeQuestion(run, talk).answers[0]).not.toHaveProperty('solved');
  });

  it('goes on without a question that is no longer in the bank', () => {
    const begun = withDraft(run, { text: 'x' });
    expect(withKnownQuestions(begun, new Set(['q', 'r']))).toEqual(begun);
    const without = withKnownQuestions(begun, new Set(['r']));
    expect(currentQuestion(without)).toBe('r');
    expect(without.draft.text).toBe('');
  });

  it('survives being written and read', () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
    } as unknown as Storage;
    const here = createRunStorage(() => storage, expect.unreachable);
    here.save(run);
    const there = createRunStorage(() => storage, expect.unreachable);
    expect(there.load()).toEqual(run);
    there.save(null);
    expect(here.load()).toBeNull();
    expect(items.has(RUN_KEY)).toBe(true);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another version', '{"version":2,"run":null}'],
    ['no run', '{"version":1}'],
    ['an empty run', '{"version":1,"run":{}}'],
    [
      'more answers than questions',
      JSON.stringify({
        version: 1,
        run: {
          ...closeQuestion(run, talk),
          questions: [],
        },
      }),
    ],
    [
      'an unknown stage',
      JSON.stringify({ version: 1, run: { ...run, stage: 'x' } }),
    ],
    [
      'more tests passed than there are',
      JSON.stringify({
        version: 1,
        run: withDraft(run, { tests: { passed: 2, count: 1 } }),
      }),
    ],
    [
      'a grade of 3',
      JSON.stringify({
        version: 1,
        run: { ...run, draft: { ...run.draft, grade: 3 } },
      }),
    ],
  ])('refuses %s', (_, text) => {
    expect(parseKept(text)).toBeNull();
  });
});

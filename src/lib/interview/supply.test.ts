import { describe, expect, it } from 'vitest';
import { interviewTexts } from '~/i18n/interview-texts';
import { stockOf, supplyText } from './supply';

const stocks = [
  stockOf([{ level: 1 }, { level: 2 }, { level: 3 }, { level: 2, lab: 'l' }]),
  stockOf([{ level: 2 }, { level: 2 }]),
];
const say = (level: 0 | 1 | 2 | 3, count: number, rounds: number) =>
  supplyText(stocks, { level, count, rounds }, interviewTexts.en);

describe('what the form says of the supply', () => {
  it('is nothing where there is enough', () => {
    expect(say(0, 5, 1)).toEqual([]);
    expect(say(2, 3, 1)).toEqual([]);
    expect(say(3, 1, 0)).toEqual([]);
    expect(say(3, 0, 0)).toEqual([]);
  });

  it.each([
    [
      'too few of the level',
      3,
      4,
      0,
      ['1 question of the level “senior” comes first, then 3 of other levels.'],
    ],
    [
      'too few in all',
      0,
      6,
      0,
      ['These topics have 5 questions instead of 6.'],
    ],
    ['too few rounds', 0, 3, 2, ['1 coding round instead of 2.']],
    [
      'too few of each',
      2,
      8,
      3,
      [
        'These topics have 5 questions instead of 8.',
        '3 questions of the level “at work” come first, then 2 of other levels.',
        '1 coding round instead of 3.',
      ],
    ],
  ] as const)('is how many there are: %s', (_, level, count, rounds, words) => {
    expect(say(level, count, rounds)).toEqual(words);
  });
});

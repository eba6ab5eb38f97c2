import { fill } from '~/i18n/fill';
import type { InterviewTexts } from '~/i18n/interview-texts';
import type { Level } from './bank';
import type { Wishes } from './choose-questions';

/** What a topic has to be asked: enough to say so before the bank is there. */
export interface Stock {
  /** Of the questions to talk about. */
  levels: readonly Level[];
  rounds: number;
}

export function stockOf(
  questions: readonly { level: Level; lab?: string | undefined }[],
): Stock {
  const talk = questions.filter(({ lab }) => lab === undefined);
  return {
    levels: talk.map(({ level }) => level),
    rounds: questions.length - talk.length,
  };
}

/** In words where the topics do not have what the reader wishes; else empty. */
export function supplyText(
  stocks: readonly Stock[],
  { level, count, rounds }: Pick<Wishes, 'level' | 'count' | 'rounds'>,
  texts: InterviewTexts,
): string[] {
  const levels = stocks.flatMap((stock) => stock.levels);
  const ofLevel = levels.filter((has) => level === 0 || has === level).length;
  const codingRounds = stocks.reduce((sum, stock) => sum + stock.rounds, 0);
  const rest = Math.min(count, levels.length) - ofLevel;
  return [
    ...(levels.length < count
      ? [fill(texts.supplyCount, { have: levels.length, count })]
      : []),
    ...(level !== 0 && rest > 0
      ? [
          fill(texts.supplyLevel, {
            have: ofLevel,
            level: texts[`level${level}`],
            rest,
          }),
        ]
      : []),
    ...(codingRounds < rounds
      ? [fill(texts.supplyRounds, { have: codingRounds, count: rounds })]
      : []),
  ];
}

import type { Grade } from '~/lib/study/progress';

/** What there is to be asked, in one language. */
export interface Bank {
  pages: readonly BankPage[];
  questions: readonly Question[];
}

export interface BankPage {
  /** Slug without language. */
  page: string;
  title: string;
  href: string;
}

/** Foundation, at work, senior. */
export type Level = 1 | 2 | 3;

export interface Question {
  id: string;
  page: string;
  level: Level;
  minutes: number;
  question: string;
  /** A coding round: solved in the exercise of this lab. */
  lab?: string;
  /** What a good answer names. */
  points: readonly Point[];
  followUps: Readonly<Record<FollowUpKind, readonly FollowUp[]>>;
}

export interface Point {
  text: string;
  /** Where the guide explains it. */
  href: string;
}

export interface FollowUp {
  question: string;
  answer: string;
  href: string;
}

export const followUpKinds = ['weak', 'fair', 'strong'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Weak answers lead back to the foundation, strong ones deeper. */
export function followUpsFor(
  question: Question,
  grade: Grade,
): readonly FollowUp[] {
  return question.followUps[followUpKinds[grade]];
}

/** What the points met suggest; the reader has the last word. */
export function suggestedGrade(met: number, points: number): Grade {
  const share = met / points;
  return share < 0.4 ? 0 : share < 0.8 ? 1 : 2;
}

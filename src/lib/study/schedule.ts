import { type Card, createEmptyCard, fsrs } from 'ts-fsrs';
import type { Rating, Review, StudyLog } from './study-log';

/** New cards that a day brings, unless a plan asks for more. */
export const NEW_PER_DAY = 20;

/** A card that is due within this time is shown when nothing else is left. */
const LEARN_AHEAD_MS = 20 * 60_000;

/** Without random spread, so that the same log always gives the same dates. */
const scheduler = fsrs({ enable_fuzz: false });

export const ratings = [1, 2, 3, 4] as const satisfies readonly Rating[];

export interface Queue {
  /** Card to show; undefined when all is done for now. */
  next: string | undefined;
  /** Cards seen before whose time has come. */
  dueCount: number;
  /** Cards never seen that are still on for today. */
  newCount: number;
  /** When the next card comes, if none is left. */
  nextAt: number | undefined;
}

/**
 * Where each reviewed card stands: the log played through FSRS.
 * Source: https://github.com/open-spaced-repetition/ts-fsrs
 */
export function standings(log: StudyLog): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const { card, at, rating } of log.reviews) {
    const before: Card = cards.get(card) ?? createEmptyCard(new Date(at));
    cards.set(card, scheduler.next(before, new Date(at), rating).card);
  }
  return cards;
}

/**
 * What to review now.
 * @param ids cards in the order in which they are first shown
 * @param now milliseconds since 1970
 * @param planned new cards that a plan still asks for today
 */
export function queueAt(
  ids: readonly string[],
  log: StudyLog,
  now: number,
  planned = 0,
): Queue {
  const known = standings(log);
  const reviewed = ids
    .flatMap((id) => {
      const card = known.get(id);
      return card === undefined ? [] : [{ id, at: card.due.getTime() }];
    })
    .sort((a, b) => a.at - b.at);
  const due = reviewed.filter(({ at }) => at <= now);
  const fresh = ids
    .filter((id) => !known.has(id))
    .slice(0, Math.max(planned, NEW_PER_DAY - startedToday(log.reviews, now)));
  const [soonest] = reviewed;
  const isSoon = soonest !== undefined && soonest.at <= now + LEARN_AHEAD_MS;
  return {
    next: due[0]?.id ?? fresh[0] ?? (isSoon ? soonest.id : undefined),
    dueCount: due.length,
    newCount: fresh.length,
    nextAt: soonest?.at,
  };
}

/** Milliseconds until a card comes back, for each rating it may get now. */
export function intervals(
  id: string,
  log: StudyLog,
  now: number,
): Record<Rating, number> {
  const date = new Date(now);
  const card: Card = standings(log).get(id) ?? createEmptyCard(date);
  const preview = scheduler.repeat(card, date);
  const wait = (rating: Rating) => preview[rating].card.due.getTime() - now;
  return { 1: wait(1), 2: wait(2), 3: wait(3), 4: wait(4) };
}

/** Cards whose first review is of the local day of `now`. */
function startedToday(reviews: readonly Review[], now: number): number {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const first = new Map<string, number>();
  for (const { card, at } of reviews) {
    first.set(card, Math.min(at, first.get(card) ?? at));
  }
  return [...first.values()].filter((at) => at >= midnight && at <= now).length;
}

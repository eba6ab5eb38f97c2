/** How well a card was remembered: forgotten, with effort, well, at once. */
export type Rating = 1 | 2 | 3 | 4;

/** One answer to one card. */
export interface Review {
  card: string;
  /** Milliseconds since 1970. */
  at: number;
  rating: Rating;
}

/**
 * What the guide knows of a reader's studies: the reviews, in the order of
 * time. When a card is due follows from them, so two logs merge by union and
 * an answer is undone by leaving it out.
 */
export interface StudyLog {
  version: 1;
  reviews: readonly Review[];
}

export const emptyLog: StudyLog = { version: 1, reviews: [] };

const MAX_REVIEWS = 100_000;

/** The log in the text; null if it is not one of this version. */
export function parseLog(text: string): StudyLog | null {
  try {
    const { version, reviews } = JSON.parse(text);
    return version === 1 &&
      Array.isArray(reviews) &&
      reviews.length <= MAX_REVIEWS &&
      reviews.every(isReview)
      ? logOf(reviews)
      : null;
  } catch {
    return null;
  }
}

/** Every review of either log once. */
export function mergeLogs(a: StudyLog, b: StudyLog): StudyLog {
  return logOf([...a.reviews, ...b.reviews]);
}

export function addReview(log: StudyLog, review: Review): StudyLog {
  return logOf([...log.reviews, review]);
}

export function removeReview(log: StudyLog, review: Review): StudyLog {
  return logOf(log.reviews.filter((item) => keyOf(item) !== keyOf(review)));
}

/**
 * In the order of time, then of names. Of two reviews of a card at one moment
 * the harder one counts, whichever came first: the order in which devices are
 * merged must not matter.
 */
function logOf(reviews: readonly Review[]): StudyLog {
  const unique = new Map<string, Review>();
  for (const { card, at, rating } of reviews) {
    const known = unique.get(keyOf({ card, at }));
    if (known === undefined || rating < known.rating) {
      unique.set(keyOf({ card, at }), { card, at, rating });
    }
  }
  const sorted = [...unique.values()].sort(
    (a, b) => a.at - b.at || (a.card < b.card ? -1 : 1),
  );
  return { version: 1, reviews: sorted };
}

function keyOf({ card, at }: Pick<Review, 'card' | 'at'>): string {
  return `${at} ${card}`;
}

export function isReview(value: unknown): value is Review {
  const { card, at, rating } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof card === 'string' &&
    card.length <= 100 &&
    Number.isSafeInteger(at) &&
    Number(at) >= 0 &&
    // Beyond this a Date is invalid.
    Number(at) <= 8.64e15 &&
    [1, 2, 3, 4].includes(rating as number)
  );
}

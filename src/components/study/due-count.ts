import { queueAt } from '~/lib/study/schedule';
import { createStudyStorage } from '~/lib/study/study-storage';

/** Cards seen before that are due at `now`, in milliseconds since 1970. */
export function dueCount(now: number): number {
  const log = createStudyStorage(
    () => localStorage,
    () => {},
  ).load();
  const ids = [...new Set(log.reviews.map(({ card }) => card))];
  return queueAt(ids, log, now).dueCount;
}

import cardIds from 'card-ids';
import { queueAt } from '~/lib/study/schedule';
import { createStudyStorage } from '~/lib/study/study-storage';

/** Cards of the guide seen before that are due at `now`, in milliseconds since 1970. */
export function dueCount(now: number): number {
  const log = createStudyStorage(
    () => localStorage,
    () => {},
  ).load();
  return queueAt(cardIds, log, now).dueCount;
}

import { newCardsOf, planAt } from '~/lib/study/day-plan';
import type { GuidePage } from '~/lib/study/page-standing';
import { parseProgress } from '~/lib/study/parse-progress';
import { emptyProgress, type Progress } from '~/lib/study/progress';
import { PROGRESS_KEY } from '~/lib/study/study-key';
import type { StudyLog } from '~/lib/study/study-log';
import { keptCountdown } from './kept-countdown';
import { withSolvedHere } from './solved-labs';

/** New cards that the plan for the interview still asks for today. */
export function plannedCards(
  pages: readonly GuidePage[],
  log: StudyLog,
  now: number,
): number {
  const countdown = keptCountdown(now);
  if (countdown === null) {
    return 0;
  }
  const labs = pages.flatMap((page) => page.labs);
  const progress = withSolvedHere(storedProgress(), labs);
  return newCardsOf(planAt(pages, { log, progress }, countdown)[0]);
}

/** Only read: what is wrong with it, the progress page says. */
function storedProgress(): Progress {
  try {
    return (
      parseProgress(localStorage.getItem(PROGRESS_KEY) ?? '') ?? emptyProgress
    );
  } catch {
    return emptyProgress;
  }
}

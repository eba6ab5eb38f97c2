import type { Countdown } from './countdown';
import { type GuidePage, standingOf, tasksOf } from './page-standing';
import { type PlanDay, planOf, type Task } from './plan';
import type { Record1 } from './progress-file';

/**
 * The plan as it was made, or as the day began, without what is done since:
 * what today asks for does not grow while it is being done.
 */
export function planAt(
  pages: readonly GuidePage[],
  record: Record1,
  { days, since }: Countdown,
): PlanDay[] {
  const left = new Map(
    allTasks(pages, record).map((task) => [keyOf(task), task]),
  );
  const plan = planOf(allTasks(pages, recordBefore(record, since)), days);
  return plan.map(({ tasks }) => {
    const open = tasks.flatMap((task) =>
      task.kind === 'interview' ? task : (left.get(keyOf(task)) ?? []),
    );
    const minutes = open.reduce((sum, task) => sum + task.minutes, 0);
    return { tasks: open, minutes };
  });
}

/** How many new cards a day of the plan asks for: each takes a minute. */
export function newCardsOf(day: PlanDay | undefined): number {
  return (day?.tasks ?? [])
    .filter(({ kind }) => kind === 'cards')
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

function allTasks(pages: readonly GuidePage[], record: Record1): Task[] {
  return pages.flatMap((page) =>
    tasksOf(page, standingOf(page, record.log, record.progress)),
  );
}

function keyOf({ kind, subject }: Task): string {
  return `${kind} ${subject}`;
}

/** Without what came later. When a lab was solved is not known. */
function recordBefore({ log, progress }: Record1, moment: number): Record1 {
  const isBefore = ({ at }: { at: number }) => at < moment;
  return {
    log: { ...log, reviews: log.reviews.filter(isBefore) },
    progress: {
      ...progress,
      marks: progress.marks.filter(isBefore),
      interviews: progress.interviews.filter(isBefore),
    },
  };
}

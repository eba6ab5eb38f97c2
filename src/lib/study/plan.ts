export type TaskKind = 'read' | 'lab' | 'cards' | 'weak' | 'interview';

export interface Task {
  kind: TaskKind;
  /** Page or lab that it is about. */
  subject: string;
  minutes: number;
}

export interface PlanDay {
  tasks: Task[];
  minutes: number;
}

const INTERVIEW: Task = { kind: 'interview', subject: '', minutes: 30 };

/**
 * The tasks in their order, spread evenly over the days; the last of several
 * days stays free for repeating. Mock interviews come in the middle and
 * before that last day.
 * @param days at least 1
 */
export function planOf(tasks: readonly Task[], days: number): PlanDay[] {
  const plan = Array.from(
    { length: days },
    (): PlanDay => ({
      tasks: [],
      minutes: 0,
    }),
  );
  const working = Math.max(1, days - 1);
  const total = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
  let before = 0;
  for (const task of tasks) {
    // By its middle, so that no day is more than one task too long.
    const share = (before + task.minutes / 2) / total;
    add(plan, Math.floor(share * working), task);
    before += task.minutes;
  }
  for (const day of interviewDays(working)) {
    add(plan, day, INTERVIEW);
  }
  return plan;
}

function interviewDays(working: number): number[] {
  const parts = working < 4 ? 1 : working < 10 ? 2 : 3;
  return Array.from(
    { length: parts },
    (_, part) => Math.ceil(((part + 1) * working) / parts) - 1,
  );
}

function add(plan: PlanDay[], index: number, task: Task): void {
  const day = plan[Math.min(index, plan.length - 1)];
  if (day !== undefined) {
    day.tasks.push(task);
    day.minutes += task.minutes;
  }
}

import {
  type Countdown,
  countdownAt,
  countdownText,
} from '~/lib/study/countdown';

const PLAN_KEY = 'guide.plan-days';

/** The day of the interview is kept, so that the plan shrinks by itself. */
export function beginCountdown(days: number, now: number): Countdown {
  const text = countdownText(days, now);
  try {
    localStorage.setItem(PLAN_KEY, text);
  } catch {
    // The plan is on the page all the same.
  }
  return { days, since: now };
}

/** Null if no interview is ahead. */
export function keptCountdown(now: number): Countdown | null {
  try {
    return countdownAt(localStorage.getItem(PLAN_KEY) ?? '', now);
  } catch {
    return null;
  }
}

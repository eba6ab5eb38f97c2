/** How long it is to the interview, and from when on the plan counts. */
export interface Countdown {
  /** 1 to `MAX_DAYS`, today included. */
  days: number;
  /**
   * When the plan was made, or today began if that is later, in milliseconds
   * since 1970.
   */
  since: number;
}

export const MAX_DAYS = 60;

/** What is stored: noon of the interview's day, and when the plan was made. */
export function countdownText(days: number, now: number): string {
  const date = new Date(now);
  date.setHours(12, 0, 0, 0);
  date.setDate(date.getDate() + days);
  return `${date.getTime()} ${now}`;
}

/**
 * The countdown as it stands at `now`; null if the interview is not ahead.
 * @param text an earlier version stored the interview's day alone
 */
export function countdownAt(text: string, now: number): Countdown | null {
  const [day = 0, made = 0] = text.split(' ').map(Number);
  const noon = new Date(now).setHours(12, 0, 0, 0);
  const days = Math.round((day - noon) / 86_400_000);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return days >= 1 && days <= MAX_DAYS
    ? { days, since: Math.max(midnight, made) }
    : null;
}

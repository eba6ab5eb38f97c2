import { describe, expect, it } from 'vitest';
import { countdownAt, countdownText } from './countdown';

const at = (day: number, hour: number) =>
  new Date(2026, 5, day, hour).getTime();

describe('the countdown to the interview', () => {
  const text = countdownText(3, at(1, 18));

  it('counts the days that are left, today included', () => {
    const days = [1, 2, 3].map((day) => countdownAt(text, at(day, 20))?.days);
    expect(days).toEqual([3, 2, 1]);
    expect(countdownAt(text, at(4, 0))).toBeNull();
  });

  it('counts from when the plan was made, and from each morning after', () => {
    expect(countdownAt(text, at(1, 20))?.since).toBe(at(1, 18));
    expect(countdownAt(text, at(2, 20))?.since).toBe(at(2, 0));
  });

  it('reads what an earlier version stored', () => {
    expect(countdownAt(String(at(8, 12)), at(1, 20))).toEqual({
      days: 7,
      since: at(1, 0),
    });
  });

  it.each(['', 'x', '1 2', String(at(31, 12) + 90 * 86_400_000)])(
    'is none for %j',
    (other) => {
      expect(countdownAt(other, at(1, 20))).toBeNull();
    },
  );
});

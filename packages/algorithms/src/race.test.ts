import { describe, expect, it } from 'vitest';
import { race } from './race.ts';

describe('race', () => {
  it('lets all run in turn, once more than it measures', () => {
    const order: string[] = [];
    const programs = ['a', 'b'].map((name) => () => order.push(name));
    expect(race(programs, 2, () => 0)).toEqual([0, 0]);
    expect(order.join('')).toBe('ababab');
  });

  it('gives the median of each program, whatever its first turn took', () => {
    let clock = 0;
    const taking = (...times: number[]) => {
      return () => {
        clock += times.shift() ?? 0;
      };
    };
    const programs = [taking(1000, 7, 90, 8), taking(1, 2, 2, 2)];
    expect(race(programs, 3, () => clock)).toEqual([8, 2]);
  });
});

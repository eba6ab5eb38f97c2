import { describe, expect, it } from 'vitest';
import { race } from './race.ts';

describe('race', () => {
  it('lets all run in turn, once more than it measures, with pauses', async () => {
    const order: string[] = [];
    const programs = ['a', 'b'].map((name) => () => order.push(name));
    const pause = async () => {
      order.push(' ');
    };
    expect(await race(programs, 2, () => 0, pause)).toEqual([0, 0]);
    expect(order.join('')).toBe('a b a b a b ');
  });

  it('gives the median of each program, whatever else takes time', async () => {
    let clock = 0;
    const taking = (...times: number[]) => {
      return () => {
        clock += times.shift() ?? 0;
      };
    };
    const programs = [taking(1000, 7, 90, 8), taking(1, 2, 2, 2)];
    const pause = async () => {
      clock += 50;
    };
    expect(await race(programs, 3, () => clock, pause)).toEqual([8, 2]);
  });
});

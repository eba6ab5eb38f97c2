import { describe, it, expect as vitestExpect } from 'vitest';
import { createExpect } from './expect.ts';

// biome-ignore lint/suspicious/noExplicitAny: matchers are called by name
type Loose = any;
const expect: Loose = createExpect();

/** Passes as it stands, and fails with `.not`. */
function holds(assert: (subject: (value: unknown) => Loose) => void): void {
  assert((value) => expect(value));
  vitestExpect(() => assert((value) => expect(value).not)).toThrow();
}

class Leaf {
  label = 'a';
}

describe('createExpect', () => {
  it.each<[string, (subject: (value: unknown) => Loose) => void]>([
    ['toBe', (e) => e(Number.NaN).toBe(Number.NaN)],
    ['toEqual', (e) => e({ a: [1, undefined] }).toEqual({ a: [1, undefined] })],
    ['toStrictEqual', (e) => e(new Leaf()).toStrictEqual(new Leaf())],
    ['toBeCloseTo', (e) => e(0.1 + 0.2).toBeCloseTo(0.3, 12)],
    ['toBeLessThan', (e) => e(1).toBeLessThan(2)],
    ['toBeLessThanOrEqual', (e) => e(2).toBeLessThanOrEqual(2)],
    ['toBeGreaterThan', (e) => e(2).toBeGreaterThan(1)],
    ['toBeGreaterThanOrEqual', (e) => e(2).toBeGreaterThanOrEqual(2)],
    ['toBeTruthy', (e) => e('a').toBeTruthy()],
    ['toBeFalsy', (e) => e(0).toBeFalsy()],
    ['toBeNull', (e) => e(null).toBeNull()],
    ['toBeUndefined', (e) => e(undefined).toBeUndefined()],
    ['toBeDefined', (e) => e(0).toBeDefined()],
    ['toBeNaN', (e) => e(Number.NaN).toBeNaN()],
    ['toBeInstanceOf', (e) => e(new Leaf()).toBeInstanceOf(Leaf)],
    ['toBeTypeOf', (e) => e('a').toBeTypeOf('string')],
    ['toContain', (e) => e([1, 2]).toContain(2)],
    ['toContainEqual', (e) => e([{ a: 1 }]).toContainEqual({ a: 1 })],
    ['toHaveLength', (e) => e([1, 2]).toHaveLength(2)],
    ['toHaveProperty', (e) => e({ a: { b: 1 } }).toHaveProperty('a.b', 1)],
    ['toMatch', (e) => e('abc').toMatch(/b/)],
    ['toMatchObject', (e) => e({ a: 1, b: 2 }).toMatchObject({ b: 2 })],
    ['toSatisfy', (e) => e(4).toSatisfy((n: number) => n % 2 === 0)],
    [
      'toThrow',
      (e) =>
        e(() => {
          throw new RangeError('k must be at least 1');
        }).toThrow('at least 1'),
    ],
  ])('%s', (_, assert) => {
    holds(assert);
  });

  it('tells -0 from 0 and a typed array from an array', () => {
    expect(-0).not.toBe(0);
    expect(new Float64Array([1])).not.toEqual([1]);
    expect(new Float64Array([1])).toEqual(new Float64Array([1]));
  });

  it('matches errors by class, message and pattern', () => {
    const run = () => {
      throw new TypeError('rows[1] is ragged');
    };
    expect(run).toThrow();
    expect(run).toThrow(TypeError);
    expect(run).toThrow(/rows\[\d\]/);
    expect(run).toThrow(new TypeError('rows[1] is ragged'));
    vitestExpect(() => expect(run).toThrow('flat')).toThrow(/rows\[1\]/);
    vitestExpect(() => expect(() => {}).toThrow()).toThrow();
  });

  it('takes asymmetric matchers', () => {
    expect({ a: 'text', b: [1, 2, 3], c: 0.1 + 0.2, d: new Leaf() }).toEqual({
      a: expect.stringContaining('ex'),
      b: expect.arrayContaining([3]),
      c: expect.closeTo(0.3, 10),
      d: expect.any(Leaf),
    });
    expect({ a: 1, b: 2 }).toEqual(expect.objectContaining({ a: 1 }));
    expect('abc').toEqual(expect.stringMatching(/^a/));
    expect({ a: null }).toEqual({ a: expect.anything() === null ? 0 : null });
    expect([1]).not.toEqual(expect.arrayContaining([2]));
    vitestExpect(() => expect(1).toEqual(expect.any(String))).toThrow();
  });

  it('waits with resolves and rejects', async () => {
    await expect(Promise.resolve([1])).resolves.toEqual([1]);
    await expect(Promise.reject(new Error('late'))).rejects.toThrow('late');
    await expect(Promise.resolve(1)).resolves.not.toBe(2);
    await vitestExpect(
      expect(Promise.resolve(1)).resolves.toBe(2),
    ).rejects.toThrow('expected 1 to be 2');
    await vitestExpect(
      expect(Promise.resolve(1)).rejects.toThrow(),
    ).rejects.toThrow(/instead of rejecting/);
  });

  it('carries both sides on its errors', () => {
    try {
      expect({ gini: 0.5 }, 'impurity').toEqual({ gini: 4 / 9 });
    } catch (error) {
      vitestExpect(error).toMatchObject({
        name: 'AssertionError',
        message: vitestExpect.stringContaining('impurity'),
        actual: { gini: 0.5 },
        expected: { gini: 4 / 9 },
      });
      return;
    }
    throw new Error('the assertion held');
  });

  it('can be extended', () => {
    expect.extend({
      toBeEven: (n: number) => ({
        pass: n % 2 === 0,
        message: () => `${n} is odd`,
      }),
    });
    expect(2).toBeEven();
    expect(3).not.toBeEven();
    vitestExpect(() => expect(3).toBeEven()).toThrow('3 is odd');
  });
});

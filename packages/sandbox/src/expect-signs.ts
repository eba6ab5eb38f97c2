/** What a comparison asked for beyond its two values, without words. */
export interface Signs {
  expected: string;
  received: string;
  difference?: number;
  tolerance?: number;
}

type Matcher = (this: object, ...values: unknown[]) => unknown;
interface Utilities {
  flag: (assertion: object, name: string) => unknown;
  overwriteMethod: (
    target: object,
    name: string,
    method: (original: Matcher) => Matcher,
  ) => void;
}

/** Stand before the expected value, and before the one received. */
const signs: Readonly<Record<string, readonly [string, string]>> = {
  toBe: ['', ''],
  toEqual: ['', ''],
  toStrictEqual: ['', ''],
  toMatchObject: ['', ''],
  toBeCloseTo: ['', ''],
  toBeLessThan: ['< ', ''],
  toBeLessThanOrEqual: ['≤ ', ''],
  toBeGreaterThan: ['> ', ''],
  toBeGreaterThanOrEqual: ['≥ ', ''],
  toHaveLength: ['length ', 'length '],
};
const equalities = ['toBe', 'toEqual', 'toStrictEqual'];

/**
 * Gives `signs` to the errors of the matchers above. What is not in the two
 * values, such as a tolerance, Chai has in an English sentence only.
 */
export function tellSigns(
  { Assertion }: { Assertion: { prototype: object } },
  { flag, overwriteMethod }: Utilities,
): void {
  for (const name of Object.keys(signs)) {
    overwriteMethod(Assertion.prototype, name, (original) => {
      return function (...values) {
        try {
          return original.apply(this, values);
        } catch (error) {
          const found = flag(this, 'negate')
            ? signsOfNot(name)
            : signsOf(name, flag(this, 'object'), values);
          throw Object.assign(error as Error, { signs: found });
        }
      };
    });
  }
}

function signsOfNot(name: string): Signs | undefined {
  return equalities.includes(name)
    ? { expected: '≠ ', received: '' }
    : undefined;
}

function signsOf(
  name: string,
  received: unknown,
  [value, digits = 2]: unknown[],
): Signs {
  const [before = '', beforeReceived = ''] = signs[name] ?? [];
  const sides = { expected: before, received: beforeReceived };
  return name === 'toBeCloseTo'
    ? {
        ...sides,
        difference: Math.abs(Number(received) - Number(value)),
        tolerance: 10 ** -Number(digits) / 2,
      }
    : sides;
}

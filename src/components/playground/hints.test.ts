import { describe, expect, it } from 'vitest';
import { hintForFailure, hintForNumbers, hintForProblem } from './hints.ts';
import type { Line } from './run-state.ts';

const problem = (name: string, message: string) =>
  ({ kind: 'runtime', name, message }) as const;

describe('hintForProblem', () => {
  it.each([
    [
      'TypeError',
      "Cannot read properties of undefined (reading 'map')",
      'hintUndefinedIndex',
    ],
    ['TypeError', 'undefined is not iterable', 'hintNotIterable'],
    ['RangeError', 'Invalid array length', 'hintArrayLength'],
    [
      'RangeError',
      'Array size is not a small enough positive integer.',
      'hintArrayLength',
    ],
    ['InternalError', 'out of memory', 'hintMemory'],
    ['IndexError', 'list index out of range', 'hintIndexRange'],
    ['Error', 'something else', null],
  ])('of %s: %s is %s', (name, message, hint) => {
    expect(hintForProblem(problem(name, message))).toBe(hint);
  });
});

describe('hintForFailure', () => {
  it('takes what was thrown in a test as in a program', () => {
    const thrown = problem('TypeError', "of undefined (reading 'map')");
    expect(hintForFailure(thrown)).toBe('hintUndefinedIndex');
    const said = problem('AssertionError', 'expected x, which is undefined');
    expect(hintForFailure(said)).toBe(null);
  });

  it('takes a comparison by what it received', () => {
    const failed = problem('AssertionError', 'expected undefined to be 1');
    const received = (text: string) =>
      hintForFailure({ ...failed, received: text });
    expect(received('undefined')).toBe('hintForgottenReturn');
    expect(received('[NaN]')).toBe('hintNaN');
    expect(received('2')).toBe(null);
  });
});

describe('hintForNumbers', () => {
  const hint = (text: string) =>
    hintForNumbers(
      [{ id: '', method: 'log', text, frameCounts: {} } as Line],
      [],
    );

  it.each([
    'undefined',
    'mean undefined',
    '[undefined, 1]',
    'a [1, undefined]',
  ])('finds a forgotten return in “%s”', (text) =>
    expect(hint(text)).toBe('hintForgottenReturn'),
  );

  it.each(['undefined behaviour', 'isundefined', '"undefined"'])(
    'finds nothing in “%s”',
    (text) => expect(hint(text)).toBe(null),
  );

  it('thinks of NaN first', () => {
    expect(hint('NaN undefined')).toBe('hintNaN');
  });
});

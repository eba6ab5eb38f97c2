import { describe, expect, it } from 'vitest';
import { atOwnPlace, marksOf } from './own-places.ts';
import type { Place, Problem, TestResult } from './run-state.ts';

const place = (path: string, line: number): Place => ({
  path,
  line,
  codeLine: `${path}, ${line}`,
});

function problemAt(...places: Place[]): Problem {
  const problem = { kind: 'runtime', name: 'Error', message: 'bad' } as const;
  return { ...problem, ...places[0], places, frames: places };
}

const within = (...paths: string[]) => paths.includes.bind(paths);
const check = place('/lib/validate.ts', 8);
const algorithm = place('/lib/k-means.ts', 60);
const program = place('/main.ts', 12);

describe('atOwnPlace', () => {
  it('takes the innermost place in a file that was edited', () => {
    const problem = problemAt({ ...check, column: 5 }, algorithm, program);
    const shown = atOwnPlace(problem, {
      isEdited: within('/main.ts'),
      hasTab: within('/main.ts', '/lib/k-means.ts'),
    });
    expect(shown).toMatchObject({ ...program, thrownIn: check });
    expect(shown).not.toHaveProperty('column');
    const both = atOwnPlace(problem, {
      isEdited: within('/main.ts', '/lib/k-means.ts'),
      hasTab: within(),
    });
    expect(both).toMatchObject(algorithm);
  });

  it('takes the innermost place with a tab if no edited file is there', () => {
    const shown = atOwnPlace(problemAt(check, algorithm, program), {
      isEdited: within('/other.ts'),
      hasTab: within('/main.ts', '/lib/k-means.ts'),
    });
    expect(shown).toMatchObject({ ...algorithm, thrownIn: check });
  });

  it('leaves alone what is in such a file already, or in none', () => {
    const files = { isEdited: within('/main.ts'), hasTab: within() };
    for (const problem of [
      problemAt(program, algorithm),
      problemAt(check, algorithm),
      problemAt(),
    ]) {
      expect(atOwnPlace(problem, files)).toBe(problem);
    }
  });
});

describe('marksOf', () => {
  it('marks lines of problems and of failed tests, none left to be written', () => {
    const task: Problem = {
      ...problemAt(program, algorithm),
      message: 'Your turn: write it',
    };
    const test: TestResult = {
      path: '/lib/k-means.test.ts',
      blocks: [],
      name: 'a',
      status: 'fail',
      errors: [problemAt(algorithm), task],
    };
    expect(marksOf([problemAt(check), task], [test])).toEqual({
      '/lib/validate.ts': [8],
      '/lib/k-means.ts': [60],
    });
  });
});

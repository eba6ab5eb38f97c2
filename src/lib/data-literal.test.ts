import { describe, expect, it } from 'vitest';
import {
  readNumbers,
  readTable,
  writeNumber,
  writeNumbers,
  writeTable,
} from './data-literal';

const program = `// points of the article
const k = 2;
const points = [
  [1, 1], // first
  [1.5, -2e3],
  /* gone: [9, 9], */
];
const labels = [0, 1,];
const pointsLater = [[7, 7]];
plot(points);
`;

describe('readTable', () => {
  it('reads rows with comments, signs, exponents and trailing commas', () => {
    expect(readTable(program, 'points')).toEqual([
      [1, 1],
      [1.5, -2000],
    ]);
  });

  it('takes the whole name', () => {
    expect(readTable(program, 'pointsLater')).toEqual([[7, 7]]);
    expect(readTable(program, 'point')).toBeNull();
  });

  it('reads a literal with a type', () => {
    expect(readTable('const a: number[][] = [[1]];', 'a')).toEqual([[1]]);
  });

  it.each([
    ['an expression inside', 'const a = [[1, n]];'],
    ['a call', 'const a = make();'],
    ['an open bracket', 'const a = [[1, 2];'],
    ['a list instead of a table', 'const a = [1, 2];'],
    ['nothing', ''],
  ])('is null for %s', (_, code) => {
    expect(readTable(code, 'a')).toBeNull();
  });
});

describe('writeTable', () => {
  it('replaces the rows and nothing else', () => {
    expect(
      writeTable(program, 'points', [[3, 4]]),
    ).toBe(`// points of the article
const k = 2;
const points = [
  [3, 4],
];
const labels = [0, 1,];
const pointsLater = [[7, 7]];
plot(points);
`);
  });

  it('writes what readTable reads', () => {
    const rows = [
      [0.1 + 0.2, -5],
      [1e-7, 12345.678901234],
    ];
    const code = writeTable(program, 'points', rows) ?? '';
    expect(readTable(code, 'points')).toEqual(rows);
  });

  it('is null where the literal is gone', () => {
    expect(writeTable('const other = 1;', 'points', [[1, 2]])).toBeNull();
  });
});

describe('numbers', () => {
  it('reads and writes a list', () => {
    expect(readNumbers(program, 'labels')).toEqual([0, 1]);
    const code = writeNumbers(program, 'labels', [1, 0, 2]) ?? '';
    expect(readNumbers(code, 'labels')).toEqual([1, 0, 2]);
  });

  it('writes a single number', () => {
    expect(writeNumber(program, 'k', 3)).toContain('const k = 3;\n');
    expect(writeNumber(program, 'missing', 3)).toBeNull();
  });
});

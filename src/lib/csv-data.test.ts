import { describe, expect, it } from 'vitest';
import { csvLimits, parseCsvData } from './csv-data';

const plain = { hasLabels: false };
const labelled = { hasLabels: true };

describe('parseCsvData', () => {
  it('reads numbers, with or without a header', () => {
    const expected = {
      rows: [
        [1, 2],
        [3, -4.5],
      ],
      labels: null,
      classes: null,
    };
    expect(parseCsvData('1,2\n3,-4.5\n', plain)).toEqual(expected);
    expect(parseCsvData('x,y\r\n1,2\r\n3,-4.5', plain)).toEqual(expected);
  });

  it('reads semicolons, tabs, quotes, spaces and blank lines', () => {
    const expected = [
      [1, 2],
      [3, 4],
    ];
    for (const text of ['1;2\n3;4', '1\t2\n3\t4', '"1", 2\n\n 3 ,4\n\n']) {
      expect(parseCsvData(text, plain)).toMatchObject({ rows: expected });
    }
  });

  it('takes integers from 0 as classes', () => {
    expect(parseCsvData('a,b,class\n1,2,0\n3,4,1', labelled)).toEqual({
      rows: [
        [1, 2],
        [3, 4],
      ],
      labels: [0, 1],
      classes: null,
    });
  });

  it('numbers named classes in the order of their appearance', () => {
    expect(
      parseCsvData('1,virginica\n2,setosa\n3,virginica', labelled),
    ).toEqual({
      rows: [[1], [2], [3]],
      labels: [0, 1, 0],
      classes: ['virginica', 'setosa'],
    });
  });

  it.each([
    ['nothing', '', plain, { code: 'empty' }],
    ['a header only', 'x,y\n', plain, { code: 'empty' }],
    [
      'a word among numbers',
      '1,2\n3,abc',
      plain,
      { code: 'number', row: 2, column: 2, text: 'abc' },
    ],
    [
      'a word below a header',
      'x,y\n1,2\n3,abc',
      plain,
      { code: 'number', row: 3, column: 2, text: 'abc' },
    ],
    [
      'an empty cell',
      '1,2\n3,',
      plain,
      { code: 'number', row: 2, column: 2, text: '' },
    ],
    [
      'infinity',
      '1,2\n1e999,3',
      plain,
      { code: 'number', row: 2, column: 1, text: '1e999' },
    ],
    [
      'a short row',
      '1,2\n3',
      plain,
      { code: 'ragged', row: 2, got: 1, expected: 2 },
    ],
    ['an open quote', '1,2\n"3,4', plain, { code: 'quotes', row: 2 }],
    [
      'a missing class',
      '1,a\n2,',
      labelled,
      { code: 'label', row: 2, column: 2, text: '' },
    ],
    [
      'a class number that is too large',
      '1,0\n2,99',
      labelled,
      { code: 'label', row: 2, column: 2, text: '99' },
    ],
    [
      'other columns than the program takes',
      '1,2,3',
      { hasLabels: false, columns: 2 },
      { code: 'width', got: 3, expected: 2 },
    ],
  ])('explains %s', (_, text, shape, problem) => {
    expect(parseCsvData(text, shape)).toEqual(problem);
  });

  it('states its limits', () => {
    const rows = '1,2\n'.repeat(csvLimits.rows + 1);
    expect(parseCsvData(rows, plain)).toEqual({ code: 'rows', limit: 2_000 });
    const wide = Array(21).fill('1').join(',');
    expect(parseCsvData(wide, plain)).toEqual({ code: 'columns', limit: 20 });
    const long = '1'.repeat(csvLimits.bytes + 1);
    expect(parseCsvData(long, plain)).toEqual({
      code: 'bytes',
      limit: 200_000,
    });
  });
});

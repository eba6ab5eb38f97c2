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
      header: null,
    };
    expect(parseCsvData('1,2\n3,-4.5\n', plain)).toEqual(expected);
    expect(parseCsvData('x,y\r\n1,2\r\n3,-4.5', plain)).toEqual({
      ...expected,
      header: { row: 1, cells: ['x', 'y'] },
    });
  });

  it('tells what it took for a header', () => {
    expect(parseCsvData('\n1.2.3,abc\n1,2\n2,3', plain)).toMatchObject({
      rows: [
        [1, 2],
        [2, 3],
      ],
      header: { row: 2, cells: ['1.2.3', 'abc'] },
    });
  });

  it.each([',', ';', '\t', '|'])('counts blank lines, with %j', (mark) => {
    const text = '\n\nx,y\n1,2\n\n \n3,4\n5,abc\n'.replaceAll(',', mark);
    expect(parseCsvData(text, plain)).toEqual({
      code: 'number',
      row: 8,
      column: 2,
      text: 'abc',
    });
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
      header: { row: 1, cells: ['a', 'b', 'class'] },
    });
  });

  it('numbers named classes in the order of their appearance', () => {
    expect(
      parseCsvData('1,virginica\n2,setosa\n3,virginica', labelled),
    ).toEqual({
      rows: [[1], [2], [3]],
      labels: [0, 1, 0],
      classes: ['virginica', 'setosa'],
      header: null,
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
      'one below blank lines',
      '\n1,2\n\n"3,4',
      plain,
      { code: 'quotes', row: 4 },
    ],
    [
      'a missing class',
      '1,a\n2,',
      labelled,
      { code: 'label', row: 2, column: 2, text: '', limit: 20 },
    ],
    [
      'a class number that is too large',
      '1,0\n2,99',
      labelled,
      { code: 'label', row: 2, column: 2, text: '99', limit: 20 },
    ],
    [
      'a class number that is too large for the program',
      '1,0\n\n2,2',
      { hasLabels: true, maxClasses: 2 },
      { code: 'label', row: 3, column: 2, text: '2', limit: 2 },
    ],
    [
      'more names than the program has classes',
      'x,class\n1,a\n2,b\n\n3,a\n4,c',
      { hasLabels: true, maxClasses: 2 },
      { code: 'label', row: 6, column: 2, text: 'c', limit: 2 },
    ],
    [
      'other columns than the program takes',
      '1,2,3',
      { hasLabels: false, columns: 2 },
      { code: 'width', got: 3, expected: 2 },
    ],
    [
      'a class without a number',
      '1\n2',
      labelled,
      { code: 'narrow', got: 1, least: 2 },
    ],
  ])('explains %s', (_, text, shape, problem) => {
    expect(parseCsvData(text, shape)).toEqual(problem);
  });

  it('states its limits', () => {
    const rows = '1,2\n'.repeat(csvLimits.rows + 1);
    expect(parseCsvData(rows, plain)).toEqual({ code: 'rows', limit: 2_000 });
    const wide = Array(21).fill('1').join(',');
    expect(parseCsvData(wide, plain)).toEqual({ code: 'columns', limit: 20 });
    const long = '1'.repeat(csvLimits.characters + 1);
    expect(parseCsvData(long, plain)).toEqual({
      code: 'characters',
      limit: 200_000,
    });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createConsole, textTable } from './console-recorder.ts';
import { limits } from './limits.ts';
import type { ConsoleLine } from './messages.ts';

function record() {
  const lines: ConsoleLine[] = [];
  const onLimit = vi.fn();
  const console = createConsole((line) => lines.push(line), onLimit);
  return { console, lines, onLimit, texts: () => lines.map((l) => l.text) };
}

describe('createConsole', () => {
  it('keeps method, order and text', () => {
    const { console, lines } = record();
    console.log('a', 1, { b: [2] });
    console.info();
    console.warn(null);
    console.error(new RangeError('bad'));
    console.debug('d');
    console.trace('t');
    console.dir({ a: 'x' });
    console.clear();
    expect(lines).toEqual([
      { method: 'log', text: 'a 1 { b: [2] }' },
      { method: 'info', text: '' },
      { method: 'warn', text: 'null' },
      { method: 'error', text: 'RangeError: bad' },
      { method: 'debug', text: 'd' },
      { method: 'debug', text: 't' },
      { method: 'log', text: '{ a: "x" }' },
      { method: 'clear', text: '' },
    ]);
  });

  it('shows what a value is at the time of the call', () => {
    const { console, texts } = record();
    const list = [1];
    console.log(list);
    list.push(2);
    expect(texts()).toEqual(['[1]']);
  });

  it.each<[unknown[], string]>([
    [['%s is %d years', 'Ann', '41.5'], 'Ann is 41 years'],
    [['%i %f', 3.9, '2.50'], '3 2.5'],
    [['%i %d', 'x', {}], 'NaN NaN'],
    [['%d', Symbol('s')], 'NaN'],
    [['%d', 12n], '12'],
    [['%s', { a: 1 }], '{ a: 1 }'],
    [['%o and %O', ['a'], 'b'], '["a"] and "b"'],
    [['%cred%c plain', 'color: red', ''], 'red plain'],
    [['100%% of %s', 'x'], '100% of x'],
    [['100%%'], '100%%'],
    [['%s %s', 'one'], 'one %s'],
    [['%s', 'a', 'b', [1]], 'a b [1]'],
    [['50% off', 'x'], '50% off x'],
    [['%z', 1], '%z 1'],
    [[1, '%s', 'a'], '1 %s a'],
    [['%s', '%s', 'a'], '%s a'],
  ])('formats %o as a browser does', (values, text) => {
    const { console, texts } = record();
    console.log(...values);
    expect(texts()).toEqual([text]);
  });

  it('indents every line of what is in a group', () => {
    const { console, texts } = record();
    console.group('outer', 1);
    console.log('a\nb');
    console.groupCollapsed('inner');
    console.log('c');
    console.groupEnd();
    console.groupEnd();
    console.groupEnd();
    console.log('d');
    expect(texts()).toEqual(['outer 1', '  a\n  b', '  inner', '    c', 'd']);
  });

  it('counts by label', () => {
    const { console, texts } = record();
    console.count();
    console.count('a');
    console.count();
    console.countReset();
    console.count();
    console.count(undefined);
    expect(texts()).toEqual([
      'default: 1',
      'a: 1',
      'default: 2',
      'default: 1',
      'default: 2',
    ]);
  });

  it('measures time by label', () => {
    const { console, texts } = record();
    console.time('t');
    console.timeLog('t', 'half');
    console.timeEnd('t');
    console.timeEnd('t');
    console.timeEnd('never started');
    expect(texts()).toEqual([
      expect.stringMatching(/^t: \d+\.\d ms half$/),
      expect.stringMatching(/^t: \d+\.\d ms$/),
    ]);
  });

  it('asserts', () => {
    const { console, lines } = record();
    console.assert(true, 'nothing');
    console.assert(1 > 2);
    console.assert(0, '%d rows', 3, [1]);
    console.assert('', { a: 1 });
    expect(lines).toEqual([
      { method: 'error', text: 'Assertion failed' },
      { method: 'error', text: 'Assertion failed: 3 rows [1]' },
      { method: 'error', text: 'Assertion failed: { a: 1 }' },
    ]);
  });

  it('cuts a long line', () => {
    const { console, texts } = record();
    console.log('x'.repeat(1e6));
    const [, shown, more] =
      /^(x+)… \((\d+) more characters\)$/.exec(texts()[0] ?? '') ?? [];
    expect(shown?.length).toBeGreaterThan(limits.lineLength * 0.98);
    expect(shown?.length).toBeLessThanOrEqual(limits.lineLength);
    expect(Number(more)).toBe(1e6 - Number(shown?.length));
  });

  it('says once that the lines are used up, and drops the rest', () => {
    const { console, lines, onLimit } = record();
    for (let i = 0; i < limits.consoleLines; i += 1) {
      console.log(i);
    }
    expect(onLimit).not.toHaveBeenCalled();
    console.log('one too many');
    console.warn('and another');
    expect(lines).toHaveLength(limits.consoleLines);
    expect(onLimit).toHaveBeenCalledTimes(1);
  });

  it('says once that the characters are used up', () => {
    const { console, lines, onLimit } = record();
    for (let i = 0; i < 100; i += 1) {
      console.log('x'.repeat(limits.lineLength));
    }
    const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeLessThanOrEqual(limits.consoleCharacters);
    expect(characters).toBeGreaterThan(limits.consoleCharacters * 0.95);
    expect(onLimit).toHaveBeenCalledTimes(1);
  });

  it('counts the characters of tables too', () => {
    const { console, lines, onLimit } = record();
    const row = Array.from({ length: 20 }, () => 'x'.repeat(200));
    const table = Array.from({ length: 100 }, () => row);
    for (let i = 0; i < 10; i += 1) {
      console.table(table);
    }
    expect(JSON.stringify(lines).length).toBeLessThan(
      limits.consoleCharacters * 1.1,
    );
    expect(onLimit).toHaveBeenCalledTimes(1);
  });

  it('survives a table of values that throw', () => {
    const { console, lines } = record();
    console.table([
      {
        get a(): number {
          throw new Error('getter');
        },
      },
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.text).toBe('[{ a: [getter threw] }]');
  });

  it('prints a table of nothing tabular as a line', () => {
    const { console, lines } = record();
    console.table(5);
    console.table('text');
    expect(lines).toEqual([
      { method: 'log', text: '5' },
      { method: 'log', text: 'text' },
    ]);
  });
});

describe('textTable', () => {
  it('takes rows of objects, with all their columns', () => {
    expect(
      textTable([
        { x: 1, y: 'a' },
        { y: null, z: [2] },
      ]),
    ).toEqual({
      columns: ['', 'x', 'y', 'z'],
      rows: [
        ['0', '1', 'a', ''],
        ['1', '', 'null', '[2]'],
      ],
    });
  });

  it('takes rows of arrays', () => {
    expect(textTable([[1, 2], [3]])).toEqual({
      columns: ['', '0', '1'],
      rows: [
        ['0', '1', '2'],
        ['1', '3', ''],
      ],
    });
  });

  it('takes plain values, alone and among objects', () => {
    expect(textTable(['a', { x: 1 }])).toEqual({
      columns: ['', 'x', 'value'],
      rows: [
        ['0', '', 'a'],
        ['1', '1', ''],
      ],
    });
  });

  it('names rows by the keys of an object, a map or a typed array', () => {
    expect(textTable({ loss: { a: 1 } })?.rows).toEqual([['loss', '1']]);
    expect(textTable(new Map([['k', { a: 1 }]]))?.rows).toEqual([['"k"', '1']]);
    expect(textTable(new Float32Array([0.5]))?.rows).toEqual([['0', '0.5']]);
    expect(textTable(new Set(['v']))?.rows).toEqual([['0', 'v']]);
  });

  it('does not show what an object inherits', () => {
    const row = Object.create({ inherited: 1 });
    row.own = 2;
    expect(textTable([row])?.columns).toEqual(['', 'own']);
  });

  it('is empty for an empty list and undefined for a plain value', () => {
    expect(textTable([])).toEqual({ columns: [''], rows: [] });
    expect(textTable(null)).toBeUndefined();
    expect(textTable('ab')).toBeUndefined();
  });

  it('says how many rows it leaves out', () => {
    const table = textTable(Array.from({ length: 150 }, (_, i) => [i]));
    expect(table?.rows).toHaveLength(101);
    expect(table?.rows[99]).toEqual(['99', '99']);
    expect(table?.rows[100]).toEqual(['… 50 more', '']);
  });

  it('keeps cells, keys and column names small', () => {
    const long = 'x'.repeat(5_000);
    const table = textTable({ [long]: { [long]: long } });
    for (const cell of [...(table?.columns ?? []), ...(table?.rows[0] ?? [])]) {
      expect(cell.length).toBeLessThan(300);
    }
    const wide = Array.from({ length: 1_000 }, (_, i) => i);
    expect(textTable([wide])?.columns.length).toBeLessThan(100);
  });
});

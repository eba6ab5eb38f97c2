import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/plots/validate.ts';
import { pathOf } from '../lab.ts';
import { Turns } from '../turns.ts';
import { exercise } from './exercise-record.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { right, type Solution } from './variants/right.ts';
import { wrong } from './variants/wrong.ts';

const turns = new Turns();
const { lines, frames } = await runOnce(
  lab.files,
  '/main.ts',
  () => 0,
  turns.note,
);
const { figures } = turns;
const number = (name: string) => Number.parseFloat(facts[name] ?? '');

describe('the program', () => {
  it('pauses between its parts, so that each is shown before the next', () => {
    expect(figures).toEqual([
      ['softening', 'gradients'],
      ['comparison'],
      ['labels'],
      ['mixtures'],
      ['unseen'],
    ]);
  });

  it('draws every figure that the lab has a title for', () => {
    const drawn = new Set(frames.map((frame) => frame.name));
    expect([...drawn]).toEqual(Object.keys(lab.figures));
    for (const frame of frames) expect(parseFrame(frame)).toEqual(frame);
  });

  it.each([
    ['labels only', 'alone'],
    ['labels, smoothed', 'smoothed'],
    ['with the teacher', 'distilled'],
    ['without T²', 'unscaled'],
  ])('says of "%s" what the page says', (name, fact) => {
    const table = frames.find((frame) => frame.kind === 'table');
    const rows = table?.kind === 'table' ? table.data.rows : [];
    const row = rows.find(([first]) => first === name);
    const cells = row?.map((cell) => `${cell}%`);
    const ends = ['', 'Spread', 'Same', 'Noisy'];
    const expected = ends.map((end) => facts[`${fact}${end}`]);
    expect([...(cells?.slice(1, 3) ?? []), ...(cells?.slice(4) ?? [])]).toEqual(
      expected,
    );
  });

  it.each([
    ['20 labels, labels only', 'alone20'],
    ['20 labels, teacher, same images', 'same20'],
    ['20 labels, teacher, all images', 'all20'],
    ['60 labels, teacher, all images', 'all60'],
    ['200 labels, labels only', 'alone200'],
    ['200 labels, teacher, same images', 'same200'],
  ])('prints for "%s" what the page says', (start, fact) => {
    const line = lines.find(({ text }) => text.startsWith(start));
    const numbers = `${facts[fact]} ± ${facts[`${fact}Spread`]}`;
    expect(line?.text).toBe(`${start}: ${numbers}`);
  });

  it('shows the mixtures and the unseen digit that the page quotes', () => {
    const map = frames.find((frame) => frame.kind === 'heatmap');
    const values = map?.kind === 'heatmap' ? map.data.values : [];
    const shown = values.map((row) => `${(100 * (row[2] ?? 0)).toFixed(1)}%`);
    expect(shown).toEqual([
      facts['cold'],
      facts['warm'],
      facts['distilled'],
      facts['hot'],
    ]);
    const bars = frames.find((frame) => frame.name === 'unseen');
    const series = bars?.kind === 'bars' ? bars.data.series : [];
    const percents = series.map(({ values }) =>
      values.map((value) => `${(100 * value).toFixed(1)}%`),
    );
    expect(percents).toEqual([
      [facts['unseenAlone'], facts['unseenSoft']],
      [facts['unseenAloneShifted'], facts['unseenSoftShifted']],
    ]);
  });
});

describe('a change that the page asks for', () => {
  it('a teacher with no more images than the student does not help', async () => {
    const name = '/main.ts';
    const edited = lab.files[name]?.replace(
      'teacherImageCount = 200',
      'teacherImageCount = 60',
    );
    expect(edited).not.toBe(lab.files[name]);
    const run = await runOnce({ ...lab.files, [name]: edited ?? '' }, name);
    const texts = run.lines.map(({ text }) => text);
    const starts = [
      `teacher · ${facts['modestTeacher']} ·`,
      `with the teacher · ${facts['modest']} · ${facts['modestSpread']} ·`,
    ];
    for (const start of starts) {
      expect(texts.some((text) => text.startsWith(start))).toBe(true);
    }
    expect(number('modest') - number('alone')).toBeLessThan(1);
  }, 60_000);
});

describe('what the page claims', () => {
  it('the student alone is worse than the teacher, beyond the spread', () => {
    expect(number('teacher') - number('alone')).toBeGreaterThan(
      4 * number('aloneSpread'),
    );
  });

  it('the teacher helps with few labels, and less with many', () => {
    const gain = number('distilled') - number('alone');
    expect(gain).toBeGreaterThan(3);
    expect(number('same20')).toBeGreaterThan(number('alone20') + 3);
    expect(number('same200') - number('alone200')).toBeLessThan(gain);
    expect(
      Math.abs(number('largeDistilled') - number('largeAlone')),
    ).toBeLessThan(1.5);
    expect(number('otherBetter')).toBeGreaterThan(0.7 * number('otherCount'));
  });

  it('temperature 1 helps little, and forgetting T² hurts', () => {
    expect(number('cold') - number('alone')).toBeLessThan(2);
    expect(number('unscaled')).toBeLessThan(number('alone') - 10);
  });

  it('soft labels tell about a digit that the student never saw', () => {
    expect(number('unseenSoft')).toBeLessThan(10);
    expect(number('unseenSoftShifted')).toBeGreaterThan(
      number('unseenAloneShifted') + 20,
    );
  });

  it('the example has the numbers computed in Python', () => {
    expect(facts).toMatchObject({
      t1p0: '0.9502',
      t4p1: '0.2623',
      t16p3: '0.1846',
      t8Bits: '1.88',
      t1Length: '0.3714',
      t16Scaled: '1.109',
      t4Loss: '1.902',
      hardLength: '0.438',
    });
  });
});

describe('the exercise', () => {
  const file = pathOf(lab, exercise.file);
  const entries = exercise.tests.map((name) => pathOf(lab, name));
  const failuresOf = async (code: string) => {
    const tests = await runTests({ ...lab.files, [file]: code }, entries);
    expect(tests.length).toBeGreaterThan(0);
    return tests.filter(({ status }) => status !== 'pass');
  };

  it('is solved by the original and not by what is given', async () => {
    expect(await failuresOf(lab.files[file] ?? '')).toEqual([]);
    expect((await failuresOf(exercise.code)).length).toBeGreaterThan(5);
  });

  it('explains failures of tests that exist', async () => {
    const names = (await runTests(lab.files, entries)).map(({ name }) => name);
    for (const title of Object.keys(exercise.causes)) {
      expect(names).toContain(title);
    }
  });

  it.each(Object.entries(right))('accepts: %s', async (_, solution) => {
    expect(await failuresOf(solve(solution))).toEqual([]);
  });

  it.each(Object.entries(wrong))('rejects: %s', async (_, entry) => {
    const failed = await failuresOf(solve(entry.solution));
    expect(failed.map(({ name }) => name)).toContain(entry.fails);
    expect(exercise.causes).toHaveProperty([entry.fails]);
  });
});

/** The given file with a body in place of each open function. */
function solve(solution: Solution): string {
  const bodies = [solution.softenedSoftmax, solution.distillationSlopes];
  return exercise.code.replace(/return yourTurn\([\s\S]*?\);\n\}/g, () => {
    return `${bodies.shift()}\n}`;
  });
}

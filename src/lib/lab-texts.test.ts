import { labIds, loadLab } from '@runnable-guide/labs/catalog';
import { pathOf } from '@runnable-guide/labs/lab';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { plotTable } from '~/plots/data-table';
import { describePlot } from '~/plots/describe';
import { renderPlot } from '~/plots/render';
import { addFrames, type Figure } from './figures.ts';
import { labTexts } from './lab-texts.ts';
import { runLab } from './run-lab.ts';
import { translator } from './translator.ts';

describe.each(labIds)('the lab %s', async (id) => {
  const lab = await loadLab(id);
  const { figures } = await runLab(lab);
  // What a program says of times it says only while the clock goes.
  let ms = 0;
  const timed = await runOnce(lab.files, '/main.ts', () => (ms += 1.5));
  const frames = [...figures, ...addFrames([], timed.frames)].flatMap(
    (figure) => figure.frames,
  );

  it('leaves nothing English in its figures on a Chinese page', () => {
    const words = frames.flatMap((frame) => wordsOf(frame, lab.terms));
    expect([...new Set(words.filter((word) => !same.has(word)))]).toEqual([]);
  });

  it('has no term that its figures do not show', () => {
    const shown = frames.flatMap((frame) => textsOf(frame.data));
    const unused = Object.keys(lab.terms).filter((term) => {
      const { [term]: _, ...others } = lab.terms;
      const [all, without] = [translator(lab.terms), translator(others)];
      return shown.every((text) => all(text) === without(text));
    });
    expect(unused).toEqual([]);
  });
});

const labs = await Promise.all(
  labIds.map(async (id) => ({ id, lab: await loadLab(id) })),
);
const tested = labs.filter(({ lab }) => lab.tests.length > 0);

describe.each(tested)('the tests of the lab $id', async ({ lab }) => {
  const results = await runTests(
    lab.files,
    lab.tests.map((name) => pathOf(lab, name)),
  );
  const titles = [
    ...new Set(results.flatMap(({ blocks, name }) => [...blocks, name])),
  ];
  const { testTitle } = labTexts(lab, 'zh-CN');

  it('have titles in Chinese, but for names and literals', () => {
    const isCode = (title: string) => /^(\S+|\{.*\})$/.test(title);
    const english = titles.filter((title) => testTitle(title) === title);
    expect(english.filter((title) => !isCode(title))).toEqual([]);
    expect(titles.length - english.length).toBeGreaterThan(5);
  });

  it('have no Chinese for a title that does not exist', () => {
    const unused = Object.keys(lab.testTitles ?? {}).filter((title) => {
      const { [title]: _, ...others } = lab.testTitles ?? {};
      const without = translator(others);
      return titles.every((each) => testTitle(each) === without(each));
    });
    expect(unused).toEqual([]);
  });

  it('keep their own titles in English', () => {
    const { testTitle: english } = labTexts(lab, 'en');
    expect(titles.map(english)).toEqual(titles);
  });
});

/** Names that are the same in Chinese. */
const same = new Set(
  'false float16 float32 float64 int8 logit ms NaN p99 roofline'.split(' '),
);

/** The English words of what a Chinese reader sees and hears of a frame. */
function wordsOf(
  frame: Figure['frames'][number],
  terms: Readonly<Record<string, string>>,
): string[] {
  const options = { lang: 'zh-CN', translate: translator(terms) } as const;
  const svg = renderPlot([frame], 0, { id: 'figure', ...options });
  const { columns, rows } = plotTable(frame, options);
  return [
    svg.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]*>|&\w+;/g, ' '),
    describePlot(frame, options),
    options.translate(frame.data.caption ?? ''),
    ...columns,
    ...rows.flat(),
  ]
    .flatMap((text) => text.match(/\w+/g) ?? [])
    .filter((word) => /[a-z].*[a-z]/i.test(word))
    .filter((word) => !/^[0-9a-f]{8}$/.test(word))
    .map((word) => word.replace(/^\d+/, ''));
}

/** Every text in the data of a frame. */
function textsOf(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  const texts = Object.values(data).flatMap(textsOf);
  // Numbers of classes are shown as `label 0` and so on.
  const classes = 'labels' in data ? data.labels : [];
  const names = Array.isArray(classes) ? [...new Set(classes)] : [];
  return [...texts, ...names.map((name) => `label ${name}`)];
}

import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/lib/translator.ts';
import { plotTable } from '../../src/plots/data-table.ts';
import { describePlot } from '../../src/plots/describe.ts';
import { renderPlot } from '../../src/plots/render.ts';
import { parseFrame } from '../../src/plots/validate.ts';
import { labIds, loadLab } from './catalog.ts';
import { type Localized, nameOf, pathOf } from './lab.ts';

describe.each(labIds)('the lab %s', async (id) => {
  const lab = await loadLab(id);
  const { exercise, data } = lab;
  const { frames } = await runOnce(lab.files, '/main.ts');

  it('has every file that it names', () => {
    const names = Object.keys(lab.files).map(nameOf);
    expect(new Set(names).size, 'files of one name').toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...lab.tabs, ...lab.tests]));
    expect(lab.tabs[0]).toBe('main.ts');
    expect(new Set(lab.tabs).size).toBe(lab.tabs.length);
  });

  it('has a title in both languages, for itself and for each figure', () => {
    expect(Object.keys(lab.figures).sort()).toEqual(
      [...new Set(frames.map(({ name }) => name))].sort(),
    );
    for (const title of [lab.title, ...Object.values(lab.figures)]) {
      expectBothLanguages(title);
    }
  });

  it('draws frames that the page accepts, each with a caption', () => {
    for (const frame of frames) {
      expect(parseFrame(frame)).toEqual(frame);
      expect(frame.data.caption?.trim(), frame.name).toBeTruthy();
    }
  });

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

  it.runIf(data)('has the literals that take own data', () => {
    const code = lab.files[pathOf(lab, data?.file ?? '')];
    const lists = [data?.rows, data?.labels?.name, data?.figure?.centroids];
    for (const name of lists.filter((each) => each !== undefined)) {
      expect(code).toMatch(new RegExp(`\\bconst ${name}(: .+)? = \\[`));
    }
    if (data?.figure?.count !== undefined) {
      expect(code).toMatch(new RegExp(`\\bconst ${data.figure.count} = \\d`));
    }
    if (data?.figure !== undefined) {
      const { name } = data.figure;
      expect(frames.find((each) => each.name === name)?.kind).toBe('scatter');
    }
  });

  it.runIf(exercise)(
    'has an exercise whose hints and causes can be shown',
    { timeout: 20_000 },
    async () => {
      const { file = '', code = '', tests = [] } = exercise ?? {};
      expect(lab.tests).toEqual(expect.arrayContaining([...tests]));
      expect(code).not.toBe(lab.files[pathOf(lab, file)]);
      const { hints = [], causes = {} } = exercise ?? {};
      for (const text of [...hints, ...Object.values(causes)]) {
        expectBothLanguages(text);
      }
      const entries = tests.map((name) => pathOf(lab, name));
      const results = await runTests(lab.files, entries);
      const titles = new Set(results.map(({ name }) => name));
      const unknown = Object.keys(causes).filter((each) => !titles.has(each));
      expect(unknown, 'causes of no test').toEqual([]);
    },
  );
});

function expectBothLanguages(text: Localized): void {
  expect(text['zh-CN'].trim()).not.toBe('');
  expect(text.en.trim()).not.toBe('');
}

/** Names that are the same in Chinese. */
const same = new Set(
  'false float16 float32 float64 int8 logit ms NaN p99 roofline'.split(' '),
);

/** The English words of what a Chinese reader sees and hears of a frame. */
function wordsOf(
  frame: PlotFrame,
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

import { runOnce } from '@runnable-guide/sandbox/run-once';
import { runTests } from '@runnable-guide/sandbox/run-tests';
import { describe, expect, it } from 'vitest';
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
    'has Chinese for each task that its exercise leaves',
    () => {
      const tasks = exercise?.code.matchAll(/ yourTurn\(\s*'([^']+)'/g) ?? [];
      const names = Array.from(tasks, ([, task]) => task);
      expect(names.length).toBeGreaterThan(0);
      expect(Object.keys(exercise?.tasks ?? {}).sort()).toEqual(names.sort());
      for (const text of Object.values(exercise?.tasks ?? {})) {
        expect(text).toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it.runIf(exercise)(
    'has an exercise whose hints and causes can be shown',
    async () => {
      const { file = '', code = '', tests = [] } = exercise ?? {};
      expect(lab.tests).toEqual(expect.arrayContaining([...tests]));
      expect(code).not.toBe(lab.files[pathOf(lab, file)]);
      const { hints = [], causes = {} } = exercise ?? {};
      for (const text of [...hints, ...Object.values(causes)]) {
        expectBothLanguages(text);
        for (const words of Object.values(text)) {
          expect(words.split('`').length % 2, `pairs of \` in ${words}`).toBe(
            1,
          );
        }
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

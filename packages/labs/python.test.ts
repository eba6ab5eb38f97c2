import {
  preparePython,
  runPython,
} from '@runnable-guide/sandbox/python-session';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { loadPyodide } from 'pyodide';
import { expect, it } from 'vitest';
import { labIds, loadLab } from './catalog.ts';
import { pathOf } from './lab.ts';

type Outbox = Parameters<typeof preparePython>[1];
type Frame = Parameters<Outbox['frame']>[0];
type Report = Parameters<Outbox['report']>[0];

const labs = await Promise.all(
  labIds.map(async (id) => ({ id, lab: await loadLab(id) })),
);
const withPython = labs.flatMap(({ id, lab }) =>
  lab.python === undefined ? [] : [{ id, lab, python: lab.python }],
);

it('there is Python for each coding question', () => {
  expect(withPython.map(({ id }) => id).sort()).toEqual([
    'decision-tree',
    'k-means',
    'neural-network',
  ]);
});

it.each(withPython)('$id shows files that it has', ({ python }) => {
  expect(pathOf(python, 'main.py')).toBe('/main.py');
  for (const name of [...python.tabs, ...python.tests]) {
    expect(python.files[pathOf(python, name)]).toMatch(/\S/);
  }
});

it.each(withPython)(
  '$id draws what its TypeScript edition draws, and passes its tests',
  async ({ id, lab, python }) => {
    const frames: Frame[] = [];
    const reports: Report[] = [];
    const pyodide = await loadPyodide({ stdout: () => {} });
    preparePython(pyodide, {
      report: (report) => void reports.push(report),
      frame: (frame) => void frames.push(frame),
      line: () => {},
    });
    const command = {
      type: 'run',
      modules: python.files,
      offered: [] as string[],
    } as const;
    runPython(pyodide, { ...command, mode: 'program', entries: ['/main.py'] });
    expect(reports).toEqual([]);

    const expected = (await runOnce(lab.files, '/main.ts')).frames;
    if (id === 'neural-network') {
      // Its weights come from another generator: same figures, other numbers.
      const names = (all: Frame[]) => new Set(all.map(({ name }) => name));
      expect(names(frames)).toEqual(names(expected));
      const last = frames.at(-1);
      const [loss] = last?.kind === 'line' ? last.data.series : [];
      expect(loss?.points.at(-1)?.[1]).toBeLessThan(0.01);
    } else {
      expect(frames).toEqual(expected);
    }

    const entries = python.tests.map((name) => pathOf(python, name));
    runPython(pyodide, { ...command, mode: 'tests', entries });
    const ends = reports.flatMap((report) =>
      report.type === 'test' &&
      report.test.status !== 'idle' &&
      report.test.status !== 'running'
        ? [report.test]
        : [],
    );
    expect(ends.length).toBeGreaterThan(8);
    expect(ends.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(reports.filter(({ type }) => type === 'error')).toEqual([]);
  },
  60_000,
);

import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import type { Lab } from '@runnable-guide/labs/lab';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { describe, expect, it } from 'vitest';
import { parseCsvData } from '~/lib/csv-data';
import { addFrames } from '~/lib/figures';
import { readLabData, shapeOf, withCsv } from './lab-data';

/** What the program of a lab draws of the reader's own data. */
async function drawn(id: LabId, text: string) {
  const lab = await loadLab(id);
  const csv = await read(lab, text);
  if ('code' in csv) {
    throw new Error(`The CSV is refused: ${csv.code}`);
  }
  const state = readLabData(lab, lab.files);
  const path = state?.path ?? '';
  const code = state && withCsv(lab.files[path] ?? '', state.data, csv);
  const files = { ...lab.files, [path]: code ?? '' };
  const { lines, frames } = await runOnce(files, '/main.ts');
  const figures = addFrames([], frames);
  expect(figures.filter(({ broken }) => broken !== undefined)).toEqual([]);
  const last = (name: string) =>
    figures.find((figure) => figure.name === name)?.frames.at(-1);
  return { lines: lines.map((line) => line.text), last };
}

async function read(lab: Lab, text: string) {
  const state = readLabData(lab, lab.files);
  if (state === null) {
    throw new Error('The lab has no data of its own');
  }
  return parseCsvData(text, shapeOf(state));
}

describe('own data in the decision tree', () => {
  it('grows a tree of three classes, and says so', async () => {
    const csv = '1,a\n2,a\n3,b\n4,b\n5,c\n6,c';
    const { lines, last } = await drawn('decision-tree', csv);
    expect(lines[0]).toContain('feature 0 <= 2.5  [2 2 2] impurity 0.6667');
    expect(last('article-tree')?.data).toMatchObject({
      classes: ['class 0', 'class 1', 'class 2'],
      caption: 'Splits made: 2.',
    });
    // Between six different values there are five places to cut.
    expect(last('article-splits')?.data).toMatchObject({
      caption: 'All possible first splits: 5.',
    });
  });

  it('takes rows of several features', async () => {
    const csv = '0,0,0,a\n0,1,5,b\n1,0,0,a\n1,1,5,b';
    const { last } = await drawn('decision-tree', csv);
    // The second feature parts the classes as well as the third: the first
    // of them is asked.
    expect(last('article-tree')?.data).toMatchObject({
      root: { label: 'feature 1 <= 0.5' },
      caption: 'Splits made: 1.',
    });
  });

  it.each(['1,a', '1,a\n1,b', '1,0\n2,19\n3,0'])('draws %j', async (csv) => {
    await expect(drawn('decision-tree', csv)).resolves.toBeDefined();
  });

  it('shows the best eight of many splits', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `${i},${i},${i % 3}`);
    const { last } = await drawn('decision-tree', rows.join('\n'));
    const frame = last('article-splits');
    expect(frame?.data.caption).toBe(
      'The best 8 of 3998 possible first splits.',
    );
    expect(frame?.kind === 'table' && frame.data.rows).toHaveLength(8);
  });
});

describe('own data in the neural network', () => {
  it('draws the boundary where the inputs lie', async () => {
    const csv = '10,20,yes\n30,25,no\n12,18,yes\n35,28,no';
    const { last } = await drawn('neural-network', csv);
    // A quarter of the spans 25 and 10 beyond the inputs.
    expect(last('decision-boundary')?.data).toMatchObject({
      x: [3.75, 41.25],
      y: [15.5, 30.5],
    });
    expect(last('loss')?.data.caption).toMatch(/^The loss over the 4 examples/);
  });

  it('draws inputs on one line', async () => {
    const { last } = await drawn('neural-network', '2,1,0\n2,3,1');
    expect(last('decision-boundary')?.data).toMatchObject({ x: [1.75, 2.25] });
  });

  it('takes two classes', async () => {
    const lab = await loadLab('neural-network');
    expect(await read(lab, '0,0,a\n1,1,b\n\n0,1,c')).toEqual({
      code: 'label',
      row: 4,
      column: 3,
      text: 'c',
      limit: 2,
    });
  });
});

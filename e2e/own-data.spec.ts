import { readFileSync } from 'node:fs';
import { dictionaryOf, fill } from '../src/i18n/dictionary.ts';
import { type LabPage, openLab } from './support/lab-page.ts';
import { expect, test } from './support/test.ts';

const text = dictionaryOf('en');

async function paste(bench: LabPage, csv: string): Promise<void> {
  const panel = bench.root.locator('.pg-data-panel');
  if ((await panel.getAttribute('open')) === null) {
    await panel.locator('summary').click();
  }
  await panel.getByRole('textbox').fill(csv);
  await panel.getByRole('button', { name: text.dataUse }).click();
}

/** A download that a button of the figure starts, as text. */
async function saved(bench: LabPage, format: string): Promise<string> {
  const [download] = await Promise.all([
    bench.page.waitForEvent('download'),
    bench.root.getByRole('button', { name: format, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

function saying(bench: LabPage) {
  return bench.root.locator('.pg-data-panel').getByRole('status');
}

test('a pasted CSV is used by the same program', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await paste(bench, 'x,y\n0,0\n0,2\n10,10\n10,12\n');
  await expect(saying(bench)).toContainText(
    `${fill(text.dataApplied, { rows: 4 })} Row 1 was read as a header: x, y.`,
  );
  await bench.expectState('ready');
  await bench.show('code');
  await expect(bench.editor).toContainText('[10, 12]');
  // From [1, 1] and [1, 2]: two pairs, each 1 from its mean on both sides.
  await bench.showConsole();
  await expect(bench.log).toContainText('inertia');
  await bench.show('figure');
  await expect(bench.figure).toHaveAccessibleName(/4 points/);
});

test('a CSV file with class names is used by the decision tree', async ({
  page,
}) => {
  const bench = await openLab(page, 'decision-tree', 'en');
  const panel = bench.root.locator('.pg-data-panel');
  await panel.locator('summary').click();
  await panel.locator('input[type=file]').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('size,kind\n1,cat\n2,cat\n8,dog\n9,dog\n'),
  });
  await expect(saying(bench)).toContainText('0 = cat, 1 = dog');
  await bench.expectState('ready');
  await bench.showConsole();
  // Halfway between 2 and 8 the two kinds part.
  await expect(bench.log).toContainText('5');
  await bench.show('code');
  await expect(bench.editor).toContainText('[0, 0, 1, 1]');
});

test('the decision tree takes rows of several features', async ({ page }) => {
  const bench = await openLab(page, 'decision-tree', 'en');
  await paste(bench, '1,7,a\n2,7,a\n3,7,b\n4,7,b\n5,7,c\n6,7,c\n');
  await expect(saying(bench)).toContainText('0 = a, 1 = b, 2 = c');
  await bench.expectState('ready');
  await bench.show('figure');
  await bench.figureSwitch.nth(1).click();
  await expect(bench.root.locator('figcaption')).toHaveText('Splits made: 2.');
  await expect(bench.figure).toContainText('≤ 2.5');
  await expect(bench.figure).toContainText('class 2');
});

test('the network refuses a third class, and says so before', async ({
  page,
}) => {
  const bench = await openLab(page, 'neural-network', 'en');
  await paste(bench, '0,0,a\n1,1,b\n\n0.5,0.2,c\n');
  await expect(saying(bench)).toHaveText(
    'Row 4, column 3: the class “c” cannot be used. It must be an integer from 0 to 1 or a name, of at most 2 classes.',
  );
  await expect(bench.root.locator('.pg-data-panel > p').first()).toContainText(
    'at most 2 classes',
  );
  await bench.show('code');
  await expect(bench.editor).toContainText('[[0], [1], [1], [0]]');
});

test('a file that was opened is in the field as a whole, or not at all', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  const panel = bench.root.locator('.pg-data-panel');
  await panel.locator('summary').click();
  const open = (csv: string) =>
    panel.locator('input[type=file]').setInputFiles({
      name: 'points.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
  const rows = Array.from({ length: 1900 }, (_, i) => `${i}.123456,${i}.5`);
  await open(rows.join('\n'));
  const applied = fill(text.dataApplied, { rows: 1900 });
  await expect(saying(bench)).toHaveText(applied);
  await expect(panel.getByRole('textbox')).toHaveValue(rows.join('\n'));
  await panel.getByRole('button', { name: text.dataUse }).click();
  await expect(saying(bench)).toHaveText(applied);

  await open('1,2\n'.repeat(60_000));
  await expect(saying(bench)).toHaveText(
    'The CSV is longer than 200,000 characters.',
  );
  await expect(panel.getByRole('textbox')).toHaveValue('');
});

const malformed = [
  [
    'x,y\n1,2\n\n\n3,4\n5,abc\n',
    'csvNumber',
    { row: 6, column: 2, text: 'abc' },
  ],
  ['1,2\n3,abc\n', 'csvNumber', { row: 2, column: 2, text: 'abc' }],
  ['x,y\n1,2\n3\n', 'csvRagged', { row: 3, got: 1, expected: 2 }],
  ['1,2,3\n', 'csvWidth', { expected: 2, got: 3 }],
  ['x,y\n', 'csvEmpty', {}],
] as const;

for (const [csv, message, values] of malformed) {
  test(`a malformed CSV is explained: ${JSON.stringify(csv)}`, async ({
    page,
  }) => {
    const bench = await openLab(page, 'k-means', 'en');
    await paste(bench, csv);
    await expect(saying(bench)).toHaveText(fill(text[message], values));
    await bench.show('code');
    await expect(bench.editor).toContainText('[4, 5]');
  });
}

test('points are moved, added and deleted on the figure by keyboard', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).click();
  const first = bench.root.getByRole('button', { name: /^Point 1:/ });
  await expect(first).toHaveAccessibleName('Point 1: (1, 1)');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(first).not.toHaveAccessibleName('Point 1: (1, 1)');
  await expect(first).toBeFocused();
  const points = bench.root.getByRole('button', { name: /^Point \d+:/ });
  await expect(points).toHaveCount(8);
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(7);
  await bench.root.getByRole('button', { name: text.toolPoint }).click();
  await bench.root.getByRole('button', { name: text.addInMiddle }).click();
  await expect(points).toHaveCount(8);
  await bench.root.getByRole('button', { name: text.toolCentroid }).click();
  await bench.root.getByRole('button', { name: text.addInMiddle }).click();
  await bench.expectState('ready');
  await bench.show('code');
  await expect(bench.editor).toContainText('const k = 3;');
});

test('points that lie close together move by small steps', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await paste(bench, '0.011,0.012\n0.023,0.0341\n0.045,0.041\n0.052,0.031\n');
  await bench.expectState('ready');
  await bench.edit('main.ts', (code) =>
    code
      .replace(
        /const initialCentroids = [^;]+;/,
        'const initialCentroids = [[0.01, 0.012], [0.05, 0.04]];',
      )
      .replace(
        /const points = [^;]+;/,
        'const points = [[0.011, 0.012], [0.023, 0.0341], [0.045, 0.041]];',
      ),
  );
  await bench.expectState('ready');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).click();
  const point = bench.root.getByRole('button', { name: /^Point 2:/ });
  await point.focus();
  const at = async () => {
    const name = (await point.getAttribute('aria-label')) ?? '';
    return [...name.matchAll(/-?\d+\.\d+/g)].map(Number);
  };
  const [x = 0] = await at();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await at())[0]).toBeGreaterThan(x);
  const [right = 0] = await at();
  // One step of forty over an axis that is not much longer than the points.
  expect(right - x).toBeLessThan(0.004);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await at())[0]).toBeGreaterThan(right);
  await bench.show('code');
  await expect(bench.editor).toContainText(/\[0\.02\d+, 0\.0341\]/);
});

test('the last point may be deleted, and by the tool as well', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).click();
  const points = bench.root.getByRole('button', { name: /^Point \d+:/ });
  const named = (name: string) =>
    bench.root.getByRole('button', { name, exact: true });
  await points.last().focus();
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(7);
  await expect(named('Point 7: (4, 4)')).toBeFocused();
  await named(text.toolDelete).click();
  await points.nth(6).focus();
  await page.keyboard.press('Enter');
  await expect(points).toHaveCount(6);
  await expect(named('Point 6: (3, 4)')).toBeFocused();
  await points.first().focus();
  await page.keyboard.press('Space');
  await expect(points).toHaveCount(5);
  await expect(named('Point 1: (1, 2)')).toBeFocused();
});

test('a click on a point changes nothing, wherever it meets the point', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).click();
  const point = bench.root.getByRole('button', { name: /^Point 3:/ });
  await point.click({ position: { x: 4, y: 8 } });
  await expect(point).toHaveAccessibleName('Point 3: (2, 2)');
  // What is edited can be undone.
  await expect(bench.root.locator('.pg-undo')).toHaveCount(0);
});

test('a point is dragged', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByRole('button', { name: text.editPoints }).click();
  const last = bench.root.getByRole('button', { name: /^Point 8:/ });
  // Hovering waits until it stands still, and is under the pointer.
  await last.hover();
  const box = await last.boundingBox();
  if (box === null) {
    throw new Error('The handle is not drawn');
  }
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.down();
  await page.mouse.move(x - 40, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(last).not.toHaveAccessibleName('Point 8: (4, 5)');
  await bench.expectState('ready');
});

test('figure and data are exported', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await bench.show('figure');
  await bench.root.getByText(text.dataTable).click();
  const save = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bench.root.getByRole('button', { name: format, exact: true }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const svg = (await save('SVG')).toString();
  expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).not.toContain('var(--');
  const png = await save('PNG');
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(png.readUInt32BE(16)).toBe(960);
  const csv = (await save('CSV')).toString();
  expect(csv.split('\r\n').length).toBeGreaterThan(8);
});

test('all points are exported as numbers, a part of them is shown', async ({
  page,
}) => {
  const bench = await openLab(page, 'k-means', 'en');
  const rows = Array.from(
    { length: 2_000 },
    (_, i) => `-${i}.123456789,${i}e6`,
  );
  await paste(bench, rows.join('\n'));
  await expect(saying(bench)).toContainText('2000 rows');
  await bench.expectState('ready');
  await bench.show('figure');
  await bench.root.getByText(text.dataTable).click();
  await expect(bench.root.locator('.pg-data')).toContainText(
    '200 of 2002 rows and 4 of 4 columns, evenly spaced.',
  );
  const lines = (await saved(bench, 'CSV')).trim().split('\r\n');
  // A header and two centroids before them.
  expect(lines).toHaveLength(2_003);
  expect(lines.slice(3).map((line) => line.split(',').slice(1, 3))).toEqual(
    Array.from({ length: 2_000 }, (_, i) => [
      `-${i}.123456789`,
      String(i * 1e6),
    ]),
  );
});

test('a wide table keeps each number on one line', async ({ page }) => {
  const bench = await openLab(page, 'neural-network', 'en');
  await bench.show('figure');
  await bench.root.getByText(text.dataTable).click();
  // Its own line height, once, and the room above and below.
  const lines = await bench.root
    .locator('.pg-table td')
    .first()
    .evaluate((cell) => {
      const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(cell);
      const room =
        Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
      return (cell.clientHeight - room) / Number.parseFloat(lineHeight);
    });
  expect(Math.round(lines)).toBe(1);
});

test('a trained network is exported as JSON', async ({ page }) => {
  const bench = await openLab(page, 'neural-network', 'en');
  await bench.show('figure');
  await bench.figureSwitch.nth(1).click();
  await bench.root.getByText(text.dataTable).click();
  const model = JSON.parse(await saved(bench, 'JSON'));
  expect(model.layers).toEqual([2, 8, 1]);
  expect(model.weights[0]).toHaveLength(2);
  expect(model.weights[0][0]).toHaveLength(8);
  expect(
    model.model.layers.map((layer: { activation: string }) => layer.activation),
  ).toEqual(['tanh', 'sigmoid']);
});

test('a grown tree is exported with its features and thresholds', async ({
  page,
}) => {
  const bench = await openLab(page, 'decision-tree', 'en');
  await bench.show('figure');
  await bench.figureSwitch.nth(4).click();
  await bench.root.getByText(text.dataTable).click();
  const { model } = JSON.parse(await saved(bench, 'JSON'));
  expect(model).toMatchObject({ feature: 2, threshold: 2.45 });
  expect(model.left.counts).toEqual([50, 0, 0]);
});

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

function saying(bench: LabPage) {
  return bench.root.locator('.pg-data-panel').getByRole('status');
}

test('a pasted CSV is used by the same program', async ({ page }) => {
  const bench = await openLab(page, 'k-means', 'en');
  await paste(bench, 'x,y\n0,0\n0,2\n10,10\n10,12\n');
  await expect(saying(bench)).toContainText(
    fill(text.dataApplied, { rows: 4 }),
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

const malformed = [
  ['1,2\n3,abc\n', 'csvNumber', { row: 2, column: 2, text: 'abc' }],
  ['x,y\n1,2\n3\n', 'csvRagged', { row: 3, got: 1, expected: 2 }],
  ['1,2,3\n', 'csvWidth', { expected: 2, got: 3 }],
  ['x,y\n', 'csvEmpty', {}],
] as const;

for (const [csv, message, values] of malformed) {
  test(`a malformed CSV is explained: ${message}`, async ({ page }) => {
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

test('a trained network is exported as JSON', async ({ page }) => {
  const bench = await openLab(page, 'neural-network', 'en');
  await bench.show('figure');
  await bench.figureSwitch.nth(1).click();
  await bench.root.getByText(text.dataTable).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bench.root.getByRole('button', { name: 'JSON', exact: true }).click(),
  ]);
  const model = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(model.layers).toEqual([2, 8, 1]);
  expect(model.weights[0]).toHaveLength(2);
  expect(model.weights[0][0]).toHaveLength(8);
});

import { dictionaryOf } from '../src/i18n/dictionary.ts';
import { LabPage, openLab, sourceOf } from './support/lab-page.ts';
import { locales, pathOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const locale of locales) {
  const text = dictionaryOf(locale);

  test(`a link carries the edit and waits for the reader's word (${locale})`, async ({
    page,
    context,
  }) => {
    const bench = await openLab(page, 'k-means', locale);
    await bench.edit('main.ts', (code) =>
      code.replace(
        'const k = 2;',
        'const k = 2; console.log("from the link");',
      ),
    );
    await bench.expectState('ready');
    await bench.root.getByRole('button', { name: text.share }).click();
    await expect(bench.status).toContainText(text.shareCopied);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('#code=k-means.1.');
    // Saved, or it would be after the storage is cleared.
    await expect
      .poll(() => savedCode(page, 'k-means'))
      .toContain('from the link');

    // Somebody else: no storage in common.
    await page.evaluate(() => localStorage.clear());
    const other = await context.newPage();
    let letDiffCome = () => {};
    const diffMayCome = new Promise<void>((resolve) => {
      letDiffCome = resolve;
    });
    await other.route(/DiffView\.[^/]*\.js/, async (route) => {
      await diffMayCome;
      await route.continue();
    });
    await other.goto(link);
    const theirs = new LabPage(other, 'k-means', locale);
    // No button before its differences: it would move away under the pointer.
    await expect(theirs.root.locator('.pg-notice')).toHaveText(text.loading);
    const banner = theirs.root.getByRole('alert');
    await expect(banner).toHaveCount(0);
    letDiffCome();
    await expect(banner).toContainText(text.linkTitle);
    await expect(
      banner.locator('.cm-mergeView, .cm-editor').first(),
    ).toContainText('from the link');
    await expect(other.locator('iframe')).toHaveCount(0);
    // On a phone the output is behind another pane, and has no role there.
    await expect(theirs.root.locator('.pg-log')).not.toContainText(
      'from the link',
    );
    await expect(theirs.editor).not.toContainText('from the link');

    await banner.getByRole('button', { name: text.linkRun }).click();
    await theirs.expectState('ready');
    await theirs.showConsole();
    await expect(theirs.log).toContainText('from the link');
    expect(other.url()).not.toContain('#code');
  });
}

test('discarding a link leaves the reader’s own code alone', async ({
  page,
}) => {
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  await bench.edit('main.ts', (code) => `// shared\n${code}`);
  await bench.expectState('ready');
  await bench.root.getByRole('button', { name: text.share }).click();
  await expect(bench.status).toContainText(text.shareCopied);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await bench.write(`// my own\n${sourceOf('k-means', 'main.ts')}`);
  await expect.poll(() => savedCode(page, 'k-means')).toContain('// my own');

  await page.goto('about:blank');
  await page.goto(link);
  const banner = bench.root.getByRole('alert');
  await banner.getByRole('button', { name: text.linkDiscard }).click();
  await bench.expectState('ready');
  await expect(banner).toHaveCount(0);
  await expect(bench.editor).toContainText('// my own');
  expect(page.url()).not.toContain('#code');
});

test('the lines that embed a lab carry the edit', async ({ page, baseURL }) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  await bench.edit('main.ts', (code) => `// in a frame\n${code}`);
  await bench.expectState('ready');
  await bench.root.getByRole('button', { name: text.share }).click();
  await bench.status.getByRole('button', { name: text.embedCopy }).click();
  await expect(bench.status).toContainText(text.embedCopied);
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  const [, src = ''] = /^<iframe\n {2}src="([^"]*)"\n/.exec(lines) ?? [];
  const embedded = new URL('en/embed/k-means/', baseURL).href;
  expect(src.startsWith(`${embedded}#code=k-means.1.`)).toBe(true);
  await expect.poll(() => savedCode(page, 'k-means')).toContain('in a frame');

  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(src);
  const banner = bench.root.getByRole('alert');
  await expect(banner).toContainText(text.linkTitle);
  await expect(
    banner.locator('.cm-mergeView, .cm-editor').first(),
  ).toContainText('// in a frame');
  // From here, too, a link leads to the page in the guide.
  await banner.getByRole('button', { name: text.linkRun }).click();
  await bench.expectState('ready');
  await bench.root.getByRole('button', { name: text.share }).click();
  await expect(bench.status).toContainText(text.shareCopied);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const guide = new URL(pathOf('coding/k-means', 'en'), baseURL).href;
  expect(link.startsWith(`${guide}#code=k-means.1.`)).toBe(true);
});

const broken = [
  ['cut off', (link: string) => link.slice(0, -12), 'linkDamaged'],
  [
    'altered',
    (link: string) => `${link.slice(0, -30)}AAAA${link.slice(-26)}`,
    'linkDamaged',
  ],
  [
    'of a newer version',
    (link: string) => link.replace('.1.', '.2.'),
    'linkVersion',
  ],
] as const;

for (const [name, damage, message] of broken) {
  test(`a link that is ${name} is explained and nothing is lost`, async ({
    page,
  }) => {
    const text = dictionaryOf('en');
    const bench = await openLab(page, 'k-means', 'en');
    await bench.edit('main.ts', (code) => `// keep me\n${code}`);
    await bench.expectState('ready');
    await bench.root.getByRole('button', { name: text.share }).click();
    await expect(bench.status).toContainText(text.shareCopied);
    const link = await page.evaluate(() => navigator.clipboard.readText());

    await page.goto('about:blank');
    await page.goto(damage(link));
    await expect(bench.root.getByRole('alert')).toContainText(text[message]);
    await bench.root.getByRole('button', { name: text.close }).click();
    await expect(bench.editor).toContainText('// keep me');
  });
}

test('a link with files of another lab is refused', async ({ page }) => {
  const text = dictionaryOf('en');
  const { encodeShare } = await import('../src/lib/share-link.ts');
  const fragment = encodeShare({
    lab: 'k-means',
    edition: 'solution',
    files: { '/evil.ts': 'console.log("evil")' },
  });
  await page.goto(pathOf('coding/k-means', 'en') + fragment);
  const bench = new LabPage(page, 'k-means', 'en');
  await expect(bench.root.getByRole('alert')).toContainText(text.linkForeign);
});

test('code from a link takes the place of all own files, and these can be brought back', async ({
  page,
}) => {
  const text = dictionaryOf('en');
  const bench = await openLab(page, 'k-means', 'en');
  await bench.edit('k-means.ts', (code) => `// my own\n${code}`);
  await expect.poll(() => savedCode(page, 'k-means')).toContain('// my own');
  const { encodeShare } = await import('../src/lib/share-link.ts');
  const shared = `// shared\n${sourceOf('k-means', 'main.ts')}`;
  const fragment = encodeShare({
    lab: 'k-means',
    edition: 'solution',
    files: { '/main.ts': shared },
  });
  await page.goto('about:blank');
  await page.goto(pathOf('coding/k-means', 'en') + fragment);
  const banner = bench.root.getByRole('alert');
  await expect(banner).toContainText(text.linkReplaces);
  await banner.getByRole('button', { name: text.linkRun }).click();
  await bench.expectState('ready');
  await bench.open('k-means.ts');
  await expect(bench.editor).not.toContainText('// my own');
  await bench.open('main.ts');
  await bench.write(`// more\n${shared}`);
  await expect.poll(() => savedCode(page, 'k-means')).toContain('// more');

  await page.reload();
  await bench.bringIntoView();
  await bench.expectState('ready');
  const back = bench.root.getByRole('button', { name: text.bringBack });
  await back.click();
  await bench.open('k-means.ts');
  await expect(bench.editor).toContainText('// my own');
  await back.click();
  await bench.open('main.ts');
  await expect(bench.editor).toContainText('// more');
});

test('a link without changes asks for no decision', async ({ page }) => {
  const { encodeShare } = await import('../src/lib/share-link.ts');
  const fragment = encodeShare({
    lab: 'k-means',
    edition: 'solution',
    files: { '/main.ts': sourceOf('k-means', 'main.ts') },
  });
  await page.goto(pathOf('coding/k-means', 'en') + fragment);
  const bench = new LabPage(page, 'k-means', 'en');
  await bench.expectState('ready');
  await expect(bench.root.getByRole('alert')).toHaveCount(0);
});

const strays = [
  ['cut within the name of its lab', '#code=k-mea', 'linkDamaged'],
  ['cut before it', '#code=', 'linkDamaged'],
  ['for a lab of another page', null, 'linkForeign'],
] as const;

for (const [name, fragment, message] of strays) {
  test(`a link that is ${name} is explained by the first lab`, async ({
    page,
  }) => {
    const text = dictionaryOf('en');
    const { encodeShare } = await import('../src/lib/share-link.ts');
    const foreign = encodeShare({
      lab: 'decision-tree',
      edition: 'solution',
      files: { '/main.ts': 'console.log(1)' },
    });
    await page.goto(pathOf('coding/k-means', 'en') + (fragment ?? foreign));
    const bench = new LabPage(page, 'k-means', 'en');
    await expect(bench.root.getByRole('alert')).toContainText(text[message]);
    await bench.root.getByRole('button', { name: text.close }).click();
    await bench.expectState('ready');
    await expect(page.getByText(text[message])).toHaveCount(0);
  });
}

test('a change too large for a link is offered as a download', async ({
  page,
}) => {
  const text = dictionaryOf('zh-CN');
  const bench = await openLab(page, 'k-means');
  let noise = '';
  for (let i = 0; i < 4_000; i += 1) {
    noise += Math.sin(i).toString(36).slice(2, 10);
  }
  await bench.edit('main.ts', (code) => `${code}\n// ${noise}\n`);
  await bench.expectState('ready');
  await bench.root.getByRole('button', { name: text.share }).click();
  await expect(bench.status).toContainText(text.shareTooLong);
});

function savedCode(page: import('@playwright/test').Page, lab: string) {
  return page.evaluate(
    (key) => localStorage.getItem(key) ?? '',
    `guide.lab.${lab}`,
  );
}

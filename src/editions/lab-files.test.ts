import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { afterEach, describe, expect, it } from 'vitest';
import { putOtherFiles, readOtherFiles } from './lab-files.ts';

const folders: string[] = [];

async function folderWith(lab: string, html: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-files-'));
  folders.push(folder);
  await mkdir(join(folder, 'embed', lab), { recursive: true });
  await writeFile(join(folder, 'embed', lab, 'index.html'), html);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true });
  }
});

describe('the other files of a lab', () => {
  const page = (lab: string) =>
    fromHtml(
      `<p>a</p><div class="playground" data-lab="${lab}"><pre class="pg-file">first</pre><div class="pg-others">two.ts</div></div>`,
      { fragment: true },
    );

  it('come from the page that has the lab alone, in its order', async () => {
    const folder = await folderWith(
      'sums',
      '<pre class="pg-file">first</pre><pre class="pg-file">second</pre><pre class="pg-file">third</pre>',
    );
    const tree = page('sums');
    putOtherFiles(tree, await readOtherFiles(folder));
    expect(toHtml(tree)).toBe(
      '<p>a</p><div class="playground" data-lab="sums"><pre class="pg-file">first</pre><pre class="pg-file">second</pre><pre class="pg-file">third</pre></div>',
    );
  });

  it('are missed in words if the lab is unknown, or has one file only', async () => {
    const folder = await folderWith('one', '<pre class="pg-file">first</pre>');
    const files = await readOtherFiles(folder);
    expect(() => putOtherFiles(page('none'), files)).toThrow(/'none' lacks/);
    expect(() => putOtherFiles(page('one'), files)).toThrow(/'one' lacks/);
  });
});

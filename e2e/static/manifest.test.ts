import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { locales } from '../support/site.ts';
import { builtFiles, readBuilt } from './support/files.ts';
import {
  attribute,
  base,
  elements,
  parseHtml,
  readerPages,
} from './support/site.ts';

interface Manifest {
  id: string;
  scope: string;
  start_url: string;
  lang: string;
  name: string;
  short_name: string;
  display: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}

const manifests = builtFiles('**/*.webmanifest').map((file) => ({
  file,
  manifest: JSON.parse(readBuilt(file).toString('utf8')) as Manifest,
}));

const manifestLinks = readerPages().map(({ path, tree }) => ({
  path,
  hrefs: elements(tree)
    .filter((element) => attribute(element, 'rel') === 'manifest')
    .map((element) => attribute(element, 'href')),
}));

/** The file behind an address of the site, the base path left out. */
function fileOf(address: string): string {
  expect(address.startsWith(`${base}/`), address).toBe(true);
  return address.slice(base.length + 1);
}

describe.each(manifests)('$file', ({ file, manifest }) => {
  it('describes one app that covers the site and nothing else', () => {
    expect([manifest.id, manifest.scope]).toEqual([`${base}/`, `${base}/`]);
    expect(manifest.display).toBe('standalone');
    // Below the icon there is room for the short one alone.
    expect(manifest.short_name.length).toBeLessThan(20);
    expect(manifest.name.length).toBeGreaterThan(manifest.short_name.length);
  });

  it('starts at the home page of its language', () => {
    const html = readBuilt(`${fileOf(manifest.start_url)}index.html`);
    const [root] = elements(parseHtml(html.toString('utf8')));
    expect(root && attribute(root, 'lang')).toBe(manifest.lang);
  });

  it('is named by every page of its language', () => {
    const links = manifestLinks.filter(
      ({ path }) => path.startsWith('/en/') === file.startsWith('en/'),
    );
    expect(links.length).toBeGreaterThan(15);
    expect(
      links.filter(({ hrefs }) => String(hrefs) !== `${base}/${file}`),
    ).toEqual([]);
  });

  it.each(manifest.icons)('has the icon $src as it says', async (icon) => {
    const image = await sharp(readBuilt(fileOf(icon.src))).metadata();
    expect(`image/${image.format}`).toBe(icon.type);
    expect(`${image.width}x${image.height}`).toBe(icon.sizes);
    // Cut to a shape by the system: no transparent edge may show.
    const { isOpaque } = await sharp(readBuilt(fileOf(icon.src))).stats();
    expect(isOpaque).toBe(icon.purpose === 'maskable');
  });

  it('has what browsers ask for before they offer to install', () => {
    for (const size of ['192x192', '512x512']) {
      const purposes = manifest.icons
        .filter(({ sizes }) => sizes === size)
        .map(({ purpose }) => purpose);
      expect(purposes.sort()).toEqual(['any', 'maskable']);
    }
  });
});

it('there is one manifest for each language', () => {
  expect(manifests.map(({ manifest }) => manifest.lang).sort()).toEqual(
    [...locales].sort(),
  );
});

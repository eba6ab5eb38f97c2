import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import opentype, { type Font, type Path } from 'opentype.js';
import { fontOfWoff } from './woff.ts';

export type Weight = 400 | 500 | 700;

export interface Style {
  size: number;
  weight: Weight;
}

/** In order of choice; Noto Sans SC has no Greek. */
const families = ['noto-sans-sc', 'ibm-plex-sans'].map((family) => ({
  family,
  folder: dirname(
    createRequire(import.meta.url).resolve(`@fontsource/${family}/LICENSE`),
  ),
}));
const fonts = new Map<string, Font>();
const subsets = families.flatMap(readSubsets);

/** The outlines of a line of text, from its baseline at x and y. */
export function textPath(text: string, x: number, y: number, style: Style) {
  let left = x;
  let data = '';
  for (const { font, run } of runsOf(text, style.weight)) {
    data += pathData(font.getPath(run, left, y, style.size));
    left += font.getAdvanceWidth(run, style.size);
  }
  return data;
}

/** The library's own writer makes NaN of numbers such as 1e-14. */
function pathData({ commands }: Path): string {
  return commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const numbers = [x1, y1, x2, y2, x, y].filter((n) => n !== undefined);
      return type + numbers.map((n) => Math.round(n * 100) / 100).join(' ');
    })
    .join('');
}

export function textWidth(text: string, style: Style): number {
  return runsOf(text, style.weight).reduce(
    (sum, { font, run }) => sum + font.getAdvanceWidth(run, style.size),
    0,
  );
}

/** Pieces of the text that are in one file of the font. */
function runsOf(text: string, weight: Weight) {
  const runs: { font: Font; run: string }[] = [];
  for (const character of text) {
    const font = fontOf(character, weight);
    const last = runs.at(-1);
    if (last?.font === font) {
      last.run += character;
    } else {
      runs.push({ font, run: character });
    }
  }
  return runs;
}

/** @throws if the font has no glyph: a picture shows no empty boxes. */
function fontOf(character: string, weight: Weight): Font {
  const code = character.codePointAt(0) ?? 0;
  for (const { file, ranges } of subsets) {
    if (ranges.some(([from, to]) => from <= code && code <= to)) {
      const font = fontFile(`${file}-${weight}-normal.woff`);
      if (font.charToGlyphIndex(character) !== 0) {
        return font;
      }
    }
  }
  throw new Error(
    `No font has a glyph for '${character}' (U+${code.toString(16)}), ` +
      'which stands in a title, a description or a figure.',
  );
}

function fontFile(path: string): Font {
  const known = fonts.get(path);
  if (known !== undefined) {
    return known;
  }
  const font = opentype.parse(fontOfWoff(readFileSync(path)));
  fonts.set(path, font);
  return font;
}

/** Which characters each file of a font has; Latin letters come first. */
function readSubsets({ family, folder }: (typeof families)[number]) {
  const list: Record<string, string> = JSON.parse(
    readFileSync(`${folder}/unicode.json`, 'utf8'),
  );
  return Object.entries(list)
    .map(([key, text]) => ({
      name: key.replace(/[[\]]/g, ''),
      ranges: text.split(',').map((range) => {
        const [from = '', to = from] = range.trim().slice(2).split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    }))
    .sort((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'))
    .map(({ name, ranges }) => ({
      file: `${folder}/files/${family}-${name}`,
      ranges,
    }));
}

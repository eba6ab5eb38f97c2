import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { coreFonts } from '../../src/lib/fonts/core-fonts.ts';
import {
  charactersOf,
  packageFile,
  rangesOf,
} from '../../src/lib/fonts/font-files.ts';
import { builtFiles, readBuilt } from './support/files.ts';
import { builtPages } from './support/site.ts';

/** Fonts of formulas by the class that sets them: katex/dist/katex.css. */
const MATH_FONTS: [RegExp, string][] = [
  [/\bmathnormal\b/, 'Math-Italic'],
  [/\b(?:mathbb|amsrm|textbb)\b/, 'AMS-Regular'],
  [/\b(?:mathbf|textbf)\b/, 'Main-Bold'],
  [/\bmathcal\b/, 'Caligraphic-Regular'],
  [/\bdelimsizing size1\b|\bsmall-op\b|\bdelim-size1\b/, 'Size1-Regular'],
  [/\bdelimsizing size2\b|\blarge-op\b/, 'Size2-Regular'],
  [/\bdelimsizing size[34]\b|\bdelim-size4\b/, 'Size'],
];
const SKIPPED = /^(?:script|style|template|svg|iframe)$/;
const CODE = /^(?:code|pre|kbd|samp)$/;

/** Which characters a page sets in which font. */
function lettersOf(tree: Root): Map<string, Set<string>> {
  const letters = new Map<string, Set<string>>();
  const visit = (node: Root | Element, font: string) => {
    for (const child of node.children) {
      if (child.type === 'text') {
        const known = letters.get(font) ?? new Set();
        letters.set(font, known.union(new Set(child.value)));
      } else if (child.type === 'element' && !SKIPPED.test(child.tagName)) {
        const classes = [child.properties['className']].flat().join(' ');
        if (!classes.includes('katex-mathml')) {
          visit(child, fontOf(child.tagName, classes, font));
        }
      }
    }
  };
  visit(tree, 'text');
  return letters;
}

function fontOf(tagName: string, classes: string, above: string): string {
  if (classes.includes('katex-html')) {
    return 'Main-Regular';
  }
  if (/^(?:text|code)$/.test(above)) {
    return CODE.test(tagName) ? 'code' : above;
  }
  return MATH_FONTS.find(([mark]) => mark.test(classes))?.[1] ?? above;
}

const SOURCES = new Map([
  ['text', 'ibm-plex-sans-400'],
  ['code', 'jetbrains-mono-400'],
]);
const coreOf = (font: string) =>
  coreFonts.find(
    ({ name }) => name === (SOURCES.get(font) ?? `math-${font.toLowerCase()}`),
  );
const wholeOf = new Map(
  coreFonts.map(({ name, file }) => [name, charactersOf(packageFile(file))]),
);

/** The characters of a list of ranges. */
function spread(ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const code = range.replace(/^\s*U\+/i, '');
    const [from = 0, to = from] = (
      code.includes('?')
        ? [code.replaceAll('?', '0'), code.replaceAll('?', 'F')]
        : code.split('-')
    ).map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: to - from + 1 }, (_, i) =>
      String.fromCodePoint(from + i),
    );
  });
}

/** What makes browsers load a whole font for a page. */
function strangers(tree: Root): string[] {
  return [...lettersOf(tree)].flatMap(([font, letters]) => {
    const core = coreOf(font);
    if (core === undefined) {
      return [];
    }
    return [...letters]
      .filter(
        (letter) =>
          letter >= ' ' &&
          wholeOf.get(core.name)?.includes(letter) &&
          !core.characters.includes(letter),
      )
      .map((letter) => `${core.name}: ${letter}`);
  });
}

describe('core fonts', () => {
  it.each(builtPages())('have all that $path is set in', ({ path, tree }) => {
    expect(
      strangers(tree),
      `${path} has characters for which browsers load a whole font. Add them ` +
        'to the list in src/lib/fonts/core-fonts.ts.',
    ).toEqual([]);
  });

  it('are looked for in formulas', () => {
    const fonts = new Set(
      builtPages().flatMap(({ tree }) => [...lettersOf(tree).keys()]),
    );
    for (const { name } of coreFonts) {
      const [, font] = /^math-(.*)/.exec(name) ?? [];
      if (font !== undefined) {
        expect([...fonts].map((known) => known.toLowerCase())).toContain(font);
      }
    }
  });

  const styles = builtFiles('_astro/*.css')
    .map((file) => readBuilt(file).toString('utf8'))
    .join('');
  const faces = styles.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const rangesIn = (face: string) =>
    /unicode-range:\s*([^;}]*)/.exec(face)?.[1]?.toUpperCase();

  it.each(coreFonts)('$name is a face of its own', ({ name, characters }) => {
    const own = faces.filter((face) => face.includes(`/${name}.`));
    expect(own.length).toBeGreaterThan(0);
    for (const face of own) {
      expect(spread(rangesIn(face) ?? '')).toEqual(
        spread(rangesOf(characters)),
      );
    }
  });

  it.each(coreFonts.filter(({ axes }) => axes === undefined))(
    'leave the rest to the whole font: $name',
    ({ file, characters }) => {
      const name = file.replace(/^.*\/|\.woff2$/g, '');
      const [face = ''] = faces.filter((text) => text.includes(`/${name}.`));
      const rest = spread(rangesIn(face) ?? '');
      expect(rest.length).toBeGreaterThan(0);
      expect(new Set(charactersOf(packageFile(file)))).toEqual(
        new Set([...rest, ...characters]),
      );
      expect(rest.filter((letter) => characters.includes(letter))).toEqual([]);
    },
  );

  it('stand in every style sheet beside the whole fonts', () => {
    const sheets = builtFiles('_astro/*.css').map((file) => ({
      file,
      text: readBuilt(file).toString('utf8'),
    }));
    const text = coreFonts.filter(({ name }) => !name.startsWith('math-'));
    for (const { name, file: whole } of text) {
      const rest = whole.replace(/^.*\/|\.woff2$/g, '');
      const lacking = sheets.filter(
        (sheet) =>
          sheet.text.includes(`/${rest}.`) && !sheet.text.includes(`/${name}.`),
      );
      expect(
        lacking.map(({ file }) => file),
        'Import .astro/fonts/text.css as well: without it letters and digits ' +
          'are set in a font of the system.',
      ).toEqual([]);
    }
  });

  it.each(coreFonts)('$name has a glyph for each', ({ name, characters }) => {
    const [path = ''] = builtFiles(`_astro/${name}.*.woff2`);
    const glyphs = charactersOf(readBuilt(path));
    expect([...characters].filter((it) => !glyphs.includes(it))).toEqual([]);
  });
});

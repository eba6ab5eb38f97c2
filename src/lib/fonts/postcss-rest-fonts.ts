import { basename } from 'node:path';
import type { AtRule, Plugin } from 'postcss';
import { coreFonts } from './core-fonts.ts';
import { charactersOf, packageFile, rangesOf } from './font-files.ts';

/**
 * Leaves to whole fonts the characters that their core fonts lack. A face
 * without ranges is loaded for what it has no glyph for as well, such as the
 * Chinese of a page.
 */
export const restFonts: Plugin = {
  postcssPlugin: 'rest-fonts',
  AtRule: {
    'font-face': (face: AtRule) => {
      const text = face.toString();
      const core = coreFonts.find(({ file }) => text.includes(basename(file)));
      if (core !== undefined && !text.includes('unicode-range')) {
        const rest = [...charactersOf(packageFile(core.file))].filter(
          (character) => !core.characters.includes(character),
        );
        face.append({ prop: 'unicode-range', value: rangesOf(rest.join('')) });
      }
    },
  },
};

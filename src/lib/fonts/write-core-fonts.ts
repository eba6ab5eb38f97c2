import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { type CoreFont, coreFonts } from './core-fonts.ts';
import { packageFile, rangesOf } from './font-files.ts';

/** Writes the core fonts and their style sheets to .astro/fonts. */
export function writeCoreFonts(): AstroIntegration {
  return {
    name: 'core-fonts',
    hooks: {
      'astro:config:setup': async ({ config }) => {
        const folder = new URL('.astro/fonts/', config.root);
        await mkdir(folder, { recursive: true });
        for (const font of coreFonts) {
          const file = new URL(`${font.name}.woff2`, folder);
          await writeFile(file, await core(font));
        }
        const { text = [], math = [] } = Object.groupBy(
          coreFonts,
          ({ name }) => (name.startsWith('math-') ? 'math' : 'text'),
        );
        await writeFile(new URL('text.css', folder), text.map(faceOf).join(''));
        await writeFile(new URL('math.css', folder), math.map(faceOf).join(''));
      },
    },
  };
}

function faceOf({ name, family, weight, style, characters }: CoreFont): string {
  return `@font-face {
  font-family: "${family}";
  font-style: ${style ?? 'normal'};
  font-weight: ${weight ?? '400'};
  font-display: block;
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${rangesOf(characters)};
}
`;
}

function core(font: CoreFont): Promise<Buffer> {
  return subsetFont(packageFile(font.file), font.characters, {
    targetFormat: 'woff2',
    noLayoutClosure: !font.hasLigatures,
    ...(font.axes ? { variationAxes: font.axes } : {}),
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';

/** @param file From the name of its package on. */
export function packageFile(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(file));
}

/** The characters that a font has a glyph for. */
export function charactersOf(woff2: Buffer): string {
  const font = create(woff2);
  if (font.isCollection) {
    throw new Error('More than one font in a file');
  }
  return String.fromCodePoint(...font.characterSet);
}

/** As CSS writes them: `U+20-7E,U+B7`. */
export function rangesOf(characters: string): string {
  const codes = [...new Set(characters)]
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last !== undefined && code === last[1] + 1) {
      last[1] = code;
    } else {
      ranges.push([code, code]);
    }
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(([from, to]) =>
      from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`,
    )
    .join(',');
}

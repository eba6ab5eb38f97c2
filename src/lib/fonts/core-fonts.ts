/**
 * A face with the characters that pages are made of, next to the whole font,
 * which browsers load when a page has any other of its characters.
 */
export interface CoreFont {
  /** Of the file, in .astro/fonts. */
  name: string;
  file: string;
  family: string;
  weight?: string;
  style?: 'italic';
  characters: string;
  /** Of a variable font. */
  axes?: { wght: number };
  /** Ligatures are for prose: code shows the characters that were typed. */
  hasLigatures?: boolean;
}

const between = (from: string, to: string) => {
  const first = from.codePointAt(0) ?? 0;
  const length = (to.codePointAt(0) ?? 0) - first + 1;
  return String.fromCodePoint(...Array.from({ length }, (_, i) => first + i));
};
const LETTERS = between('A', 'Z') + between('a', 'z');
const ASCII = between(' ', '~');
const BRACKETS = '()[]{}';
const SIGNS = '×±¬ˉ′…ℓ∂∇∈−∗∞∣∥∼≈≡≤≥⊙⊤⋅⋆⋯⌈⌉⌊⌋←→⇒⟶⟹';
const PROSE = `${ASCII}\u{a0}·×±°²³¹µ÷−áèéóöüý′–—‘’“”…›\u{304}`;
const CODE = `${ASCII} ±−¹²³µ·×–—‘’“”…`;
const plex = (weight: string): CoreFont => ({
  name: `ibm-plex-sans-${weight}`,
  file: `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`,
  family: 'IBM Plex Sans',
  weight,
  characters: PROSE,
  hasLigatures: true,
});
const mono = (wght: number, weight: string): CoreFont => ({
  name: `jetbrains-mono-${wght}`,
  file: '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  family: 'JetBrains Mono Variable',
  weight,
  characters: CODE,
  axes: { wght },
});
const math = (
  font: string,
  characters: string,
  face: Pick<CoreFont, 'weight' | 'style'> = {},
): CoreFont => ({
  name: `math-${font.toLowerCase()}`,
  file: `katex/dist/fonts/KaTeX_${font}.woff2`,
  family: `KaTeX_${font.split('-')[0]}`,
  // Lines are measured by the first font that has a space.
  characters: ` ${characters}`,
  ...face,
});

export const coreFonts: readonly CoreFont[] = [
  plex('400'),
  plex('600'),
  mono(400, '100 500'),
  mono(600, '501 800'),
  math('Main-Regular', `${ASCII.replace('`', '')}\u{a0}\u{e020}ΔΣΦ${SIGNS}`),
  math('Main-Bold', LETTERS + between('0', '9'), { weight: '700' }),
  math('Math-Italic', `${LETTERS}αβγδεηθλμπρστφϕ`, { style: 'italic' }),
  math('AMS-Regular', 'CENPQRZ'),
  math('Size1-Regular', `${BRACKETS}∑∏∫`),
  math('Size2-Regular', `${BRACKETS}∑∏∫`),
];

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

const widths: readonly (readonly [RegExp, number])[] = [
  [wide, 1],
  [/[ijl.,:;'|! ·/]/, 0.33],
  [/[frtI()[\]{}\-⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/, 0.41],
  [/[csz"]/, 0.54],
  [/[mwMW@%…−+=≤≥<>×∞]/, 0.88],
  [/[A-Z]/, 0.7],
];

/**
 * Estimated width, after DejaVu Sans, which is wider than most fonts: without
 * a DOM there is no font to ask.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    ems += widths.find(([kind]) => kind.test(character))?.[1] ?? 0.63;
  }
  return ems * size;
}

/** How much wider the weight of emphasis is. */
export const boldFactor = 1.12;

/** Cuts text to a width, with an ellipsis in place of what is missing. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines no wider than `width`, at most `maximum` of them. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  maximum: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trim(), size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  const kept = lines.slice(0, maximum);
  if (lines.length > maximum) {
    kept[maximum - 1] = lines.slice(maximum - 1).join(' ');
  }
  return kept.map((each) => fitText(each, width, size));
}

/** Where a line may break: after a space, and around Han characters. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of text) {
    const isWide =
      wide.test(character) && !/[，。、；：）！？]/.test(character);
    if (isWide && word !== '') {
      found.push(word);
      word = '';
    }
    word += character;
    if (isWide || character === ' ') {
      found.push(word);
      word = '';
    }
  }
  if (word !== '') found.push(word);
  // A comparison sign stays with the number behind it.
  return found.reduce<string[]>((joined, piece) => {
    const last = joined.length - 1;
    if (/^[≤≥<>=] $/.test(joined[last] ?? '')) joined[last] += piece;
    else joined.push(piece);
    return joined;
  }, []);
}

import { type Style, textWidth } from './letters.ts';

const CLOSING = /^[，。、：；！？）》”’,.:;!?)\]%]/u;

/**
 * The text in lines no wider than `width`, at most `most` of them; the last
 * ends with an ellipsis if there is more. Chinese breaks between words and
 * never before a closing mark.
 */
export function linesOf(
  text: string,
  lang: string,
  style: Style,
  width: number,
  most: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, lang)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  lines.push(line.trimEnd());
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined) {
    kept[most - 1] = shortened(last, style, width);
  }
  return kept;
}

function piecesOf(text: string, lang: string): string[] {
  const words = new Intl.Segmenter(lang, { granularity: 'word' });
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const sticks =
      CLOSING.test(segment) ||
      segment === ' ' ||
      // Letters, hyphens and digits of one Latin word.
      (last !== undefined &&
        /[^\s\p{Script=Han}，。、：；！？（）《》“”]$/u.test(last) &&
        !/^[\s\p{Script=Han}（《“]/u.test(segment)) ||
      (last !== undefined && /[（《“]$/.test(last));
    if (last !== undefined && sticks) {
      pieces[pieces.length - 1] += segment;
    } else {
      pieces.push(segment);
    }
  }
  return pieces;
}

function shortened(line: string, style: Style, width: number): string {
  let kept = line.replace(/[，。、：；,.:;\s]+$/u, '');
  while (textWidth(`${kept}…`, style) > width) {
    kept = kept.slice(0, -1);
  }
  return `${kept}…`;
}

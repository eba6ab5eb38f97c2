import { tokensOfWord, wordsOf } from './words.ts';

/** A piece of a text, marked where the search hit it. */
export interface Piece {
  text: string;
  isHit: boolean;
}

type Span = readonly [start: number, end: number];

/** The whole text in pieces. */
export function markedText(text: string, tokens: ReadonlySet<string>): Piece[] {
  return pieces(text, hitSpans(text, tokens), 0, text.length);
}

/** Around its densest hits, about that long; its beginning without any. */
export function excerptOf(
  text: string,
  tokens: ReadonlySet<string>,
  length: number,
): Piece[] {
  const spans = hitSpans(text, tokens);
  const covered = ([from]: Span) =>
    new Set(
      spans
        .filter(([start, end]) => start >= from && end <= from + length)
        .map(([start, end]) => text.slice(start, end).toLowerCase()),
    ).size;
  const best = spans.reduce<Span | undefined>(
    (chosen, span) =>
      chosen === undefined || covered(span) > covered(chosen) ? span : chosen,
    undefined,
  );
  const start = startBefore(text, best?.[0] ?? 0, Math.round(length / 3));
  const end = wordEnd(text, Math.min(text.length, start + length));
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...pieces(text, spans, start, end),
    ...(end < text.length ? [{ text: '…', isHit: false }] : []),
  ];
}

/** The line of a program that says most about a hit, with its file. */
export function codeExcerpt(
  files: Readonly<Record<string, string>>,
  tokens: ReadonlySet<string>,
): { file: string; pieces: Piece[] } | undefined {
  let best: { file: string; line: string; worth: number } | undefined;
  for (const [file, code] of Object.entries(files)) {
    for (const line of code.split('\n')) {
      const worth = worthOf(line, tokens);
      if (worth > (best?.worth ?? 0)) {
        best = { file, line, worth };
      }
    }
  }
  return (
    best && {
      file: best.file,
      pieces: excerptOf(best.line.trim(), tokens, 90),
    }
  );
}

/**
 * One long name says more than its parts apart, and where it is declared more
 * than where it is used or imported.
 */
function worthOf(line: string, tokens: ReadonlySet<string>): number {
  const hits = new Set(
    [...wordsOf(line)]
      .flatMap((word) => (word.isHan ? word.parts : tokensOfWord(word)))
      .filter((token) => tokens.has(token)),
  );
  const worth = [...hits].reduce((sum, { length }) => sum + length ** 2, 0);
  const isDeclaration = /^\s*(?:export )?(?:function|const|def|class)\b/.test(
    line,
  );
  const isAside = /^\s*(?:import\b|\/?\*|\/\/|#|})/.test(line);
  return worth * (isAside ? 1 : isDeclaration ? 3 : 2);
}

function pieces(
  text: string,
  spans: readonly Span[],
  from: number,
  to: number,
): Piece[] {
  const result: Piece[] = [];
  let position = from;
  const add = (end: number, isHit: boolean) => {
    if (end > position) {
      result.push({ text: text.slice(position, end), isHit });
      position = end;
    }
  };
  for (const [start, end] of spans) {
    if (end > from && start < to) {
      add(Math.min(start, to), false);
      add(Math.min(end, to), true);
    }
  }
  add(to, false);
  return result;
}

/** Where the tokens stand, neighbours joined. */
function hitSpans(text: string, tokens: ReadonlySet<string>): Span[] {
  const spans: [number, number][] = [];
  const add = (start: number, end: number) => {
    const last = spans.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      spans.push([start, end]);
    }
  };
  for (const word of wordsOf(text)) {
    if (word.isHan) {
      let place = word.start;
      for (const part of word.parts) {
        if (tokens.has(part)) {
          add(place, place + part.length);
        }
        place += [...part][0]?.length ?? 1;
      }
    } else if (tokensOfWord(word).some((token) => tokens.has(token))) {
      add(word.start, word.end);
    }
  }
  return spans;
}

/** Latin words are not cut; Han characters may be. */
const isInside = (text: string, at: number) =>
  /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) &&
  !/\p{Script=Han}/u.test(text.slice(at - 1, at + 1));

/** Where the sentence begins, or a word if the sentence is long. */
function startBefore(text: string, hit: number, most: number): number {
  if (hit <= most) {
    return 0;
  }
  const lead = text.slice(hit - most, hit);
  const sentence = /^.*(?:[。！？；]|[.!?;] )/su.exec(lead)?.[0].length ?? 0;
  let start = hit - most + sentence;
  while (start > 0 && isInside(text, start)) {
    start -= 1;
  }
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isInside(text, end)) {
    end += 1;
  }
  return end;
}

import type { searchTexts } from '~/i18n/search-texts';
import { element } from '~/lib/element';
import {
  codeExcerpt,
  excerptOf,
  markedText,
  type Piece,
} from '~/lib/search/excerpt';
import type { Hit } from '~/lib/search/search-engine';
import { sitePath } from '~/lib/site-path';

type Texts = (typeof searchTexts)['en'];

/** One result: kind and place, heading, and the words around the hit. */
export function resultItem(
  { record, tokens, typed }: Hit,
  texts: Texts,
): Element {
  const { kind, path, title, page = '', text, files } = record;
  const isEnglish = kind === 'reference' || /^\/en\//.test(path);
  const code =
    kind === 'lab' && files
      ? (codeExcerpt(files, typed) ?? codeExcerpt(files, tokens))
      : undefined;
  const length = isEnglish ? 150 : 80;
  const place = element(
    'span',
    { class: 'search-place' },
    element('span', { class: `search-kind is-${kind}` }, texts.kinds[kind]),
    page,
  );
  const heading = element(
    'span',
    { class: 'search-title' },
    ...marked(markedText(title, tokens)),
  );
  const words = code
    ? element(
        'span',
        { class: 'search-code' },
        element('b', {}, code.file),
        element('code', {}, ...marked(code.pieces)),
      )
    : element(
        'span',
        { class: 'search-text' },
        ...marked(excerptOf(text, tokens, length)),
      );
  if (kind === 'reference') {
    heading.lang = 'en';
    words.lang = 'en';
  }
  return element(
    'li',
    {},
    element('a', { href: sitePath(path) }, place, heading, words),
  );
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isHit }) => (isHit ? element('mark', {}, text) : text));

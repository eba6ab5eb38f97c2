import type { searchTexts } from '~/i18n/search-texts';
import { element } from '~/lib/element';
import type { Hit } from '~/lib/search/search-engine';
import { type Kind, kinds } from '~/lib/search/search-record';

type Texts = (typeof searchTexts)['en'];

/** A button for each kind among the hits, and one for all; none for one kind. */
export function kindChoice(
  hits: readonly Hit[],
  chosen: Kind | undefined,
  texts: Texts,
  choose: (kind: Kind | undefined) => void,
): Element[] {
  const counts = new Map<Kind, number>();
  for (const { record } of hits) {
    counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  }
  if (counts.size < 2) {
    return [];
  }
  const button = (kind: Kind | undefined, name: string, count: number) => {
    const made = element(
      'button',
      { type: 'button', 'aria-pressed': String(kind === chosen) },
      name,
      ' ',
      element('small', {}, String(count)),
    );
    made.addEventListener('click', () => choose(kind));
    return made;
  };
  return [
    button(undefined, texts.all, hits.length),
    ...kinds
      .filter((kind) => counts.has(kind))
      .map((kind) => button(kind, texts.kinds[kind], counts.get(kind) ?? 0)),
  ];
}

import { escapeMarkup } from '../../src/lib/escape-markup.ts';
import type { Book, Place } from './book.ts';

/**
 * The contents as a list of lists: parts, their chapters, their sections.
 *
 * @param after markup at the end of each link
 */
export function contentsList(book: Book, after = ''): string {
  const link = ({ href, title }: Place) =>
    `<a href="${href}">${escapeMarkup(title)}${after}</a>`;
  const parts = Map.groupBy(book.chapters, ({ part, id }) => part || id);
  const items = [...parts.values()].flatMap((chapters) => {
    const own = chapters.map((chapter) =>
      item(
        link(chapter),
        chapter.sections.map((section) => item(link(section))),
      ),
    );
    const part = chapters[0]?.part ?? '';
    return part === ''
      ? own
      : [item(`<span>${escapeMarkup(part)}</span>`, own)];
  });
  return listOf(items);
}

function item(head: string, below: readonly string[] = []): string {
  return `<li>${head}${below.length === 0 ? '' : listOf(below)}</li>`;
}

const listOf = (items: readonly string[]) => `<ol>${items.join('')}</ol>`;

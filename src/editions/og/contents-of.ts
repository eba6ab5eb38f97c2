import type { Root } from 'hast';
import { findClass, findTag, textOf } from '../hast.ts';

/** What a card shows of a page that has no figure. */
export interface Contents {
  rows: readonly string[];
  /** Sections come one after the other; entries of a list do not. */
  isNumbered: boolean;
}

const MOST = 8;

/**
 * The sections of a page; of one that lists entries by their initials, or of
 * one with a single section, some of what is listed. No rows if there is
 * nothing that would tell of the page.
 */
export function contentsOf(content: Root): Contents {
  const names = (headings: ReturnType<typeof findTag>) =>
    headings.map((heading) => textOf(heading).replace(/\s+/g, ' ').trim());
  const entries = findClass(content, 'lookup-name');
  const sections = findTag(content, 'h2');
  if (entries.length > 0) {
    const links = entries.flatMap((entry) => findTag(entry, 'a').slice(0, 1));
    return { rows: spread(names(links)), isNumbered: false };
  }
  if (sections.length > 1) {
    return { rows: names(sections).slice(0, MOST), isNumbered: true };
  }
  const parts = names(findTag(content, 'h3'));
  return { rows: parts.slice(0, MOST), isNumbered: false };
}

/** Some of a long list, from its beginning to its end. */
function spread(rows: readonly string[]): string[] {
  const step = Math.max(1, rows.length / MOST);
  return Array.from(
    { length: Math.min(MOST, rows.length) },
    (_, place) => rows[Math.floor(place * step)] ?? '',
  );
}

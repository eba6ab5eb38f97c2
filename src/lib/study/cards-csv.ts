import Papa from 'papaparse';
import type { StudyCard } from './cards';

/** The cards as CSV with a heading row, for spreadsheets and other programs. */
export function cardsCsv(cards: readonly StudyCard[]): string {
  const rows = cards.map(({ id, question, answer, page, href, sources }) => ({
    id,
    question,
    answer,
    page,
    link: href,
    source: sources
      .map(({ name, url }) => (url === undefined ? name : `${name} ${url}`))
      .join('; '),
  }));
  // Excel reads UTF-8 only with a byte order mark.
  return `\uFEFF${Papa.unparse(rows)}\r\n`;
}

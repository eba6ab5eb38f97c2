export interface Place {
  /** Id of the heading; empty above the first. */
  heading: string;
  title: string;
}

const HEADING = /^#{2,6} (.+?)\s*\[#([\w-]+)\]$/;

/** The text of each heading that has an id, by that id. */
export function headingsIn(mdx: string): Map<string, string> {
  const found = mdx.split('\n').map((line) => HEADING.exec(line) ?? []);
  return new Map(found.map(([, title = '', id = '']) => [id, plain(title)]));
}

/** The headings below which a page in MDX cites each source, by its id. */
export function citationsIn(mdx: string): Map<string, Place[]> {
  const cited = new Map<string, Place[]>();
  let place: Place = { heading: '_top', title: '' };
  for (const line of mdx.split('\n')) {
    const [, title, heading] = HEADING.exec(line) ?? [];
    if (title !== undefined && heading !== undefined) {
      place = { heading, title: plain(title) };
    }
    for (const [, id = ''] of line.matchAll(/<Cite id="([^"]+)"/g)) {
      const places = cited.get(id) ?? [];
      if (places.at(-1) !== place) {
        places.push(place);
      }
      cited.set(id, places);
    }
  }
  return cited;
}

/** The heading as text: without marks of emphasis, code and formulas. */
function plain(markdown: string): string {
  return markdown.replace(/[*`$]/g, '').trim();
}

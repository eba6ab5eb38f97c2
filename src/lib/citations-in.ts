export interface Place {
  /** Id of the heading; empty above the first. */
  heading: string;
  title: string;
}

/** The headings below which a page in MDX cites each source, by its id. */
export function citationsIn(mdx: string): Map<string, Place[]> {
  const cited = new Map<string, Place[]>();
  let place: Place = { heading: '_top', title: '' };
  for (const line of mdx.split('\n')) {
    const [, title, heading] =
      /^#{2,6} (.+?)\s*\[#([\w-]+)\]$/.exec(line) ?? [];
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

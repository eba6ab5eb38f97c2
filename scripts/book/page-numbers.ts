/**
 * The number of the page of each place that a link leads to, read from a PDF
 * as Chromium writes it: its objects are text, the names of places a
 * dictionary.
 *
 * @throws Error if the file is written in another way
 */
export function pageNumbers(pdf: Buffer): Map<string, number> {
  const text = pdf.toString('latin1');
  const [, root] = /\/Type \/Catalog[^>]*?\/Pages (\d+) 0 R/.exec(text) ?? [];
  const order = root === undefined ? [] : pagesBelow(text, root);
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const places = new Map<string, number>();
  for (const [, name = '', id = ''] of text.matchAll(
    /\/([\w-]+) \[(\d+) 0 R \/XYZ /g,
  )) {
    const number = numbers.get(id);
    if (number !== undefined) {
      places.set(name, number);
    }
  }
  if (places.size === 0) {
    throw new Error('The PDF names no places in a way that is known.');
  }
  return places;
}

/** The pages of a tree of pages, or the page itself, in their order. */
function pagesBelow(text: string, id: string): string[] {
  const start = text.indexOf(`\n${id} 0 obj\n`);
  const object = text.slice(start, text.indexOf('\nendobj', start));
  const [, kids] = /\/Kids \[([^\]]*)\]/.exec(object) ?? [];
  return kids === undefined
    ? [id]
    : Array.from(kids.matchAll(/(\d+) 0 R/g)).flatMap(([, kid = '']) =>
        pagesBelow(text, kid),
      );
}

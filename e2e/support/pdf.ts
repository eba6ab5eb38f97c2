import { inflateSync } from 'node:zlib';

/** The pages of a PDF as Chromium writes it: objects as text, in their order. */
export function pdfPages(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return Array.from(
    text.matchAll(/\/Type \/Page\n[\s\S]*?endobj/g),
    ([page]) => page,
  );
}

/** How many signs of a text are drawn on each page. */
export function glyphsOfPages(pdf: Buffer): number[] {
  return pdfPages(pdf).map((page) => {
    const [, id = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
    const drawing = streamOf(pdf, id);
    // A sign is two bytes, written as four digits.
    return Array.from(drawing.matchAll(/<([\dA-F]+)>/gi)).reduce(
      (count, [, digits = '']) => count + digits.length / 4,
      0,
    );
  });
}

function streamOf(pdf: Buffer, id: string): string {
  const start = pdf.indexOf('stream\n', pdf.indexOf(`\n${id} 0 obj\n`)) + 7;
  const stream = pdf.subarray(start, pdf.indexOf('\nendstream', start));
  // A blank page has an empty one.
  return stream.length > 0 ? inflateSync(stream).toString('latin1') : '';
}

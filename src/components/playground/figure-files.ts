/** Properties that a figure takes from the page's style sheet. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'stop-color',
];

const PNG_SCALE = 2;

/** The picture as a file of its own: what it looks like now, no style sheet. */
export function svgOfFigure(svg: Element): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    const element = copies[index];
    for (const property of INLINED) {
      element?.setAttribute(
        property,
        style.getPropertyValue(property).replaceAll('"', "'"),
      );
    }
    element?.removeAttribute('class');
    element?.removeAttribute('style');
  }
  const [, , width = 480, height = 320] = viewBoxOf(svg);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('aria-hidden');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', backgroundOf(svg));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as pixels, at twice the size. */
export async function pngOfFigure(svg: Element): Promise<Blob> {
  const [, , width = 480, height = 320] = viewBoxOf(svg);
  const image = new Image();
  const source = encodeURIComponent(svgOfFigure(svg));
  image.src = `data:image/svg+xml;charset=utf-8,${source}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('No PNG')) : resolve(blob),
    );
  });
}

/** RFC 4180: quoted where a comma, a quote or a line break demands it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function viewBoxOf(svg: Element): number[] {
  return (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
}

function backgroundOf(element: Element): string {
  for (
    let current: Element | null = element;
    current !== null;
    current = current.parentElement
  ) {
    const color = getComputedStyle(current).backgroundColor;
    if (color !== 'rgba(0, 0, 0, 0)' && color !== 'transparent') {
      return color;
    }
  }
  return 'white';
}

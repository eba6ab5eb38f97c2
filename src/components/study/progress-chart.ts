import { type Parts, readiness } from '~/lib/study/page-standing';

export interface ChartRow {
  title: string;
  parts: Parts;
}

const NS = 'http://www.w3.org/2000/svg';
const ROW = 46;
const BAR = 10;
const GAP = 4;
/** Kept free for the number at the end of a line. */
const PERCENT = 48;
/** About as wide as they are at 14 px. */
const HAN = 14;
const LATIN = 7;

/** A bar a page; each part that the page has fills its own place in it. */
export function progressChart(
  rows: readonly ChartRow[],
  width: number,
  label: string,
): SVGSVGElement {
  const svg = element('svg', {
    viewBox: `0 0 ${width} ${rows.length * ROW}`,
    width,
    height: rows.length * ROW,
    role: 'img',
    'aria-label': label,
  }) as SVGSVGElement;
  rows.forEach(({ title, parts }, index) => {
    const top = index * ROW;
    const percent = `${Math.round(readiness(parts) * 100)}%`;
    svg.append(
      text(shortened(title, width - PERCENT), { x: 0, y: top + 18 }),
      text(percent, { x: width, y: top + 18, class: 'percent' }),
      ...bar(parts, width, top + 27),
    );
  });
  return svg;
}

function bar(parts: Parts, width: number, y: number): Element[] {
  const present = Object.entries(parts).filter(
    ([, share]) => share !== undefined,
  );
  const slot = (width - GAP * (present.length - 1)) / present.length;
  return present.flatMap(([part, share = 0], place) => {
    const box = { x: place * (slot + GAP), y, height: BAR, rx: 3 };
    const track = element('rect', { ...box, width: slot, class: 'track' });
    const fill = element('rect', {
      ...box,
      width: slot * share,
      'data-part': part,
    });
    return share > 0 ? [track, fill] : [track];
  });
}

/** As much of a title as fits; the table below has all of it. */
function shortened(title: string, width: number): string {
  let left = width;
  for (const [index, character] of [...title].entries()) {
    left -= character > '\u2e80' ? HAN : LATIN;
    if (left < 0) {
      return `${[...title]
        .slice(0, index - 1)
        .join('')
        .trimEnd()}…`;
    }
  }
  return title;
}

function text(content: string, attributes: Record<string, string | number>) {
  const node = element('text', attributes);
  node.textContent = content;
  return node;
}

function element(
  name: string,
  attributes: Record<string, string | number>,
): Element {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, String(value));
  }
  return node;
}

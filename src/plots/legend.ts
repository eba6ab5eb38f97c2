import type { Context } from './context.ts';
import { fitText, textWidth } from './measure.ts';
import {
  classColour,
  fontSize,
  isClass,
  lineHeight,
  markPath,
} from './style.ts';
import { el, type Markup } from './svg.ts';

export interface LegendItem {
  text: string;
  /** The mark, centred on a point; absent for words alone. */
  mark?: (x: number, y: number) => Markup;
  markWidth?: number;
}

const gap = 18;

/** Items from left to right in as many rows as they need. */
export function legend(
  items: readonly LegendItem[],
  top: number,
  width: number,
): { height: number; markup: Markup | undefined } {
  if (items.length === 0) return { height: 0, markup: undefined };
  let x = 0;
  let row = 0;
  const drawn: Markup[] = [];
  for (const { text, mark, markWidth = 16 } of items) {
    const markSpace = mark ? markWidth + 6 : 0;
    const shown = fitText(text, width - markSpace, fontSize);
    const itemWidth = markSpace + textWidth(shown, fontSize);
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      row += 1;
    }
    const y = top + row * (lineHeight + 2) + lineHeight / 2;
    if (mark) drawn.push(mark(x + markWidth / 2, y));
    drawn.push(el('text', { x: x + markSpace, y: y + fontSize * 0.35 }, shown));
    x += itemWidth + gap;
  }
  return {
    height: (row + 1) * (lineHeight + 2) + 6,
    markup: el('g', { class: 'plot-legend' }, drawn),
  };
}

const mostClasses = 10;

/** The classes among the labels of a whole animation, so that they stay. */
export function classItems(
  labels: readonly number[],
  { translate, words }: Context,
): LegendItem[] {
  const classes = [...new Set(labels.filter(isClass))].sort((a, b) => a - b);
  const items: LegendItem[] = classes.slice(0, mostClasses).map((label) => {
    const key = `label ${label}`;
    const name = translate(key);
    return {
      text: name === key ? words.label + label : name,
      mark: (x, y) =>
        el('path', { d: markPath(label, x, y, 6.5), fill: classColour(label) }),
    };
  });
  if (classes.length > mostClasses) items.push({ text: '…' });
  return items;
}

import type { TreeNode } from '@runnable-guide/sandbox/plot';
import { boldFactor, fitText, textWidth, wrapText } from './measure.ts';
import {
  classColour,
  fontSize,
  grid,
  ink,
  lineHeight,
  muted,
} from './style.ts';
import { el, type Markup } from './svg.ts';

type Translate = (text: string) => string;

/** The text block of a node, with its class counts as a bar below. */
export interface Card {
  /** Above the block: the answer that leads here. */
  branch: string;
  label: string[];
  detail: string[];
  counts: readonly number[];
  isLeaf: boolean;
  height: number;
}

const barHeight = 9;
const indent = 8;

export function cardOf(
  node: TreeNode,
  width: number,
  translate: Translate,
): Card {
  const room = width - indent;
  const text = (source: string | undefined) => signs(translate(source ?? ''));
  const branch = fitText(text(node.branch), width, fontSize);
  const label = wrapText(text(node.label), room / boldFactor, fontSize, 4);
  const detail = wrapText(text(node.detail), room, fontSize, 2);
  const counts = drawableCounts(node);
  const lines = Math.max(label.length, 1) + detail.length + (branch ? 1 : 0);
  const bar = counts.length > 0 ? barHeight + 7 + lineHeight : 0;
  return {
    branch,
    label,
    detail,
    counts,
    isLeaf: (node.children ?? []).length === 0,
    height: lines * lineHeight + bar + 4,
  };
}

/** Counts that can be lengths; none when there is nothing to share. */
export function drawableCounts(node: TreeNode): number[] {
  const counts = (node.counts ?? []).map((n) => (n > 0 && n < 1e150 ? n : 0));
  return sum(counts) > 0 ? counts : [];
}

export function cardMark(
  card: Card,
  x: number,
  top: number,
  width: number,
): Markup {
  const head = card.branch ? lineHeight : 0;
  let y = top + head + 2;
  const row = (text: string, fill: string, weight?: string) => {
    y += lineHeight;
    return el(
      'text',
      { x: x + indent, y: y - 5, fill, 'font-weight': weight },
      text,
    );
  };
  return el(
    'g',
    {},
    card.branch
      ? el('text', { x, y: top + fontSize - 2, fill: muted }, card.branch)
      : undefined,
    stripe(x, top + head, card.height - head, card.counts, card.isLeaf),
    card.label.map((text) => row(text, ink, '600')),
    card.detail.map((text) => row(text, muted)),
    card.counts.length > 0
      ? [
          countBar(card.counts, x + indent, y + 3, width - indent, barHeight),
          el(
            'text',
            { x: x + indent, y: y + barHeight + lineHeight, fill: muted },
            countsText(card.counts, width - indent),
          ),
        ]
      : undefined,
  );
}

/** The left edge of a node; of a leaf in the colour of its largest class. */
export function stripe(
  x: number,
  y: number,
  height: number,
  counts: readonly number[],
  isLeaf: boolean,
): Markup {
  const largest =
    counts.length > 0 ? counts.indexOf(Math.max(...counts)) : undefined;
  const fill = isLeaf ? classColour(largest) : grid;
  return el('rect', { x, y, width: 3, height, rx: 1.5, fill });
}

/** Shares of the classes as lengths, in the order of the classes. */
export function countBar(
  counts: readonly number[],
  x: number,
  y: number,
  width: number,
  height: number,
): Markup {
  const total = sum(counts);
  let left = x;
  return el(
    'g',
    {},
    counts.map((count, label) => {
      const length = (count / total) * width;
      const start = left;
      left += length;
      if (count === 0) return undefined;
      return el('rect', {
        x: start,
        y,
        width: Math.max(length - 1, 0.8),
        height,
        fill: classColour(label),
      });
    }),
  );
}

export function countsText(counts: readonly number[], width: number): string {
  const texts = counts.map((count) => String(Number(count.toPrecision(4))));
  const airy = texts.join(' · ');
  if (textWidth(airy, fontSize) <= width) return airy;
  return fitText(texts.join('·'), width, fontSize);
}

/** Comparison signs of programs as those of print. */
export function signs(text: string): string {
  return text.replaceAll('<=', '≤').replaceAll('>=', '≥');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

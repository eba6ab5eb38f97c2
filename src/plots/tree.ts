import type { TreeData, TreeNode } from '@runnable-guide/sandbox/plot';
import {
  type HierarchyNode,
  type HierarchyPointNode,
  hierarchy,
  tree as tidyTree,
} from 'd3-hierarchy';
import { canvas } from './canvas.ts';
import type { Context } from './context.ts';
import { type LegendItem, legend } from './legend.ts';
import { classColour, lineHeight, muted } from './style.ts';
import { el, type Markup, path } from './svg.ts';
import { type Card, cardMark, cardOf } from './tree-card.ts';
import { outline } from './tree-outline.ts';

/** A node with its text block, placed: the root is at the left. */
export interface PlacedCard {
  card: Card;
  x: number;
  /** Top of the block. */
  y: number;
  width: number;
}

interface CardNode {
  node: TreeNode;
  card: Card;
  children: CardNode[];
}

const narrowest = 92;
const gap = 24;

export function tree(
  frames: readonly TreeData[],
  data: TreeData,
  context: Context,
): Markup {
  const { width } = context;
  const key = legend(legendItems(frames, context), 0, width);
  const depth = Math.max(...frames.map(({ root }) => rooted(root).height));
  const cardWidth = Math.min((width - depth * gap) / (depth + 1), 190);
  if (cardWidth < narrowest) {
    return outline(frames, data, context, key);
  }
  const layouts = frames.map(({ root }) => placed(root, cardWidth, context));
  const height = Math.max(...layouts.map((layout) => layout.height));
  const own = placed(data.root, cardWidth, context);
  const shift = key.height + 4 + (height - own.height) / 2;
  const used = (depth + 1) * cardWidth + depth * gap;
  return canvas(
    context,
    'tree',
    key.height + height + 8,
    key.markup,
    el(
      'g',
      {
        transform: `translate(${Math.round((width - used) / 2)} ${Math.round(shift)})`,
      },
      own.links,
      own.cards.map(({ card, x, y, width }) => cardMark(card, x, y, width)),
    ),
  );
}

/** Blocks of one tree in a column per depth; none overlaps another. */
export function placed(root: TreeNode, cardWidth: number, context: Context) {
  const withCard = (node: TreeNode): CardNode => ({
    node,
    card: cardOf(node, cardWidth, context.translate),
    children: (node.children ?? []).map(withCard),
  });
  const cards = hierarchy(withCard(root), (each) => each.children);
  const nodes = tidyTree<CardNode>()
    .nodeSize([1, cardWidth + gap])
    .separation((a, b) => (a.data.card.height + b.data.card.height) / 2 + 12)(
      cards,
    )
    .descendants();
  const tops = nodes.map((node) => node.x - node.data.card.height / 2);
  const bottoms = nodes.map((node) => node.x + node.data.card.height / 2);
  const first = Math.min(...tops);
  const cardsPlaced = nodes.map(
    (node): PlacedCard => ({
      card: node.data.card,
      x: node.y,
      y: node.x - node.data.card.height / 2 - first,
      width: cardWidth,
    }),
  );
  const all = nodes.filter((node) => node.parent);
  return {
    height: Math.max(...bottoms) - first,
    cards: cardsPlaced,
    links: all.map((node) => link(node, first, cardWidth)),
  };
}

/** As thick as the share of the samples that go this way. */
function link(
  node: HierarchyPointNode<CardNode>,
  first: number,
  cardWidth: number,
): Markup {
  const { parent } = node;
  const [x, y] = [(parent?.y ?? 0) + cardWidth + 2, (parent?.x ?? 0) - first];
  const branch = node.data.card.branch ? lineHeight / 2 : 0;
  const [toX, toY] = [node.y - 2, node.x - first + branch];
  const bend = (x + toX) / 2;
  return el('path', {
    d: path('M', x, y, 'C', bend, y, bend, toY, toX, toY),
    fill: 'none',
    stroke: muted,
    'stroke-opacity': '0.45',
    'stroke-width': 1.5 + 8 * sampleShare(node),
  });
}

function sampleShare(node: HierarchyNode<CardNode>): number {
  const count = (each: HierarchyNode<CardNode>) =>
    each.data.card.counts.reduce((total, n) => total + n, 0);
  const all = count(node.ancestors().at(-1) ?? node);
  return all > 0 ? Math.min(count(node) / all, 1) : 0;
}

function legendItems(
  frames: readonly TreeData[],
  { translate }: Context,
): LegendItem[] {
  const classes = frames.find((frame) => frame.classes)?.classes ?? [];
  return classes.map((name, index) => ({
    text: translate(name),
    markWidth: 14,
    mark: (x, y) =>
      el('rect', {
        x: x - 7,
        y: y - 7,
        width: 14,
        height: 14,
        fill: classColour(index),
      }),
  }));
}

function rooted(root: TreeNode): HierarchyNode<TreeNode> {
  return hierarchy(root, (node) => node.children);
}

import type { TreeData, TreeNode } from '@runnable-guide/sandbox/plot';
import { type HierarchyNode, hierarchy } from 'd3-hierarchy';
import { canvas } from './canvas.ts';
import type { Context } from './context.ts';
import type { legend } from './legend.ts';
import { boldFactor, fitText } from './measure.ts';
import { fontSize, ink, lineHeight, muted } from './style.ts';
import { el, type Markup, path } from './svg.ts';
import {
  countBar,
  countsText,
  drawableCounts,
  signs,
  stripe,
} from './tree-card.ts';

const rowHeight = 2 * lineHeight + 4;
const rowStep = rowHeight + 8;
const barWidth = 84;
const mostIndent = 24;

/** One node below the other, indented by depth: for trees of any shape. */
export function outline(
  frames: readonly TreeData[],
  data: TreeData,
  context: Context,
  key: ReturnType<typeof legend>,
): Markup {
  const roots = frames.map(({ root }) => hierarchy(root, (n) => n.children));
  const depth = Math.max(1, ...roots.map((root) => root.height));
  const count = Math.max(...roots.map((root) => root.descendants().length));
  const indent = Math.min(mostIndent, (context.width * 0.4) / depth);
  const nodes: HierarchyNode<TreeNode>[] = [];
  hierarchy(data.root, (node) => node.children).eachBefore((node) => {
    nodes.push(node);
  });
  const tops = new Map(nodes.map((node, index) => [node, index * rowStep]));
  return canvas(
    context,
    'tree',
    key.height + count * rowStep + 4,
    key.markup,
    el(
      'g',
      { transform: `translate(0 ${key.height + 4})` },
      nodes.map((node) => {
        const top = tops.get(node) ?? 0;
        const parentTop = node.parent ? tops.get(node.parent) : undefined;
        const x = node.depth * indent;
        return [
          parentTop === undefined
            ? undefined
            : elbow(x, indent, parentTop + rowHeight, top + 12),
          rowMark(node.data, x, top, context),
        ];
      }),
    ),
  );
}

function elbow(x: number, indent: number, from: number, to: number): Markup {
  return el('path', {
    d: path('M', x - indent + 1.5, from, 'V', to, 'H', x - 2),
    fill: 'none',
    stroke: muted,
    'stroke-opacity': '0.45',
  });
}

function rowMark(
  node: TreeNode,
  x: number,
  top: number,
  { translate, width }: Context,
): Markup {
  const text = (source: string | undefined) => signs(translate(source ?? ''));
  const branch = node.branch ? `${text(node.branch)}: ` : '';
  const counts = drawableCounts(node);
  const left = x + 9;
  const second = left + (counts.length > 0 ? barWidth + 8 : 0);
  const details = [
    text(node.detail),
    counts.length > 0 ? countsText(counts, width) : '',
  ].filter((part) => part !== '');
  const room = width - left;
  return el(
    'g',
    {},
    stripe(x, top, rowHeight, counts, (node.children ?? []).length === 0),
    el(
      'text',
      { x: left, y: top + lineHeight - 4, fill: ink, 'font-weight': '600' },
      fitText(branch + text(node.label), room / boldFactor, fontSize),
    ),
    counts.length > 0
      ? countBar(counts, left, top + lineHeight + 7, barWidth, 9)
      : undefined,
    el(
      'text',
      { x: second, y: top + 2 * lineHeight - 4, fill: muted },
      fitText(details.join(', '), width - second, fontSize),
    ),
  );
}

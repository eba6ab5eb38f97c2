import type { PlotFrame, TreeNode } from '@runnable-guide/sandbox/plot';
import { formatNumber } from './number.ts';
import { oddNumbers } from './odd-numbers.ts';
import { isClass } from './style.ts';
import { signs } from './tree-card.ts';
import type { Lang } from './words.ts';

export interface DescribeOptions {
  lang: Lang;
  translate?: (text: string) => string;
  /** Where the frame stands in its animation; index from 0. */
  position?: { index: number; count: number };
}

/** A figure in one to four sentences, for those who do not see it. */
export function describePlot(
  frame: PlotFrame,
  { lang, translate = (text) => text, position }: DescribeOptions,
): string {
  const say: Say = (zh, en) => (lang === 'en' ? en : zh);
  const sentences = [...kindSentences(frame, say, translate)];
  const odd = oddNumbers(frame);
  if (odd > 0) {
    const [noun, verb] = odd === 1 ? ['value is', 'is'] : ['values are', 'are'];
    sentences.push(
      say(
        `${odd}个数值不是有限数，没有画出`,
        `${odd} ${noun} not finite and ${verb} not drawn`,
      ),
    );
  }
  if (position && position.count > 1) {
    const [at, of] = [position.index + 1, position.count];
    sentences.push(say(`第${at}/${of}帧`, `Frame ${at} of ${of}`));
  }
  return lang === 'en'
    ? `${sentences.join('. ')}.`
    : `${sentences.join('。')}。`;
}

type Say = (zh: string, en: string) => string;
type Translate = (text: string) => string;

function kindSentences(frame: PlotFrame, say: Say, t: Translate): string[] {
  switch (frame.kind) {
    case 'scatter':
      return scatterSentences(frame.data, say, t);
    case 'line':
      return lineSentences(frame.data, say, t);
    case 'bars':
      return barsSentences(frame.data, say, t);
    case 'heatmap':
      return heatmapSentences(frame.data, say, t);
    case 'tree':
      return treeSentences(frame.data, say, t);
    case 'network':
      return networkSentences(frame.data, say);
    case 'table':
      return tableSentences(frame.data, say, t);
  }
}

type Data<K extends PlotFrame['kind']> = Extract<
  PlotFrame,
  { kind: K }
>['data'];

const mostListed = 6;

function list(items: readonly string[], say: Say): string {
  const shown = items.slice(0, mostListed);
  if (shown.length < items.length) shown.push(say('等', 'and more'));
  else if (shown.length > 1) {
    const last = shown.pop() ?? '';
    return `${shown.join(say('、', ', '))}${say('和', ' and ')}${last}`;
  }
  return shown.join(say('、', ', '));
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function pointText(point: readonly number[]): string {
  const [x = Number.NaN, y = Number.NaN] = point;
  return `(${formatNumber(x)}, ${formatNumber(y)})`;
}

function axes(
  data: { xLabel?: string; yLabel?: string },
  say: Say,
  t: Translate,
): string[] {
  const names = [
    data.xLabel &&
      data.xLabel !== 'x' &&
      say(`横轴为${t(data.xLabel)}`, `x: ${t(data.xLabel)}`),
    data.yLabel &&
      data.yLabel !== 'y' &&
      say(`纵轴为${t(data.yLabel)}`, `y: ${t(data.yLabel)}`),
  ].filter((name) => name);
  return names.length > 0 ? [names.join(say('，', ', '))] : [];
}

function scatterSentences(
  data: Data<'scatter'>,
  say: Say,
  t: Translate,
): string[] {
  const count = data.points.length;
  const groups = new Set((data.labels ?? []).filter(isClass)).size;
  const centroids = data.centroids ?? [];
  const isCluster = centroids.length > 0;
  let zh = `散点图，${count}个点`;
  let en = `Scatter plot of ${plural(count, 'point')}`;
  if (groups > 0) {
    zh += `分为${groups}${isCluster ? '簇' : '类'}`;
    en += isCluster
      ? ` in ${plural(groups, 'cluster')}`
      : ` in ${plural(groups, 'class', 'classes')}`;
  }
  if (isCluster) {
    const where = list(centroids.map(pointText), say);
    zh += `，质心在${where}`;
    en += `, ${centroids.length === 1 ? 'centroid' : 'centroids'} at ${where}`;
  }
  return [say(zh, en), ...axes(data, say, t)];
}

function lineSentences(data: Data<'line'>, say: Say, t: Translate): string[] {
  const count = data.series.length;
  const trends = data.series.slice(0, mostListed).flatMap((series) => {
    const points = series.points.filter(([, y]) => Number.isFinite(y));
    const [first, last] = [points[0]?.[1], points.at(-1)?.[1]];
    if (first === undefined || last === undefined) return [];
    const [from, to] = [formatNumber(first), formatNumber(last)];
    const name = t(series.name);
    if (from === to)
      return [say(`${name}保持${from}`, `${name} stays at ${from}`)];
    const rises = last > first;
    return [
      say(
        `${name}从${from}${rises ? '升' : '降'}到${to}`,
        `${name} ${rises ? 'rises' : 'falls'} from ${from} to ${to}`,
      ),
    ];
  });
  const log = data.yScale === 'log';
  const kind = say(
    `折线图${log ? '（对数纵轴）' : ''}，${count}条线`,
    `Line chart${log ? ' (log scale)' : ''} with ${plural(count, 'line')}`,
  );
  return [
    trends.length > 0
      ? kind + say('：', ': ') + trends.join(say('，', ', '))
      : kind,
    ...axes(data, say, t),
  ];
}

function barsSentences(data: Data<'bars'>, say: Say, t: Translate): string[] {
  const groups = data.series.slice(0, 3).map((series) => {
    const values = series.values
      .slice(0, 8)
      .map((value, i) => `${t(data.labels[i] ?? '')} ${formatNumber(value)}`);
    if (series.values.length > 8) values.push('…');
    const name = data.series.length > 1 ? t(series.name) + say('：', ': ') : '';
    return name + values.join(say('，', ', '));
  });
  const count = data.labels.length;
  const kind = say(
    `柱状图，${count}组`,
    `Bar chart of ${plural(count, 'group')}`,
  );
  const bars = groups.filter((text) => text).join(say('；', '; '));
  return [
    bars ? `${kind}${say('：', ': ')}${bars}` : kind,
    ...axes(data, say, t),
  ];
}

function heatmapSentences(
  data: Data<'heatmap'>,
  say: Say,
  t: Translate,
): string[] {
  const rows = data.values.length;
  const columns = data.values[0]?.length ?? 0;
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of data.values.flat()) {
    if (!Number.isFinite(value)) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  let zh = `热力图，${rows}行${columns}列`;
  let en = `Heatmap of ${plural(rows, 'row')} by ${plural(columns, 'column')}`;
  if (lowest <= highest) {
    const [from, to] = [formatNumber(lowest), formatNumber(highest)];
    zh += `，数值从${from}到${to}`;
    en += `, values from ${from} to ${to}`;
  }
  const count = data.points?.length ?? 0;
  if (count > 0) {
    zh += `，叠加${count}个点`;
    en += `, with ${plural(count, 'point')} on top`;
  }
  return [say(zh, en), ...axes(data, say, t)];
}

function treeSentences(data: Data<'tree'>, say: Say, t: Translate): string[] {
  let [nodes, leaves, depth] = [0, 0, 0];
  const visit = (node: TreeNode, level: number) => {
    const children = node.children ?? [];
    nodes += 1;
    depth = Math.max(depth, level);
    if (children.length === 0) leaves += 1;
    for (const child of children) visit(child, level + 1);
  };
  visit(data.root, 0);
  const root = signs(t(data.root.label));
  return [
    say(
      `树，${nodes}个节点，其中${leaves}个叶节点，深度${depth}，根节点为${root}`,
      `Tree of ${plural(nodes, 'node')}, ${plural(leaves, 'leaf', 'leaves')}, ` +
        `depth ${depth}, root: ${root}`,
    ),
  ];
}

function networkSentences(data: Data<'network'>, say: Say): string[] {
  const weights = data.weights.flat(2);
  const finite = weights.filter(Number.isFinite);
  const sizes = data.layers.join('-');
  let zh = `神经网络，各层单元数${sizes}，${weights.length}个权重`;
  let en = `Neural network ${sizes} with ${plural(weights.length, 'weight')}`;
  if (finite.length > 0) {
    const from = formatNumber(finite.reduce((a, b) => Math.min(a, b)));
    const to = formatNumber(finite.reduce((a, b) => Math.max(a, b)));
    zh += `，从${from}到${to}`;
    en += ` from ${from} to ${to}`;
  }
  return [say(zh, en)];
}

function tableSentences(data: Data<'table'>, say: Say, t: Translate): string[] {
  const [rows, columns] = [data.rows.length, data.columns.length];
  const names = data.columns.map(t);
  const kind = say(
    `表格，${rows}行${columns}列`,
    `Table of ${plural(rows, 'row')} and ${plural(columns, 'column')}`,
  );
  return [
    names.length > 0 ? `${kind}${say('：', ': ')}${list(names, say)}` : kind,
  ];
}

import type { PlotFrame, TreeNode } from '@runnable-guide/sandbox/plot';
import { describe, expect, test } from 'vitest';
import { plotTable, rawTable } from './data-table.ts';
import { describePlot } from './describe.ts';
import { textWidth } from './measure.ts';
import { formatNumber, formatTick } from './number.ts';
import { type RenderOptions, renderPlot } from './render.ts';
import { createRandom, frameOf, sampleFrames, samples } from './samples.ts';
import { logDomainOf, logScale } from './scale.ts';
import { fontSize } from './style.ts';
import { placed } from './tree.ts';
import { parseFrame } from './validate.ts';
import { wordsOf } from './words.ts';

const { NaN: nan } = Number;

function draw(frame: PlotFrame, options: Partial<RenderOptions> = {}): string {
  return renderPlot([frame], 0, { id: 'p', lang: 'en', ...options });
}

/** Every text of a figure with its anchor and place. */
function textsOf(html: string) {
  const found = html.matchAll(/<text([^>]*)>([^<]*)<\/text>/g);
  return [...found].map(([, attributes = '', text = '']) => {
    const value = (name: string) =>
      new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    return {
      text,
      x: Number(value('x')),
      y: Number(value('y')),
      anchor: value('text-anchor') ?? 'start',
    };
  });
}

function viewBox(html: string): number[] {
  const text = /viewBox="([^"]*)"/.exec(html)?.[1] ?? '';
  return text.split(' ').map(Number);
}

describe('markup', () => {
  const tag = /<\/?[a-z]+[A-Za-z]*( [a-z][\w-]*="[^"<>]*")*\/?>/gi;
  const evil = `"'><script>alert(1)</script>&amp; onload=x \u0000\u202e\ud800`;

  function poisoned<T>(value: T): T {
    if (typeof value === 'string') return evil as T;
    if (Array.isArray(value)) return value.map(poisoned) as T;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      key === 'yScale' ? item : poisoned(item),
    ]);
    return Object.fromEntries(entries) as T;
  }

  test.each(sampleFrames)('of a hostile $kind is only ours', (frame) => {
    const hostile = parseFrame({ ...frame, data: poisoned(frame.data) });
    if (typeof hostile === 'string') throw new Error(hostile);
    for (const translate of [(text: string) => text, () => evil]) {
      const html = draw(hostile, { id: evil, translate });
      const names = [...html.matchAll(tag)].map(([each]) =>
        each.replace(/^<\/?([a-z]+).*$/is, '$1'),
      );
      expect(names).not.toContain('script');
      expect(html.replaceAll(tag, '')).not.toMatch(/[<>"]/);
      expect(html.replaceAll(tag, '')).not.toMatch(
        /[\0\u202e]|&(?![a-z#\d]+;)/,
      );
      expect(html).not.toMatch(/<[^>]* on\w+=/);
    }
  });

  test.each(sampleFrames)('of $kind is the same twice', (frame) => {
    expect(draw(frame)).toBe(draw(structuredClone(frame)));
  });

  test.each(sampleFrames)('of $kind has balanced elements', (frame) => {
    const html = draw(frame);
    const open: string[] = [];
    for (const [, close, name = '', self] of html.matchAll(
      /<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g,
    )) {
      if (self) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('has ids that start with the given one, and are used', () => {
    for (const frame of sampleFrames) {
      const html = draw(frame, { id: 'k-means-3' });
      for (const [, id] of html.matchAll(/ id="([^"]*)"/g)) {
        expect(id).toMatch(/^k-means-3-/);
      }
      for (const [, id] of html.matchAll(/url\(#([^)]*)\)/g)) {
        expect(html).toContain(`id="${id}"`);
      }
    }
  });

  test('takes colours from custom properties only', () => {
    for (const frame of sampleFrames) {
      const bare = draw(frame).replaceAll(/var\(--plot-[\w-]+, #\w{6}\)/g, '');
      expect(bare).not.toMatch(/#[\da-f]{3,8}\b|rgb\(|="(?:black|white|red)"/i);
    }
  });

  test('asks for words of the reader', () => {
    const translate = (text: string) =>
      ({ loss: '损失', training: '训练', 'label 0': '第一簇' })[text] ?? text;
    const line = draw(frameOf('line', samples.line), { translate });
    expect(line).toContain('>损失<');
    expect(line).toContain('>训练<');
    const options = { translate, lang: 'zh-CN' } as const;
    const scatter = draw(frameOf('scatter', samples.scatter), options);
    expect(scatter).toContain('>第一簇<');
    expect(scatter).toContain('>标签1<');
    expect(scatter).toContain('>质心<');
  });
});

describe('frames of an animation', () => {
  const part = (html: string, name: string) =>
    new RegExp(`<g class="plot-${name}">.*?</g>`).exec(html)?.[0];

  test('of scatter keep scales and size', () => {
    const frames = [0, 100, -5].map((shift) =>
      frameOf('scatter', {
        points: [
          [shift, shift],
          [shift + 1, shift + 2],
        ],
        labels: [0, shift > 0 ? 1 : 0],
      }),
    );
    const drawn = frames.map((_, i) => renderPlot(frames, i, { id: 'p' }));
    for (const html of drawn) {
      expect(viewBox(html)).toEqual(viewBox(drawn[0] ?? ''));
      expect(part(html, 'x')).toBe(part(drawn[0] ?? '', 'x'));
      expect(part(html, 'y')).toBe(part(drawn[0] ?? '', 'y'));
      expect(part(html, 'legend')).toBe(part(drawn[0] ?? '', 'legend'));
    }
    expect(new Set(drawn).size).toBe(3);
  });

  test('of heatmap keep the colour of a value', () => {
    const frames = [
      frameOf('heatmap', { values: [[1, 2]] }),
      frameOf('heatmap', { values: [[10, 2]] }),
    ];
    const fillOfTwo = frames.map((_, i) => {
      const html = renderPlot(frames, i, { id: 'p' });
      return /fill="([^"]*)" d="M1 0h1v1h-1z"/.exec(html)?.[1];
    });
    expect(fillOfTwo[0]).toBeDefined();
    expect(fillOfTwo[0]).toBe(fillOfTwo[1]);
  });

  test('of network keep the thickness of a weight', () => {
    const frames = [[1], [10]].map((weights) =>
      frameOf('network', { layers: [1, 1], weights: [[weights]] }),
    );
    const widths = frames.map((_, i) => {
      const html = renderPlot(frames, i, { id: 'p' });
      return Number(/stroke-width="([\d.]+)"><title>/.exec(html)?.[1]);
    });
    expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 3);
  });

  test('of line, bars and tree keep their size', () => {
    const short = { label: 'all', counts: [3] };
    const animations = [
      [
        frameOf('line', { series: [{ name: 'a', points: [[0, 1]] }] }),
        frameOf('line', samples.line),
      ],
      [
        frameOf('bars', {
          labels: ['a'],
          series: [{ name: 'a', values: [1] }],
        }),
        frameOf('bars', samples.bars),
      ],
      [frameOf('tree', { root: short }), frameOf('tree', samples.tree)],
    ];
    for (const frames of animations) {
      const [first, second] = frames.map((_, i) =>
        viewBox(renderPlot(frames, i, { id: 'p' })),
      );
      const [, , firstWidth, firstHeight = 0] = first ?? [];
      const [, , secondWidth, secondHeight = 0] = second ?? [];
      expect(firstWidth).toBe(secondWidth);
      expect(firstHeight).toBe(secondHeight);
    }
  });
});

describe('numbers that are not finite', () => {
  test('are left out of the figure and counted in its description', () => {
    const frame = frameOf('scatter', {
      points: [
        [1, 1],
        [nan, 1],
        [2, Infinity],
        [3, 3],
      ],
      centroids: [[nan, nan]],
    });
    const html = draw(frame);
    expect(html).not.toMatch(/NaN|Infinity/);
    const marks = html.match(
      /<path d="[^"]*" fill="[^"]*" stroke="var\(--plot-1/g,
    );
    expect(marks).toHaveLength(2);
    expect(describePlot(frame, { lang: 'en' })).toContain(
      '3 values are not finite and are not drawn.',
    );
    expect(describePlot(frame, { lang: 'zh-CN' })).toContain(
      '3个数值不是有限数，没有画出。',
    );
  });

  test('do not move the axes', () => {
    const points = [
      [0, 0],
      [1, 1],
    ];
    const clean = draw(frameOf('scatter', { points }));
    const dirty = draw(
      frameOf('scatter', { points: [...points, [nan, 900], [900, nan]] }),
    );
    expect(dirty).toBe(clean);
  });

  test('are gaps in a line, words among bars, hatched in a heatmap', () => {
    const points = [
      [0, 1],
      [1, 2],
      [2, nan],
      [3, 2],
      [4, 1],
    ];
    const line = draw(frameOf('line', { series: [{ name: 'a', points }] }));
    const d = /<path d="(M[^"]*)" fill="none" stroke="var\(--plot-1/.exec(line);
    expect(d?.[1]?.match(/M/g)).toHaveLength(2);
    const values = [nan, 1];
    const bars = draw(
      frameOf('bars', { labels: ['a', 'b'], series: [{ name: 's', values }] }),
    );
    expect(bars).toContain('>NaN<');
    const heatmap = draw(frameOf('heatmap', { values: [[nan, 1]] }));
    expect(heatmap).toContain('fill="url(#p-nan)"');
  });

  test('include zero on a logarithmic axis', () => {
    const points = [
      [0, 1],
      [1, 0],
    ];
    const frame = frameOf('line', {
      series: [{ name: 'a', points }],
      yScale: 'log',
    });
    expect(describePlot(frame, { lang: 'en' })).toContain('1 value is not');
  });
});

describe('degenerate data', () => {
  const point = [2, 2];
  const degenerate: [string, PlotFrame][] = [
    ['no points', frameOf('scatter', { points: [] })],
    ['one point', frameOf('scatter', { points: [point] })],
    ['equal points', frameOf('scatter', { points: Array(8).fill(point) })],
    ['points at zero', frameOf('scatter', { points: [[0, 0]] })],
    ['tiny points', frameOf('scatter', { points: [[1e-300, 5e-324]] })],
    [
      'points far apart',
      frameOf('scatter', {
        points: [
          [-1e149, 1e149],
          [1e149, -1e149],
          [1e308, -1e308],
        ],
      }),
    ],
    ['only NaN', frameOf('scatter', { points: [[nan, nan]] })],
    [
      'labels beyond the centroids',
      frameOf('scatter', {
        points: [point, point, point],
        labels: [7, -1, nan],
        centroids: [point],
        links: true,
      }),
    ],
    ['no series', frameOf('line', { series: [] })],
    [
      'an empty series',
      frameOf('line', { series: [{ name: '', points: [] }] }),
    ],
    ['a dot', frameOf('line', { series: [{ name: 'a', points: [point] }] })],
    [
      'a log scale below zero',
      frameOf('line', {
        series: [{ name: 'a', points: [[0, -1]] }],
        yScale: 'log',
      }),
    ],
    ['no bars', frameOf('bars', { labels: [], series: [] })],
    ['bars without series', frameOf('bars', { labels: ['a'], series: [] })],
    [
      'bars of zero',
      frameOf('bars', {
        labels: ['a', 'b'],
        series: [{ name: 's', values: [0, 0] }],
      }),
    ],
    [
      'a long bar name',
      frameOf('bars', {
        labels: ['word '.repeat(40), '字'.repeat(100)],
        series: [{ name: 's', values: [-1, 1], errors: [nan, 9] }],
      }),
    ],
    ['no cells', frameOf('heatmap', { values: [] })],
    ['empty rows', frameOf('heatmap', { values: [[], []] })],
    ['one cell', frameOf('heatmap', { values: [[3]] })],
    ['equal cells', frameOf('heatmap', { values: [[1, 1]], domain: [0, 0] })],
    [
      'flat ranges',
      frameOf('heatmap', { values: [[1]], x: [1, 1], y: [2, 2] }),
    ],
    ['a lone root', frameOf('tree', { root: { label: '' } })],
    [
      'counts without sum',
      frameOf('tree', { root: { label: 'a', counts: [0, nan, -1] } }),
    ],
    ['no layers', frameOf('network', { layers: [], weights: [] })],
    ['one layer', frameOf('network', { layers: [3], weights: [] })],
    ['an empty layer', frameOf('network', { layers: [0, 2], weights: [[]] })],
    [
      'zero weights',
      frameOf('network', { layers: [1, 1], weights: [[[0]]], biases: [[nan]] }),
    ],
    ['no columns', frameOf('table', { columns: [], rows: [] })],
    ['no rows', frameOf('table', { columns: ['a'], rows: [] })],
  ];

  test.each(degenerate)('%s: can be shown', (_, frame) => {
    expect(parseFrame(frame)).toEqual(frame);
    for (const width of [280, 480, 900]) {
      const html = draw(frame, { width });
      const geometry = html.replaceAll(/>[^<]*</g, '><');
      expect(geometry).not.toMatch(/NaN|Infinity|undefined/);
      if (frame.kind === 'table') continue;
      const [, , , height = 0] = viewBox(html);
      expect(height).toBeGreaterThan(20);
      expect(height).toBeLessThan(width * 2);
    }
    expect(describePlot(frame, { lang: 'zh-CN' })).toMatch(/。$/);
    expect(describePlot(frame, { lang: 'en' })).toMatch(/^[A-Z].*\.$/);
    expect(plotTable(frame).columns).toBeInstanceOf(Array);
  });

  test('a frame that is not there is refused', () => {
    expect(() => renderPlot([], 0, { id: 'p' })).toThrow(
      'renderPlot: index must be from 0 to -1, got 0',
    );
  });

  test('frames of other kinds under the same name do not matter', () => {
    const frames = [...sampleFrames, ...sampleFrames];
    for (const index of frames.keys()) {
      const alone = frames[index];
      if (!alone) continue;
      expect(renderPlot(frames, index, { id: 'p' })).toBe(
        renderPlot([alone], 0, { id: 'p' }),
      );
    }
  });
});

describe('trees', () => {
  const context = {
    id: 'p',
    width: 480,
    translate: (text: string) => text,
    words: wordsOf('en'),
  };

  function grown(random: () => number, depth: number): TreeNode {
    const isLeaf = depth === 0 || random() < 0.25;
    const names = [
      'virginica',
      'petal length (cm) <= 2.45',
      '花瓣长度 <= 2.45',
    ];
    return {
      label: names[isLeaf ? 0 : random() < 0.5 ? 1 : 2] ?? '',
      ...(random() < 0.8 ? { detail: 'gini 0.667' } : {}),
      counts: [50, 20, 3],
      branch: random() < 0.5 ? 'yes' : 'no',
      ...(isLeaf
        ? {}
        : { children: [grown(random, depth - 1), grown(random, depth - 1)] }),
    };
  }

  test('no node overlaps another', () => {
    const random = createRandom(3);
    for (let round = 0; round < 60; round++) {
      const { cards, height } = placed(grown(random, 3), 102, context);
      for (const [i, a] of cards.entries()) {
        expect(a.y).toBeGreaterThanOrEqual(-1e-9);
        expect(a.y + a.card.height).toBeLessThanOrEqual(height + 1e-9);
        for (const b of cards.slice(i + 1)) {
          const apart =
            a.x + a.width < b.x ||
            b.x + b.width < a.x ||
            a.y + a.card.height < b.y ||
            b.y + b.card.height < a.y;
          expect(apart).toBe(true);
        }
      }
    }
  });

  test.each([3, 5, 12])('text of depth %i stays inside the figure', (depth) => {
    const random = createRandom(depth);
    let root: TreeNode = grown(random, Math.min(depth, 3));
    for (let i = 3; i < depth; i++) {
      root = { label: 'sepal width (cm) <= 3.1', children: [root, root] };
      if (i > 6)
        root = { label: 'chain', children: [root.children?.[0] ?? root] };
    }
    const html = draw(frameOf('tree', { root }));
    const [, , width = 0, height = 0] = viewBox(html);
    for (const { text, x, y } of textsOf(html)) {
      expect(x + textWidth(text, fontSize)).toBeLessThanOrEqual(width + 1);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('the threshold of a split is never cut off', () => {
    const random = createRandom(11);
    const html = draw(frameOf('tree', { root: grown(random, 3) }));
    expect(html).not.toContain('…');
    expect(html).toContain('≤ 2.45');
  });
});

describe('networks', () => {
  test.each([[[2, 4, 1]], [[2, 8, 1]], [[4, 10, 10, 3]]])(
    'units of %j are apart and inside',
    (layers) => {
      const weights = layers
        .slice(1)
        .map((next, l) =>
          Array.from({ length: layers[l] ?? 0 }, () => Array(next).fill(0.5)),
        );
      const html = draw(
        frameOf('network', {
          layers,
          weights,
          inputs: ['sepal length (cm)', 'sepal width (cm)'],
          outputs: ['versicolor'],
        }),
      );
      const [, , width = 0, height = 0] = viewBox(html);
      const circles = [
        ...html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g),
      ].map((match) => match.slice(1).map(Number));
      expect(circles).toHaveLength(layers.reduce((a, b) => a + b));
      for (const [i, [x = 0, y = 0, r = 0]] of circles.entries()) {
        expect(Math.min(x - r, y - r)).toBeGreaterThanOrEqual(0);
        expect(x + r).toBeLessThanOrEqual(width);
        expect(y + r).toBeLessThanOrEqual(height);
        for (const [x2 = 0, y2 = 0] of circles.slice(i + 1)) {
          expect(Math.hypot(x - x2, y - y2)).toBeGreaterThan(2 * r);
        }
      }
    },
  );

  test('sign is shown by dash as well as by colour', () => {
    const html = draw(frameOf('network', samples.network));
    const edges = html.match(/<path [^>]*><title>[^<]*/g) ?? [];
    expect(edges).toHaveLength(6);
    for (const edge of edges) {
      const isNegative = edge.includes('<title>−');
      expect(edge.includes('stroke-dasharray')).toBe(isNegative);
      expect(edge.includes('--plot-low')).toBe(isNegative);
    }
  });
});

test.each(
  sampleFrames.filter(({ kind }) => kind !== 'table' && kind !== 'tree'),
)('text of $kind stays inside the figure', (frame) => {
  for (const translate of [
    (text: string) => text,
    (text: string) => `${text} `.repeat(9),
    () => '数据并行与张量并行的通信开销比较',
  ]) {
    for (const width of [320, 480, 720]) {
      const html = draw(frame, { translate, width, lang: 'zh-CN' });
      for (const { text, x, anchor } of textsOf(html)) {
        const length = textWidth(text, fontSize);
        const shares: Record<string, number> = { middle: 0.5, end: 1 };
        const left = x - length * (shares[anchor] ?? 0);
        expect(left, text).toBeGreaterThanOrEqual(-1);
        expect(left + length, text).toBeLessThanOrEqual(width + 1);
      }
    }
  }
});

describe('size of the markup', () => {
  test('a heatmap of 40 by 40 cells stays below 40 kB', () => {
    const random = createRandom(5);
    const smooth = (r: number, c: number) => Math.sin(r / 8) * Math.cos(c / 9);
    for (const cell of [smooth, () => random()]) {
      const values = Array.from({ length: 40 }, (_, r) =>
        Array.from({ length: 40 }, (_, c) => cell(r, c)),
      );
      expect(draw(frameOf('heatmap', { values })).length).toBeLessThan(40_000);
    }
  });

  test('the cells of a heatmap are covered once each', () => {
    const random = createRandom(9);
    const values = Array.from({ length: 12 }, () =>
      Array.from({ length: 17 }, () => Math.round(random() * 2)),
    );
    const html = draw(frameOf('heatmap', { values }));
    let area = 0;
    for (const [, w, h] of html.matchAll(/M\d+ \d+h(\d+)v(\d+)h-\d+z/g)) {
      area += Number(w) * Number(h);
    }
    expect(area).toBe(12 * 17);
  });

  test('a line of 5,000 points keeps its extremes and little else', () => {
    const points = Array.from({ length: 5000 }, (_, i) => [
      i,
      i === 2500 ? 10 : Math.sin(i * 99),
    ]);
    const html = draw(frameOf('line', { series: [{ name: 'a', points }] }));
    expect(html.length).toBeLessThan(40_000);
    const d = /<path d="(M[^"]*L[^"]*)"/.exec(html)?.[1] ?? '';
    const ys = [...d.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map((m) => Number(m[1]));
    const second = [...ys].sort((a, b) => a - b)[1] ?? 0;
    expect(second - Math.min(...ys)).toBeGreaterThan(100);
  });
});

describe('describePlot', () => {
  const [scatter, line, bars, heatmap, tree, network, table] = sampleFrames;

  test.each([
    [
      scatter,
      '散点图，8个点分为2簇，质心在(1.5, 2)和(3.5, 4)。' +
        '横轴为width，纵轴为height。第3/5帧。',
      'Scatter plot of 8 points in 2 clusters, centroids at (1.5, 2) and ' +
        '(3.5, 4). x: width, y: height. Frame 3 of 5.',
    ],
    [
      line,
      '折线图（对数纵轴），2条线：training从0.7降到0.01，' +
        'validation从0.8降到0.1。横轴为epoch，纵轴为loss。第3/5帧。',
      'Line chart (log scale) with 2 lines: training falls from 0.7 to 0.01, ' +
        'validation falls from 0.8 to 0.1. x: epoch, y: loss. Frame 3 of 5.',
    ],
    [
      bars,
      '柱状图，2组：IID：local 0.8，federated 0.9；' +
        'non-IID：local 0.6，federated 0.85。' +
        '横轴为method，纵轴为accuracy。第3/5帧。',
      'Bar chart of 2 groups: IID: local 0.8, federated 0.9; ' +
        'non-IID: local 0.6, federated 0.85. ' +
        'x: method, y: accuracy. Frame 3 of 5.',
    ],
    [
      heatmap,
      '热力图，2行2列，数值从0.1到0.9，叠加1个点。' +
        '横轴为predicted，纵轴为actual。第3/5帧。',
      'Heatmap of 2 rows by 2 columns, values from 0.1 to 0.9, with 1 point ' +
        'on top. x: predicted, y: actual. Frame 3 of 5.',
    ],
    [
      tree,
      '树，3个节点，其中2个叶节点，深度1，' +
        '根节点为petal length (cm) ≤ 2.45。第3/5帧。',
      'Tree of 3 nodes, 2 leaves, depth 1, root: petal length (cm) ≤ 2.45. ' +
        'Frame 3 of 5.',
    ],
    [
      network,
      '神经网络，各层单元数2-2-1，6个权重，从−6到5。第3/5帧。',
      'Neural network 2-2-1 with 6 weights from −6 to 5. Frame 3 of 5.',
    ],
    [
      table,
      '表格，2行3列：pass、centroid和settled。第3/5帧。',
      'Table of 2 rows and 3 columns: pass, centroid and settled. ' +
        'Frame 3 of 5.',
    ],
  ])('says what is there', (frame, zh, en) => {
    if (!frame) throw new Error('no sample');
    const position = { index: 2, count: 5 };
    expect(describePlot(frame, { lang: 'zh-CN', position })).toBe(zh);
    expect(describePlot(frame, { lang: 'en', position })).toBe(en);
  });
});

describe('plotTable', () => {
  test('lists the numbers behind each kind', () => {
    const options = { lang: 'en' } as const;
    const tables = sampleFrames.map((frame) => plotTable(frame, options));
    const [scatter, line, bars, heatmap, tree, network, table] = tables;
    expect(scatter?.rows[0]).toEqual(['centroid', '1.5', '2', '0']);
    expect(scatter?.rows).toHaveLength(10);
    expect(line?.columns).toEqual(['epoch', 'training', 'validation']);
    expect(line?.rows[2]).toEqual(['20', '0.01', '0.1']);
    expect(bars?.rows[0]).toEqual(['local', '0.8 ± 0.05', '0.6']);
    expect(heatmap?.rows[1]).toEqual(['yes', '0.8', '0.2']);
    expect(tree?.rows[1]).toEqual(['1', 'yes', 'setosa', '', '50', '0', '0']);
    expect(network?.rows).toContainEqual(['x2', '1.1', '−4']);
    expect(network?.rows).toContainEqual(['bias', 'XOR', '0.1']);
    expect(table?.rows[1]).toEqual(['2.5', '–', 'true']);
    for (const each of tables) expect(each.note).toBeUndefined();
  });

  test('gives data files every number as it is', () => {
    const [scatter, , bars, , tree, network, table] = sampleFrames.map(
      (frame) => rawTable(frame, { lang: 'en' }),
    );
    expect(scatter?.rows[0]).toEqual(['centroid', '1.5', '2', '0']);
    expect(bars?.columns).toEqual(['method', 'IID', 'IID ±', 'non-IID']);
    expect(bars?.rows[0]).toEqual(['local', '0.8', '0.05', '0.6']);
    expect(tree?.rows[1]).toEqual(['1', 'yes', 'setosa', '', '50', '0', '0']);
    expect(network?.rows).toContainEqual(['x2', '1.1', '-4']);
    expect(table?.rows[1]).toEqual(['2.5', '', 'true']);

    const odd = [-1.23456789, 1e6, 0.000012345, nan, -Infinity, 1e21];
    const points = Array.from({ length: 5000 }, (_, i) => [i, odd[i % 6] ?? 0]);
    const { rows } = rawTable(frameOf('scatter', { points }));
    expect(rows).toHaveLength(5000);
    expect(rows.slice(0, 6).map((row) => row[2])).toEqual([
      '-1.23456789',
      '1000000',
      '0.000012345',
      'NaN',
      '-Infinity',
      '1e+21',
    ]);
    const values = Array.from({ length: 30 }, () => Array(30).fill(1 / 3));
    const heatmap = rawTable(
      frameOf('heatmap', { values, x: [0, 3], y: [-3, 0] }),
    );
    expect(heatmap.columns).toHaveLength(31);
    expect(heatmap.columns[1]).toBe('0.05');
    expect(heatmap.rows).toHaveLength(30);
    expect(heatmap.rows[0]?.[0]).toBe('-2.95');
    expect(heatmap.rows[0]?.[30]).toBe('0.3333333333333333');
    const text = frameOf('table', {
      columns: ['a'],
      rows: [[-0.1234567], ['−1']],
    });
    expect(rawTable(text).rows).toEqual([['-0.1234567'], ['−1']]);
  });

  test('samples large data evenly, and says so', () => {
    const points = Array.from({ length: 1001 }, (_, i) => [i, nan]);
    const frame = frameOf('scatter', { points });
    const { rows, note } = plotTable(frame, { lang: 'en' });
    expect(rows).toHaveLength(200);
    expect(rows[0]?.[1]).toBe('0');
    expect(rows.at(-1)?.[1]).toBe('1000');
    expect(rows[0]?.[2]).toBe('NaN');
    expect(note).toContain('200 of 1001 rows');
    expect(plotTable(frame).note).toContain('共1001行');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [-1.25, '−1.25'],
    [1234.5678, '1235'],
    [12_345.678, '12,346'],
    [0.000_012, '1.2×10⁻⁵'],
    [-1e21, '−10²¹'],
    [nan, 'NaN'],
    [-Infinity, '−∞'],
  ])('formatNumber(%d)', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test.each([
    [0.30000000000000004, 0.1, '0.3'],
    [1, 0.5, '1.0'],
    [20_000, 5000, '20,000'],
    [2e6, 1e6, '2×10⁶'],
    [-1e-17, 0.2, '0'],
  ])('formatTick(%d, %d)', (value, step, text) => {
    expect(formatTick(value, step)).toBe(text);
  });

  test.each([
    [
      [0.003, 0.7],
      [0.002, 1],
    ],
    [
      [0.25, 0.25],
      [0.2, 0.5],
    ],
    [
      [1, 1],
      [0.5, 2],
    ],
    [
      [0, -3],
      [0.1, 1],
    ],
  ])('a log scale for %j spans %j', (values, domain) => {
    const found = logDomainOf(values);
    expect(found[0]).toBeCloseTo(domain[0] ?? 0, 12);
    expect(found[1]).toBeCloseTo(domain[1] ?? 0, 12);
    expect(logScale(found, [0, 1]).ticks(6).length).toBeGreaterThan(1);
  });
});

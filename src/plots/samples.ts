import type { PlotFrame, PlotKinds } from '@runnable-guide/sandbox/plot';

/** One ordinary frame of every kind, for tests. */
export const samples: { [K in keyof PlotKinds]: PlotKinds[K] } = {
  scatter: {
    caption: 'Iteration 2',
    xLabel: 'width',
    yLabel: 'height',
    points: [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
      [3, 4],
      [4, 4],
      [4, 5],
    ],
    labels: [0, 0, 0, 0, 1, 1, 1, 1],
    centroids: [
      [1.5, 2],
      [3.5, 4],
    ],
    links: true,
  },
  line: {
    xLabel: 'epoch',
    yLabel: 'loss',
    yScale: 'log',
    dots: true,
    series: [
      {
        name: 'training',
        points: [
          [0, 0.7],
          [10, 0.1],
          [20, 0.01],
        ],
      },
      {
        name: 'validation',
        points: [
          [0, 0.8],
          [10, 0.2],
          [20, 0.1],
        ],
      },
    ],
  },
  bars: {
    xLabel: 'method',
    yLabel: 'accuracy',
    labels: ['local', 'federated'],
    series: [
      { name: 'IID', values: [0.8, 0.9], errors: [0.05, 0.02] },
      { name: 'non-IID', values: [0.6, 0.85] },
    ],
  },
  heatmap: {
    xLabel: 'predicted',
    yLabel: 'actual',
    values: [
      [0.1, 0.9],
      [0.8, 0.2],
    ],
    x: [0, 1],
    y: [0, 1],
    xTicks: ['no', 'yes'],
    yTicks: ['no', 'yes'],
    domain: [0, 1],
    points: [[0.25, 0.75]],
    labels: [1],
  },
  tree: {
    classes: ['setosa', 'versicolor', 'virginica'],
    model: {
      feature: 2,
      threshold: 2.4500000000000002,
      left: { counts: [50, 0, 0] },
      right: { counts: [0, 50, 50] },
    },
    root: {
      label: 'petal length (cm) <= 2.45',
      detail: 'gini 0.667',
      counts: [50, 50, 50],
      children: [
        { label: 'setosa', branch: 'yes', counts: [50, 0, 0] },
        { label: 'versicolor', branch: 'no', counts: [0, 50, 50] },
      ],
    },
  },
  network: {
    layers: [2, 2, 1],
    weights: [
      [
        [1, -2],
        [3, -4],
      ],
      [[5], [-6]],
    ],
    biases: [[0.5, -0.5], [0.1]],
    inputs: ['x1', 'x2'],
    outputs: ['XOR'],
    model: { layers: [{ activation: 'tanh' }], isTrained: true, note: null },
  },
  table: {
    columns: ['pass', 'centroid', 'settled'],
    rows: [
      [1, '(1, 1)', false],
      [2.5, null, true],
    ],
  },
};

export function frameOf<K extends keyof PlotKinds>(
  kind: K,
  data: PlotKinds[K],
  name = 'figure',
): PlotFrame {
  return { kind, name, data } as PlotFrame;
}

export const sampleFrames: PlotFrame[] = (
  Object.keys(samples) as (keyof PlotKinds)[]
).map((kind) => frameOf(kind, samples[kind]));

/** Uniform numbers in [0, 1); `mulberry32` by Tommy Ettinger. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

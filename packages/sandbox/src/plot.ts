/**
 * The vocabulary of figures. A lab program imports these functions from the
 * module `plot`; every call records one frame. Calls that share a name become
 * the frames of one animation, in call order.
 */

/** A point in the plane: `[x, y]`. Further coordinates are ignored. */
export type XY = readonly number[];

interface Captioned {
  /** One sentence about this frame, shown under the figure and read aloud. */
  caption?: string;
}

interface Axes extends Captioned {
  xLabel?: string;
  yLabel?: string;
}

export interface ScatterData extends Axes {
  points: readonly XY[];
  /** Class or cluster of each point; -1 means none. Same length as points. */
  labels?: readonly number[];
  /** Drawn as large marks, in the colour of their index. */
  centroids?: readonly XY[];
  /** Draw a thin line from each point to the centroid of its label. */
  links?: boolean;
}

export interface LineSeries {
  name: string;
  points: readonly XY[];
}

export interface LineData extends Axes {
  series: readonly LineSeries[];
  yScale?: 'linear' | 'log';
  /** Draw the observations as dots as well. */
  dots?: boolean;
}

export interface BarsData extends Axes {
  labels: readonly string[];
  series: readonly {
    name: string;
    values: readonly number[];
    /** Half length of the error bar of each value. */
    errors?: readonly number[];
  }[];
}

export interface HeatmapData extends Axes {
  /** Row 0 is drawn at the bottom (the smallest y). Rows have equal length. */
  values: readonly (readonly number[])[];
  /** Range that the columns and rows span; 0..columns, 0..rows if absent. */
  x?: readonly [number, number];
  y?: readonly [number, number];
  /** Category names for columns and rows, instead of a numeric axis. */
  xTicks?: readonly string[];
  yTicks?: readonly string[];
  /** Values mapped to the two ends of the colour scale. */
  domain?: readonly [number, number];
  /** Points drawn on top, coloured by label. */
  points?: readonly XY[];
  labels?: readonly number[];
}

export interface TreeNode {
  /** First line of the node, such as `petal width <= 0.8`. */
  label: string;
  /** Second line, such as `gini 0.667`. */
  detail?: string;
  /** Class counts, drawn as a proportional bar. */
  counts?: readonly number[];
  /** Text on the branch that leads here, such as `yes`. */
  branch?: string;
  children?: readonly TreeNode[];
}

interface Modelled extends Captioned {
  /**
   * The model in full, as plain data: numbers that are not rounded, activation
   * functions. It is not drawn, but saved with the figure as JSON.
   */
  model?: object;
}

export interface TreeData extends Modelled {
  root: TreeNode;
  /** Names of the classes in `counts`. */
  classes?: readonly string[];
}

export interface NetworkData extends Modelled {
  /** Units in each layer, input first. */
  layers: readonly number[];
  /** `weights[l][i][j]`: from unit i of layer l to unit j of layer l + 1. */
  weights: readonly (readonly (readonly number[])[])[];
  /** `biases[l][j]`: bias of unit j of layer l + 1. */
  biases?: readonly (readonly number[])[];
  inputs?: readonly string[];
  outputs?: readonly string[];
}

export interface TableData extends Captioned {
  columns: readonly string[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
}

export interface PlotKinds {
  scatter: ScatterData;
  line: LineData;
  bars: BarsData;
  heatmap: HeatmapData;
  tree: TreeData;
  network: NetworkData;
  table: TableData;
}

export type PlotKind = keyof PlotKinds;

/** One frame of a figure: what crosses the sandbox boundary. */
export type PlotFrame = {
  [K in PlotKind]: { kind: K; name: string; data: PlotKinds[K] };
}[PlotKind];

export type Plot = {
  [K in PlotKind]: (name: string, data: PlotKinds[K]) => void;
};

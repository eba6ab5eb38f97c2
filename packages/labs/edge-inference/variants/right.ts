/** Bodies of the exercise's functions, each way a right solution. */
export interface Solution {
  affineParameters: string;
  quantise: string;
  dequantise: string;
}

const plain: Solution = {
  affineParameters: `
    const low = Math.min(min, 0);
    const high = Math.max(max, 0);
    const scale = low === high ? 1 : (high - low) / (highest - lowest);
    return { scale, zeroPoint: Math.round(lowest - low / scale), lowest, highest };`,
  quantise: `
    const { scale, zeroPoint, lowest, highest } = parameters;
    return values.map((value) => {
      const code = Math.round(value / scale) + zeroPoint;
      return code < lowest ? lowest : code > highest ? highest : code;
    });`,
  dequantise: `
    return codes.map((q) => parameters.scale * (q - parameters.zeroPoint));`,
};

export const right: Readonly<Record<string, Solution>> = {
  plain,
  'from the upper end, any scale for a range of zeros': {
    ...plain,
    affineParameters: `
      if (min > 0) min = 0;
      if (max < 0) max = 0;
      let scale = (max - min) / (2 ** bits - 1);
      if (scale === 0) scale = 1e-6;
      const zeroPoint = Math.round(highest - max / scale);
      return { scale, zeroPoint, lowest, highest };`,
  },
  'loops, rounding half down, clipping before the shift': {
    affineParameters: plain.affineParameters,
    quantise: `
      const codes: number[] = [];
      for (const value of values) {
        let steps = Math.ceil(value / parameters.scale - 0.5);
        steps = Math.max(steps, parameters.lowest - parameters.zeroPoint);
        steps = Math.min(steps, parameters.highest - parameters.zeroPoint);
        codes.push(steps + parameters.zeroPoint);
      }
      return codes;`,
    dequantise: `
      const { scale, zeroPoint } = parameters;
      const values: number[] = [];
      for (const code of codes) values.push((code - zeroPoint) * scale);
      return values;`,
  },
  'rounding once, with the shift inside': {
    ...plain,
    quantise: `
      const { scale, zeroPoint, lowest, highest } = parameters;
      const nearest = (x: number) => Math.floor(x / scale + zeroPoint + 0.5);
      return values.map((x) => Math.min(highest, Math.max(lowest, nearest(x))));`,
  },
};

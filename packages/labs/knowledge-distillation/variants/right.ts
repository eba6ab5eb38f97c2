/** Bodies of the exercise's functions, each way a right solution. */
export interface Solution {
  softenedSoftmax: string;
  distillationSlopes: string;
}

const plain: Solution = {
  softenedSoftmax: `
    const powers = logits.map((z) => Math.exp((z - largest) / temperature));
    const total = sum(powers);
    return powers.map((power) => power / total);`,
  distillationSlopes: `
    const factor = softWeight * (scaled ? temperature : 1 / temperature);
    const q = softenedSoftmax(logits, temperature);
    const answer = softenedSoftmax(logits, 1);
    return logits.map((_, i) => {
      const slope = factor * (at(q, i) - at(soft, i));
      if (hard === null) return slope;
      return slope + (1 - softWeight) * (at(answer, i) - at(hard, i));
    });`,
};

export const right: Readonly<Record<string, Solution>> = {
  plain,
  'divides first and goes through the log of the sum': {
    ...plain,
    softenedSoftmax: `
      const scaledLogits = [];
      for (const z of logits) scaledLogits.push(z / temperature);
      const top = Math.max(...scaledLogits);
      let total = 0;
      for (const z of scaledLogits) total += Math.exp(z - top);
      const logTotal = top + Math.log(total);
      return scaledLogits.map((z) => Math.exp(z - logTotal));`,
  },
  'computes each probability from differences alone': {
    ...plain,
    softenedSoftmax: `
      return logits.map((zi) => {
        return 1 / logits.reduce((total, zj) => {
          return total + Math.exp((zj - zi) / temperature);
        }, 0);
      });`,
  },
  'adds two arrays of slopes': {
    ...plain,
    distillationSlopes: `
      const t2 = scaled ? temperature ** 2 : 1;
      const softPart = zipWith(softenedSoftmax(logits, temperature), soft,
        (q, p) => (softWeight * t2 * (q - p)) / temperature);
      if (hard === null) return softPart;
      const hardPart = zipWith(softenedSoftmax(logits, 1), hard,
        (q, y) => (1 - softWeight) * (q - y));
      return zipWith(softPart, hardPart, (a, b) => a + b);`,
  },
};

/** Bodies of the exercise's functions, each way a right solution. */
export interface Solution {
  aggregate: string;
  localUpdate: string;
}

const plain: Solution = {
  aggregate: `
    return parameters.map((parameter, i) => {
      return updates.reduce((value, { change, exampleCount }) => {
        return value + (exampleCount / total) * at(change, i);
      }, parameter);
    });`,
  localUpdate: `
    const batchSize = Math.min(options.batchSize, rows.length);
    const trained = trainClassifier(network, rows, labels, {
      ...options,
      batchSize,
    });
    const change = zipWith(
      parametersOf(trained),
      parametersOf(network),
      (after, before) => after - before,
    );
    return { change, exampleCount: rows.length };`,
};

export const right: Readonly<Record<string, Solution>> = {
  plain,
  'sums first and divides once': {
    ...plain,
    aggregate: `
      const sums = parameters.map(() => 0);
      for (const { change, exampleCount } of updates) {
        for (const [i, value] of change.entries()) {
          sums[i] = at(sums, i) + exampleCount * value;
        }
      }
      return zipWith(parameters, sums, (p, s) => p + s / total);`,
  },
  'averages the parameters of the clients': {
    ...plain,
    aggregate: `
      return parameters.map((parameter, i) => sum(updates.map((u) => {
        return (u.exampleCount * (parameter + at(u.change, i))) / total;
      })));`,
  },
  'subtracts in a loop': {
    ...plain,
    localUpdate: `
      let { batchSize } = options;
      if (batchSize > rows.length) batchSize = rows.length;
      const after = parametersOf(
        trainClassifier(network, rows, labels, { ...options, batchSize }),
      );
      const before = parametersOf(network);
      for (let i = 0; i < after.length; i++) {
        after[i] = at(after, i) - at(before, i);
      }
      return { exampleCount: labels.length, change: after };`,
  },
};

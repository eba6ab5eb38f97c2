import { sum, zipWith } from '@runnable-guide/algorithms/lists';

const percent = (share: number, digits = 0) =>
  `${(100 * share).toFixed(digits)}%`;
const [kib, gib] = [2 ** 10, 2 ** 30];

/** The worked examples of the page, which need no simulation. */
export const worked: Readonly<Record<string, string>> = {
  ...fanOut(),
  ...continuousBatching(),
  ...cacheSizes(),
  ...capacityAndCost(),
  ...coldStart(),
  ...watching(),
};

/** A request that waits for n parties, each of them slow with 1%. */
function fanOut(): Record<string, string> {
  const slow = (count: number) => percent(1 - 0.99 ** count, 1);
  return {
    fanOut10: slow(10),
    fanOut100: slow(100),
    eachOf100: (0.99 ** (1 / 100)).toFixed(4),
  };
}

/** Steps of four outputs, if all wait for the longest. */
function continuousBatching(): Record<string, string> {
  const lengths = [20, 50, 100, 400];
  const slots = lengths.length * Math.max(...lengths);
  return {
    slotSteps: `${slots}`,
    usefulSteps: `${sum(lengths)}`,
    usefulShare: percent(sum(lengths) / slots, 1),
  };
}

/** Bytes that keys and values of one token take. */
function tokenBytes(layers: number, heads: number): number {
  const [width, bytes] = [128, 2];
  return 2 * layers * heads * width * bytes;
}

function cacheSizes(): Record<string, string> {
  const facts: Record<string, string> = {};
  const models = { 8: [32, 8], 70: [80, 8], 405: [126, 8] } as const;
  for (const [name, [layers, heads]] of Object.entries(models)) {
    const bytes = tokenBytes(layers, heads);
    facts[`kv${name}`] = `${bytes / kib}`;
    facts[`kv${name}Long`] = `${Number(((8192 * bytes) / gib).toFixed(2))}`;
  }
  const allHeads = tokenBytes(32, 32);
  facts['kv70Bytes'] = `${tokenBytes(80, 8)}`;
  facts['kvAllHeads'] = `${allHeads / kib}`;
  facts['kvSaving'] = `${allHeads / tokenBytes(32, 8)}`;
  return facts;
}

/** The estimate for a card, a model of 8 billion weights and its traffic. */
function capacityAndCost(): Record<string, string> {
  const weightBytes = 8e9 * 2;
  const perToken = tokenBytes(32, 8);
  const freeGib = Math.floor(72 - weightBytes / gib);
  const tokens = (freeGib * gib) / perToken;
  const [prompt, output, parallel] = [2000, 300, 64];
  const context = prompt + output / 2;
  const prefill = (1000 * 2 * 8e9 * prompt) / 400e12;
  const kvBytes = (count: number) => count * context * perToken;
  const stepTime = (count: number) =>
    (1000 * (weightBytes + kvBytes(count))) / 2e12;
  const requestTime = (count: number) =>
    prefill + (output * stepTime(count)) / count;
  const outputRate = (count: number) => (1000 * output) / requestTime(count);
  const cost = (count: number) => (2 * 1e6) / (outputRate(count) * 3600 * 0.4);
  const rate = 1000 / requestTime(parallel);
  return {
    weightGib: (weightBytes / gib).toFixed(0),
    freeGib: `${freeGib}`,
    kvTokens: `${tokens}`,
    parallelLongest: Math.floor(tokens / 8192).toFixed(0),
    parallelActual: Math.floor(tokens / (prompt + output)).toFixed(0),
    meanContext: `${context}`,
    kvTraffic: (kvBytes(parallel) / 1e9).toFixed(1),
    stepTime: stepTime(parallel).toFixed(1),
    prefillTime: prefill.toFixed(0),
    decodeTime: ((output * stepTime(parallel)) / parallel).toFixed(1),
    requestTime: requestTime(parallel).toFixed(0),
    requestRate: rate.toFixed(2),
    outputRate: outputRate(parallel).toFixed(0),
    decodeOnlyRate: ((1000 * parallel) / stepTime(parallel)).toFixed(0),
    stay: (parallel / rate).toFixed(1),
    timePerToken: ((1000 * parallel) / rate / output).toFixed(0),
    tokenCost: cost(parallel).toFixed(2),
    tokenCostAlone: cost(1).toFixed(1),
    batchingSaves: (cost(1) / cost(parallel)).toFixed(0),
  };
}

function coldStart(): Record<string, string> {
  const gigabytes = (70e9 * 2) / 1e9;
  const backlog = (30 - 22) * 90;
  return {
    loadBytes: `${gigabytes}`,
    loadSlow: `${gigabytes / 1}`,
    loadFast: `${gigabytes / 5}`,
    backlog: `${backlog}`,
    recovery: `${backlog / (33 - 30)}`,
  };
}

/** Samples of a canary, drift, failures and the error budget. */
function watching(): Record<string, string> {
  const samples = (16 * 0.0075 * (1 - 0.0075)) / 0.005 ** 2;
  const [before, after] = [
    [0.25, 0.25, 0.25, 0.25],
    [0.1, 0.2, 0.3, 0.4],
  ];
  const psi = sum(
    zipWith(before ?? [], after ?? [], (p, q) => (q - p) * Math.log(q / p)),
  );
  const gpuDays = (54 * 16_384) / 419;
  return {
    canarySamples: samples.toFixed(0),
    canaryMinutes: (samples / 60).toFixed(0),
    psi: psi.toFixed(3),
    hoursBetween: ((54 * 24) / 419).toFixed(1),
    gpuDays: gpuDays.toFixed(0),
    serversDays: (gpuDays / (100 * 8)).toFixed(1),
    budgetMinutes: (30 * 24 * 60 * 0.001).toFixed(1),
    fiveParts: percent(0.999 ** 5, 1),
    subsets: `${2 ** 20}`,
    p99PerMean: Math.log(100).toFixed(3),
    moreTraffic: percent(0.95 / 0.9 - 1, 1),
  };
}

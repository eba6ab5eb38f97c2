const percent = (share: number, digits = 0) =>
  `${(100 * share).toFixed(digits)}%`;

/** Megabytes of a model of 5 million parameters. */
const modelSize = (5e6 * 4) / 1e6;

/** The worked examples of the page, which need no network. */
export const worked: Readonly<Record<string, string>> = {
  meanBySamples: ((100 * 1 + 300 * 2 + 600 * 4) / 1000).toFixed(1),
  meanByClients: ((1 + 2 + 4) / 3).toFixed(2),
  ...traffic(),
  ...compression(),
  ...stragglers(),
  ...noise(),
  ...guarantees(),
};

function traffic(): Record<string, string> {
  const [clients, rounds, devices] = [100, 1000, 100_000];
  const perRound = (2 * clients * modelSize) / 1e3;
  const total = (perRound * rounds) / 1e3;
  const perDevice = (2 * rounds * clients * modelSize) / devices;
  const upload = (megabytes: number) => (devices * megabytes) / 1e6;
  return {
    totalTraffic: `${total}`,
    takingPart: `${(rounds * clients) / devices}`,
    perDevice: `${perDevice}`,
    upSeconds: `${(8 * modelSize) / 5}`,
    downSeconds: `${(8 * modelSize) / 50}`,
    textUpload: `${upload(2) * 1e3}`,
    textFactor: `${total / upload(2)}`,
    evenUpload: `${upload(40)}`,
    photoUpload: `${upload(500)}`,
    photoFactor: `${upload(500) / total}`,
  };
}

/** Megabytes up and down for a client and a round. */
function compression(): Record<string, string> {
  const int8 = modelSize / 4;
  const kept = 0.01 * 5e6;
  const sparse = (kept * (4 + 4)) / 1e6;
  return {
    int8Up: `${int8}`,
    int8Both: `${int8 + modelSize}`,
    int8Saves: `${(2 * modelSize) / (int8 + modelSize)}`,
    sparseUp: `${1e3 * sparse}`,
    sparseUpSaves: `${modelSize / sparse}`,
    sparseBoth: `${sparse + modelSize}`,
    sparseSaves: ((2 * modelSize) / (sparse + modelSize)).toFixed(2),
  };
}

/** Clients to choose so that 100 of them report, each with 90%. */
function stragglers(): Record<string, string> {
  let chosen = 100;
  while (atLeast(100, chosen) < 0.99) chosen++;
  return {
    someSlow: percent(1 - 0.99 ** 100),
    chosen: `${chosen}`,
    expectedOnly: percent(atLeast(100, 111)),
  };
}

/** Chance that at least so many of `count` clients report. */
function atLeast(wanted: number, count: number): number {
  // Chances of 0, 1, 2 … reports, one client after the other.
  let chances = [1];
  for (let client = 0; client < count; client++) {
    chances = [...chances, 0].map(
      (chance, k) => 0.1 * chance + 0.9 * (chances[k - 1] ?? 0),
    );
  }
  return chances.slice(wanted).reduce((total, chance) => total + chance, 0);
}

/** Noise on the mean of K updates clipped to 1, in a million dimensions. */
function noise(): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const count of [100, 1000, 10_000]) {
    facts[`noiseEach${count}`] = `${1 / count}`;
    facts[`noiseLength${count}`] = `${Math.sqrt(1e6) / count}`;
  }
  facts['localFactor'] = `${Math.sqrt(10_000)}`;
  return facts;
}

/** What epsilon and delta promise; what the masks of integers cost. */
function guarantees(): Record<string, string> {
  const truePositives = (epsilon: number) => Math.exp(epsilon) * 0.01 + 1e-5;
  const sumBits = 16 + Math.log2(1024);
  return {
    truePositives1: percent(truePositives(1), 1),
    truePositives4: percent(truePositives(4)),
    ratio8: Math.exp(8).toFixed(0),
    exposed: `${1e6 * 1e-5}`,
    gaussian: (Math.sqrt(2 * Math.log(1.25 / 1e-5)) / 0.5).toFixed(1),
    sumBits: `${sumBits}`,
    sumFactor: `${sumBits / 16}`,
  };
}

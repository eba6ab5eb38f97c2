const percent = (share: number, digits = 0) =>
  `${(100 * share).toFixed(digits)}%`;

/** The worked examples of the page, which need no network. */
export const worked: Readonly<Record<string, string>> = {
  ...storage(),
  ...speed(),
  ...energyAndHeat(),
  ...devices(),
};

/** Integer sums, sparse formats, low rank, separable convolutions. */
function storage(): Record<string, string> {
  const product = 128 * 127;
  const pattern = 2 * 16 + 2 * 2; // bits for 4 weights of which 2 stay
  const [width, rank] = [3072, 384];
  const separable = 1 / 256 + 1 / 3 ** 2;
  return {
    largestProduct: `${product}`,
    safeTerms: `${Math.floor((2 ** 31 - 1) / product)}`,
    sparse16Share: percent(1 - 2 / 4),
    sparse8Share: percent(1 - 1 / 3, 1),
    patternShare: percent(pattern / 64),
    patternSpeedUp: (64 / pattern).toFixed(2),
    squareBreakEven: `${(width * width) / (2 * width)}`,
    squareSaving: `${(width * width) / (rank * 2 * width)}`,
    separableShare: separable.toFixed(3),
    separableSaving: (1 / separable).toFixed(1),
    groupBits: `${4 + 16 / 32}`,
  };
}

/** Amdahl's law and the roofline of the example device. */
function speed(): Record<string, string> {
  const amdahl = (share: number, overhead = 0) =>
    (1 / (1 - share + share / 20 + overhead)).toFixed(1);
  const ridge = 10e12 / 50e9;
  const width = 3072;
  const size = (bits: number) => (3e9 * bits) / 8 / 1e9;
  return {
    amdahl95: amdahl(0.95),
    amdahl95Copies: amdahl(0.95, 0.1),
    amdahl70: amdahl(0.7),
    prefillIntensity: `${(width * 512) / (width + 2 * 512)}`,
    prefillRidge: ((ridge * width) / (width - 2 * ridge)).toFixed(0),
    size16: size(16).toFixed(1),
    size8: size(8).toFixed(1),
    size4: size(4.5).toFixed(2),
  };
}

function energyAndHeat(): Record<string, string> {
  const perWord = 640e-12;
  const joules = (bytes: number) => ((bytes / 4) * perWord).toFixed(2);
  const sustained = (45 - 25) / 10;
  return {
    additionsPerRead: (640 / 0.9).toFixed(0),
    joules16: joules(6e9),
    joules4: joules((3e9 * 4.5) / 8),
    heatSeconds: (-120 * Math.log(1 - 20 / (5 * 10))).toFixed(0),
    dutyCycle: percent(sustained / 5),
  };
}

/** Training across devices, sending to the cloud, sending models out. */
function devices(): Record<string, string> {
  const gradient = 25e6 * 4;
  const image = 224 * 224 * 3;
  const upload = (bytes: number) => (1000 * 8 * bytes) / 10e6;
  return {
    gradient: `${gradient / 1e6}`,
    allReduce: `${(2 * gradient) / 1e6}`,
    allReduceSeconds: `${(8 * 2 * gradient) / 20e6}`,
    trainingBytes: `${4 + 4 + 4 + 4}`,
    imageBytes: `${image}`,
    imageUpload: upload(image).toFixed(0),
    imageTotal: (upload(image) + 50 + 10).toFixed(0),
    textUpload: upload(2000).toFixed(1),
    textTotal: (upload(2000) + 50 + 10).toFixed(0),
    releasePetabytes: `${(10e6 * 100e6) / 1e15}`,
  };
}

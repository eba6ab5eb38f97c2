const percent = (share: number, digits = 0) =>
  `${(100 * share).toFixed(digits)}%`;

/** The worked examples of the page, which need no network. */
export const worked: Readonly<Record<string, string>> = {
  ...divergences(),
  ...sizes(),
  ...draft(),
  ...paired(),
};

/** One Gaussian for 0.7 N(−3, 1) + 0.3 N(3, 1), in both directions. */
function divergences(): Record<string, string> {
  const mean = 0.7 * -3 + 0.3 * 3;
  const variance = 1 + 9 - mean ** 2;
  return {
    neverAstray: percent(0.99 ** 200),
    forwardMean: mean.toFixed(1),
    forwardSpread: Math.sqrt(variance).toFixed(2),
    reverseLoss: (-Math.log(0.7)).toFixed(3),
  };
}

/** Weights, stored soft labels, operations. */
function sizes(): Record<string, string> {
  const [teacher, student, student4] = [7 * 2, 1.5 * 2, 1.5 / 2];
  const whole = 128_000 * 2;
  const top = 64 * (2 + 4);
  const [ask, train, serve] = [2 * 70, 6 * 7, 2 * 7];
  return {
    teacherSize: `${teacher}`,
    studentSize: `${student}`,
    studentInt4Size: `${student4}`,
    togetherSaves: (teacher / student4).toFixed(1),
    wholeLabel: `${whole / 1e3}`,
    wholeLabels: `${(whole * 1e9) / 1e12}`,
    topLabel: `${top}`,
    topLabels: `${(top * 1e9) / 1e9}`,
    topSaves: (whole / top).toFixed(0),
    lessonWork: `${ask + train}`,
    teacherShare: percent(ask / (ask + train)),
    servedSaves: `${ask - serve}`,
    breakEven: ((ask + train) / (ask - serve)).toFixed(2),
  };
}

/** Tokens that one verification of four drafted tokens yields. */
function draft(): Record<string, string> {
  const yielded = (rate: number) => (1 - rate ** 5) / (1 - rate);
  return {
    draft60: yielded(0.6).toFixed(2),
    draft80: yielded(0.8).toFixed(2),
    draftGain: percent(yielded(0.8) / yielded(0.6) - 1),
  };
}

/** McNemar's test: what the new student mends and what it breaks. */
function paired(): Record<string, string> {
  const statistic = (mended: number, broken: number) =>
    (mended - broken) ** 2 / (mended + broken);
  const few = statistic(60, 44);
  const many = statistic(300, 220);
  return {
    mcNemarFew: few.toFixed(2),
    mcNemarFewChance: chanceAbove(few).toFixed(2),
    mcNemarMany: many.toFixed(1),
    mcNemarManyChance: chanceAbove(many).toFixed(4),
    pairedGain: (100 * ((60 - 44) / 2000)).toFixed(1),
  };
}

/**
 * How often a chi-squared number with one degree of freedom exceeds this:
 * twice the area of the normal curve beyond the root, by small trapezoids.
 */
function chanceAbove(statistic: number): number {
  const [from, width, count] = [Math.sqrt(statistic), 1e-3, 10_000];
  const curve = (x: number) => Math.exp(-(x ** 2) / 2);
  let area = curve(from) / 2;
  for (let i = 1; i < count; i++) area += curve(from + i * width);
  return (2 * width * area) / Math.sqrt(2 * Math.PI);
}

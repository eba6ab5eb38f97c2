import {
  shiftClass,
  shiftForShare,
} from '@runnable-guide/algorithms/class-shift';
import {
  agreement,
  classesOf,
} from '@runnable-guide/algorithms/classification';
import {
  distillationLoss,
  distillationSlopes,
  softenedSoftmax,
} from '@runnable-guide/algorithms/distillation';
import { sum, zipWith } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { createRandom, normal } from '@runnable-guide/algorithms/random';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import { type Setting, trainStudent } from './student.ts';
import { worked } from './worked.ts';

const { training, test } = splitDigits();
const seeds = [1, 2, 3, 4];
const learning = { steps: 100, learningRate: 0.3, batchSize: 20 };
const standard = {
  ...{ hiddenUnits: 8, learning, temperature: 4, softWeight: 0.9 },
  imageCount: 60,
};
const labelsOnly = { softWeight: 0 };
const allImages = { imageCount: 200 };

const teacher = learnedAlone(24, 200);
const alone = students(labelsOnly);
const distilled = students();
const random = createRandom(1);
const noisyRows = test.rows.map((row) =>
  row.map((x) => x + 0.2 * normal(random)),
);

/** The numbers that the page quotes, computed as in main.ts. */
export const facts: Readonly<Record<string, string>> = {
  ...worked,
  ...theExample(),
  teacher: percent(accuracyOf(teacher)),
  teacherWeights: String(64 * 24 + 24 * 10),
  studentWeights: String(64 * 8 + 8 * 10),
  teacherNoisy: percent(noisyAccuracyOf(teacher)),
  ...described('alone', alone),
  ...described('distilled', distilled),
  ...described('smoothed', students({ ...labelsOnly, smoothing: 0.1 })),
  ...described('unscaled', students({ scaled: false })),
  gain: points(meanOf(distilled) - meanOf(alone)),
  standardError: percent(standardErrorOf(meanOf(distilled))),
  ...described('alone20', students({ ...labelsOnly, imageCount: 20 })),
  ...described('same20', students({ imageCount: 20 })),
  ...described('all20', students({ ...allImages, labelCount: 20 })),
  ...described('all60', students({ ...allImages, labelCount: 60 })),
  ...described('alone200', students({ ...labelsOnly, ...allImages })),
  ...described('same200', students(allImages)),
  ...described('cold', students({ temperature: 1 })),
  ...described('coldHalf', students({ temperature: 1, softWeight: 0.5 })),
  ...described('warm', students({ temperature: 2 })),
  ...described('hot', students({ temperature: 16 })),
  ...described('hotOnly', students({ temperature: 16, softWeight: 1 })),
  ...unseen('Alone', students({ ...allImages, unseen: 3, softWeight: 0 })),
  ...unseen('Soft', students({ ...allImages, unseen: 3, softWeight: 1 })),
  ...theEdits(),
};

/** What the questions on the page ask the reader to change. */
function theEdits(): Record<string, string> {
  const longer = { learning: { ...learning, steps: 400 } };
  const large = { hiddenUnits: 24 };
  const modest = learnedAlone(24, 60);
  const others = [5, 6, 7, 8, 9, 10, 11, 12];
  const otherAlone = students(labelsOnly, teacher, others);
  const otherDistilled = students({}, teacher, others);
  const better = zipWith(otherAlone, otherDistilled, (a, b) => {
    return accuracyOf(b) > accuracyOf(a);
  });
  return {
    ...described('aloneLonger', students({ ...labelsOnly, ...longer })),
    ...described('distilledLonger', students(longer)),
    ...described('unscaledLonger', students({ ...longer, scaled: false })),
    ...described(
      'largeAlone',
      students({ ...large, ...allImages, ...labelsOnly }),
    ),
    ...described('largeDistilled', students({ ...large, ...allImages })),
    modestTeacher: percent(accuracyOf(modest)),
    ...described('modest', students({}, modest)),
    ...described('otherAlone', otherAlone),
    ...described('otherDistilled', otherDistilled),
    otherBetter: String(better.filter(Boolean).length),
    otherCount: String(others.length),
  };
}

/** The photo of a cat: logits of the teacher, logits of a student. */
function theExample(): Record<string, string> {
  const cat = [8, 5, 2, -1];
  const student = [4, 3, 2, 1];
  const facts: Record<string, string> = {};
  for (const t of [1, 2, 4, 8, 16, 64]) {
    const soft = softenedSoftmax(cat, t);
    for (const [i, p] of soft.entries()) facts[`t${t}p${i}`] = p.toFixed(4);
    facts[`t${t}Bits`] = sum(soft.map((p) => -p * Math.log2(p))).toFixed(2);
    const lesson = { soft, hard: null };
    const mixture = { temperature: t, softWeight: 1 };
    const lengthWith = (scaled: boolean) =>
      Math.hypot(
        ...distillationSlopes(student, lesson, { ...mixture, scaled }),
      );
    facts[`t${t}Length`] = lengthWith(false).toFixed(t < 64 ? 4 : 5);
    facts[`t${t}Scaled`] = lengthWith(true).toFixed(3);
    facts[`t${t}Loss`] = distillationLoss(student, lesson, mixture).toFixed(3);
    facts[`t${t}OfHard`] = percent(lengthWith(false) / hardLength(student), 0);
  }
  const [, , dog = 0, lorry = 0] = softenedSoftmax(cat, 1);
  facts['dogAndLorry'] = percent(dog + lorry, 2);
  facts['dogPerLorry'] = (dog / lorry).toFixed(0);
  facts['hardLength'] = hardLength(student).toFixed(3);
  return facts;
}

function hardLength(student: readonly number[]): number {
  const lesson = { soft: [1, 0, 0, 0], hard: [1, 0, 0, 0] };
  const mixture = { temperature: 1, softWeight: 0 };
  return Math.hypot(...distillationSlopes(student, lesson, mixture));
}

function learnedAlone(hiddenUnits: number, imageCount: number): Network {
  const longer = { ...learning, steps: 200 };
  const setting = { hiddenUnits, imageCount, learning: longer };
  return trainStudent(
    training,
    { ...setting, temperature: 1, softWeight: 0 },
    1,
  );
}

function students(
  change: Partial<Setting> = {},
  from = teacher,
  seedList = seeds,
): Network[] {
  const setting = { ...standard, ...change };
  const labelCount = change.labelCount ?? setting.imageCount;
  return seedList.map((seed) =>
    trainStudent(training, { ...setting, labelCount }, seed, from),
  );
}

function described(
  name: string,
  networks: readonly Network[],
): Record<string, string> {
  const { mean, spread } = meanAndSpread(networks.map(accuracyOf));
  const noisy = networks.map(noisyAccuracyOf);
  const answers = classesOf(logitsOf(teacher, test.rows));
  const same = networks.map((network) => {
    return agreement(classesOf(logitsOf(network, test.rows)), answers);
  });
  return {
    [name]: percent(mean),
    [`${name}Spread`]: percent(spread),
    [`${name}Same`]: percent(meanAndSpread(same).mean),
    [`${name}Noisy`]: percent(meanAndSpread(noisy).mean),
  };
}

/** Accuracy on the digit 3, which the students have not seen. */
function unseen(
  name: string,
  networks: readonly Network[],
): Record<string, string> {
  const threes = test.rows.filter((_, index) => test.labels[index] === 3);
  const shareOf = (logits: number[][]) =>
    classesOf(logits).filter((label) => label === 3).length / threes.length;
  const before = networks.map((network) => shareOf(logitsOf(network, threes)));
  const after = networks.map((network) => {
    const shift = shiftForShare(logitsOf(network, training.rows), 3, 0.1);
    return shareOf(shiftClass(logitsOf(network, threes), 3, shift));
  });
  return {
    [`unseen${name}`]: percent(meanAndSpread(before).mean),
    [`unseen${name}Shifted`]: percent(meanAndSpread(after).mean),
  };
}

function accuracyOf(network: Network): number {
  return agreement(classesOf(logitsOf(network, test.rows)), test.labels);
}

function noisyAccuracyOf(network: Network): number {
  return agreement(classesOf(logitsOf(network, noisyRows)), test.labels);
}

function meanOf(networks: readonly Network[]): number {
  return meanAndSpread(networks.map(accuracyOf)).mean;
}

/** Of a share measured on the test images. */
function standardErrorOf(share: number): number {
  return Math.sqrt((share * (1 - share)) / test.rows.length);
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)}%`;
}

function points(share: number): string {
  return (100 * share).toFixed(1);
}

import type { Network } from '@runnable-guide/algorithms/neural-network';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import * as draw from './draw.ts';
import { gradients, softening } from './draw-teacher.ts';
import { create, type Setting, trainStudent } from './student.ts';

// Change these and run again.
const teacherUnits = 24;
const teacherImageCount = 200; // that the teacher trains on, of 200
const studentUnits = 8;
const temperature = 4;
const softWeight = 0.9; // 0: labels only, 1: teacher only
const imageCount = 60; // that the student trains on
const seeds = [1, 2, 3, 4];
const learning = { steps: 100, learningRate: 0.3, batchSize: 20 };
const labelCounts = [20, 60, 200];
const temperatures = [1, 2, 4, 16];
const softWeights = [0, 0.5, 0.9];
const smoothing = 0.1;
const noise = 0.2;
const unseenDigit = 3;

const { training, test } = splitDigits();
const every = training.rows.length;
const teacher = trainStudent(
  training,
  {
    ...{ hiddenUnits: teacherUnits, imageCount: teacherImageCount },
    ...{ temperature: 1, softWeight: 0 },
    learning: { ...learning, steps: 200 },
  },
  1,
);
const known = new Map<string, Network[]>();

softening(teacher, test, temperatures);
gradients(create(studentUnits, 1), teacher, training, temperatures);

await pause();
draw.comparison(teacher, test, noise, {
  'labels only': students({ softWeight: 0 }),
  'labels, smoothed': students({ softWeight: 0, smoothing }),
  'with the teacher': students(),
  'without T²': students({ scaled: false }),
});

await pause();
draw.fewerLabels(teacher, test, labelCounts, {
  'labels only': (n) => students({ softWeight: 0, imageCount: n }),
  'teacher, same images': (n) => students({ imageCount: n }),
  'teacher, all images': (n) => students({ imageCount: every, labelCount: n }),
});

await pause();
draw.mixtures(test, temperatures, softWeights, (t, weight) =>
  students(weight === 0 ? { softWeight: 0 } : mixed(t, weight)),
);

await pause();
const withoutIt = { imageCount: every, unseen: unseenDigit };
draw.unseen(unseenDigit, training, test, {
  'labels only': students({ ...withoutIt, softWeight: 0 }),
  'teacher only': students({ ...withoutIt, softWeight: 1 }),
});

function mixed(t: number, weight: number): Partial<Setting> {
  return { temperature: t, softWeight: weight };
}

/** A student for each seed. A setting that comes again is not trained again. */
function students(change: Partial<Setting> = {}): Network[] {
  const setting = {
    ...{ hiddenUnits: studentUnits, learning, temperature, softWeight },
    ...{ imageCount, labelCount: change.imageCount ?? imageCount },
    ...change,
  };
  const key = JSON.stringify(setting);
  const networks =
    known.get(key) ??
    seeds.map((seed) => trainStudent(training, setting, seed, teacher));
  known.set(key, networks);
  return networks;
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

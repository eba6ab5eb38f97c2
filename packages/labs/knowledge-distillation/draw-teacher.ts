import { classesOf, oneHot } from '@runnable-guide/algorithms/classification';
import {
  distillationSlopes,
  softenedSoftmax,
} from '@runnable-guide/algorithms/distillation';
import { at } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';
import { plot } from 'plot';

const digitNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** What the teacher says of the image that it is least sure of. */
export function softening(
  teacher: Network,
  { rows, labels }: DigitSet,
  temperatures: readonly number[],
): void {
  const answers = logitsOf(teacher, rows);
  const sureness = answers.map((z) => Math.max(...softenedSoftmax(z, 1)));
  const right = [...rows.keys()].filter((i) => {
    return (
      classesOf([at(answers, i)])[0] === labels[i] && at(sureness, i) < 0.9
    );
  });
  const chosen = right[0] ?? 0;
  for (const t of temperatures) {
    plot.bars('softening', {
      labels: digitNames,
      series: [
        { name: 'teacher', values: softenedSoftmax(at(answers, chosen), t) },
      ],
      xLabel: 'digit',
      yLabel: 'probability',
      caption: `An image of a ${at(labels, chosen)}, T = ${t}.`,
    });
  }
}

/** How long the slopes of the two parts are before training, over T. */
export function gradients(
  student: Network,
  teacher: Network,
  { rows, labels }: DigitSet,
  temperatures: readonly number[],
): void {
  const logits = logitsOf(student, rows);
  const answers = logitsOf(teacher, rows);
  const hard = oneHot(labels, 10);
  const lengthAt = (temperature: number, softWeight: number, scaled: boolean) =>
    meanAndSpread(
      logits.map((z, i) => {
        const soft = softenedSoftmax(at(answers, i), temperature);
        const lesson = { soft, hard: at(hard, i) };
        const mixture = { temperature, softWeight, scaled };
        return Math.hypot(...distillationSlopes(z, lesson, mixture));
      }),
    ).mean;
  const series = (name: string, softWeight: number, scaled: boolean) => ({
    name,
    points: temperatures.map((t) => [t, lengthAt(t, softWeight, scaled)]),
  });
  plot.line('gradients', {
    series: [
      series('labels', 0, true),
      series('teacher, with T²', 1, true),
      series('teacher, without T²', 1, false),
    ],
    xLabel: 'temperature',
    yLabel: 'length of the gradient',
    yScale: 'log',
    dots: true,
    caption: 'The gradient by the logits, mean over the images, untrained.',
  });
}

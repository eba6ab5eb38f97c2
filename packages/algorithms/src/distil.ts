import { descend } from './descend.ts';
import {
  distillationSlopes,
  type Lesson,
  type Mixture,
  softenedSoftmax,
} from './distillation.ts';
import { at, zipWith } from './lists.ts';
import { logitsOf } from './logits.ts';
import type { Matrix } from './matrix.ts';
import type { Network } from './network.ts';
import type { TrainingOptions } from './training-options.ts';
import { checkPositive, refuse } from './validate.ts';

/** The examples that the student sees: the transfer set. */
export interface TransferSet {
  inputs: Matrix;
  /** For each input the label as probabilities, or null if it has none. */
  targets: readonly (readonly number[] | null)[];
}

/**
 * Trains a student on the answers of a teacher, on the labels, or on a mixture
 * of both. The teacher answers once for each input, before training. With
 * `softWeight` 0 it has no say, and this is ordinary training.
 *
 * @param student a network with softmax outputs, as many as the teacher's
 * @throws RangeError if an argument is not as described
 */
export function distil(
  student: Network,
  teacher: Network,
  { inputs, targets }: TransferSet,
  options: Mixture & TrainingOptions,
): Network {
  checkTransfer(inputs, targets);
  const { temperature, softWeight, scaled = true, ...training } = options;
  checkPositive('temperature', temperature);
  if (!(softWeight >= 0 && softWeight <= 1)) {
    refuse('softWeight', 'a number from 0 to 1', softWeight);
  }
  const lessons = zipWith(logitsOf(teacher, inputs), targets, toLesson);
  const mixture = { temperature, softWeight, scaled };
  const slopes = (logits: readonly number[], example: number) =>
    distillationSlopes(logits, at(lessons, example), mixture);
  return descend(student, inputs, slopes, training);

  function toLesson(logits: number[], hard: Lesson['hard']): Lesson {
    return { soft: softenedSoftmax(logits, temperature), hard };
  }
}

function checkTransfer(inputs: Matrix, targets: TransferSet['targets']): void {
  if (targets.length === inputs.length) return;
  refuse('targets', `one for each of the ${inputs.length} inputs`, targets);
}

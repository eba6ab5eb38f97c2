import { describe, expect, it } from 'vitest';
import {
  distillationLoss,
  distillationSlopes,
  softenedSoftmax,
} from './distillation.ts';
import { at, sum, zipWith } from './lists.ts';

/** A cat: logits for cat, lynx, dog, lorry. */
const teacher = [8, 5, 2, -1];
const student = [4, 3, 2, 1];
const hard = [1, 0, 0, 0];

function lessonAt(temperature: number) {
  return { soft: softenedSoftmax(teacher, temperature), hard };
}

/** Slopes by small steps to both sides. */
function measuredSlopes(loss: (logits: number[]) => number): number[] {
  const step = 1e-5;
  return student.map((_, index) => {
    const move = (by: number) =>
      loss(student.map((z, i) => (i === index ? z + by : z)));
    return (move(step) - move(-step)) / (2 * step);
  });
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    expect(at(actual, index)).toBeCloseTo(value, 6);
  }
}

describe('softenedSoftmax', () => {
  it('is softmax at temperature 1', () => {
    // Computed in Python with math.exp, like the numbers below.
    const known = [0.95021877, 0.04730861, 0.00235536, 0.00011727];
    expectClose(softenedSoftmax(teacher, 1), known);
  });

  it('evens the probabilities out as the temperature rises', () => {
    const known = [0.55527917, 0.26229531, 0.12389953, 0.05852599];
    expectClose(softenedSoftmax(teacher, 4), known);
    const largest = [0.5, 1, 2, 4, 8, 1e6].map((t) =>
      Math.max(...softenedSoftmax(teacher, t)),
    );
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
    expectClose(softenedSoftmax(teacher, 1e9), [0.25, 0.25, 0.25, 0.25]);
  });

  it('keeps the ratio of two classes at e^(difference / T)', () => {
    for (const t of [0.5, 1, 3, 10]) {
      const [cat = 0, lynx = 0] = softenedSoftmax(teacher, t);
      expect(cat / lynx).toBeCloseTo(Math.exp(3 / t), 8);
    }
  });

  it('gives probabilities with the sum 1, also for huge logits', () => {
    for (const logits of [[1000, 999, -1000], [-900, -900], [0]]) {
      for (const t of [0.1, 1, 20]) {
        const probabilities = softenedSoftmax(logits, t);
        expect(sum(probabilities)).toBeCloseTo(1, 12);
        expect(probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
      }
    }
  });

  it('does not change when all logits are shifted, nor its argument', () => {
    const logits = [...teacher];
    const shifted = teacher.map((z) => z + 123);
    expectClose(softenedSoftmax(shifted, 3), softenedSoftmax(logits, 3));
    expect(logits).toEqual(teacher);
  });

  it('refuses a temperature that is not positive, and no logits', () => {
    for (const t of [0, -1, Number.NaN]) {
      expect(() => softenedSoftmax(teacher, t)).toThrow('temperature');
    }
    expect(() => softenedSoftmax([], 1)).toThrow('logits');
    expect(() => softenedSoftmax([1, Number.NaN], 1)).toThrow('logits');
  });
});

describe('distillationLoss', () => {
  it.each([
    [1, 0.2843844],
    [4, 1.9023351],
    [16, 2.4537044],
    [64, 2.4970631],
  ])('is T² KL for softWeight 1: at T = %d it is %d', (temperature, known) => {
    const mixture = { temperature, softWeight: 1 };
    const loss = distillationLoss(student, lessonAt(temperature), mixture);
    expect(loss).toBeCloseTo(known, 6);
  });

  it('is 0 for the teacher itself and cross-entropy for softWeight 0', () => {
    const soft = { temperature: 4, softWeight: 1 };
    expect(distillationLoss(teacher, lessonAt(4), soft)).toBeCloseTo(0, 12);
    const labels = { temperature: 4, softWeight: 0 };
    // −ln softmax(4, 3, 2, 1)₀
    const loss = distillationLoss(student, lessonAt(4), labels);
    expect(loss).toBeCloseTo(0.4401897, 6);
  });
});

describe('distillationSlopes', () => {
  it('are those of the loss, measured by small steps to both sides', () => {
    const mixtures = [
      { temperature: 1, softWeight: 0.5 },
      { temperature: 4, softWeight: 0.9 },
      { temperature: 4, softWeight: 0.9, scaled: false },
      { temperature: 16, softWeight: 1 },
      { temperature: 0.5, softWeight: 0.3 },
      { temperature: 3, softWeight: 0 },
    ];
    for (const mixture of mixtures) {
      const lesson = lessonAt(mixture.temperature);
      const slopes = distillationSlopes(student, lesson, mixture);
      const loss = (logits: number[]) =>
        distillationLoss(logits, lesson, mixture);
      expectClose(slopes, measuredSlopes(loss));
    }
  });

  it('shrink as 1 / T² if the loss is not multiplied by T²', () => {
    const lengthAt = (temperature: number, scaled: boolean) => {
      const mixture = { temperature, softWeight: 1, scaled };
      const lesson = lessonAt(temperature);
      return Math.hypot(...distillationSlopes(student, lesson, mixture));
    };
    expect(lengthAt(64, false) / lengthAt(128, false)).toBeCloseTo(4, 1);
    // √1.25 is what is left at an infinite temperature.
    expect(lengthAt(1e4, true)).toBeCloseTo(Math.sqrt(1.25), 3);
  });

  it('become those of least squares on centred logits as T grows', () => {
    const centred = (logits: number[]) =>
      logits.map((z) => z - sum(logits) / logits.length);
    const limit = zipWith(centred(student), centred(teacher), (v, z) => {
      return (v - z) / student.length;
    });
    const mixture = { temperature: 1e7, softWeight: 1 };
    expectClose(distillationSlopes(student, lessonAt(1e7), mixture), limit);
  });

  it('without a label have the part of the teacher alone', () => {
    const mixture = { temperature: 2, softWeight: 0.3 };
    const { soft } = lessonAt(2);
    const slopes = distillationSlopes(student, { soft, hard: null }, mixture);
    const all = distillationSlopes(
      student,
      { soft, hard: null },
      { temperature: 2, softWeight: 1 },
    );
    expectClose(
      slopes,
      all.map((slope) => 0.3 * slope),
    );
  });

  it('add up to 0: a shift of all logits changes nothing', () => {
    for (const softWeight of [0, 0.5, 1]) {
      const mixture = { temperature: 3, softWeight };
      const slopes = distillationSlopes(student, lessonAt(3), mixture);
      expect(sum(slopes)).toBeCloseTo(0, 12);
    }
  });
});

import {
  type KMeansStep,
  kMeansSteps,
} from '@runnable-guide/algorithms/k-means';
import { createRandom, normal } from '@runnable-guide/algorithms/random';

export type Point = [x: number, y: number];

/** Gives well separated clouds and a start that takes seven iterations. */
export const FIRST_SEED = 203;

/** Side of the square that the pad shows. */
export const SIDE = 100;
const MARGIN = 6;

export interface Pad {
  points: Point[];
  step: KMeansStep;
  /** Moves one centroid and assigns the points anew. */
  move: (cluster: number, to: Point) => void;
  /** One iteration of Lloyd's algorithm; false once it has converged. */
  advance: () => boolean;
}

/** The clustering problem of the home page: the guide's own k-means. */
export function createPad(k: number, seed = FIRST_SEED): Pad {
  const points = scatterPoints(seed);
  const random = createRandom(seed + 1);
  const start = Array.from(
    { length: k },
    (): Point => [
      between(random(), MARGIN * 2, SIDE - MARGIN * 2),
      between(random(), MARGIN * 2, SIDE - MARGIN * 2),
    ],
  );
  let steps: Iterator<KMeansStep> = iterate(start);

  function iterate(initialCentroids: readonly (readonly number[])[]) {
    const options = { k: initialCentroids.length, initialCentroids };
    return kMeansSteps(points, options);
  }

  const pad: Pad = {
    points,
    step: steps.next().value as KMeansStep,
    move(cluster, [x, y]) {
      const centroids = pad.step.centroids.map((centroid) => [...centroid]);
      centroids[cluster] = [
        Math.min(Math.max(x, MARGIN), SIDE - MARGIN),
        Math.min(Math.max(y, MARGIN), SIDE - MARGIN),
      ];
      steps = iterate(centroids);
      pad.step = steps.next().value as KMeansStep;
    },
    advance() {
      if (!pad.step.converged) {
        const next = steps.next();
        if (next.done !== true) {
          pad.step = next.value;
        }
      }
      return !pad.step.converged;
    },
  };
  return pad;
}

/** Four clouds of different width. */
function scatterPoints(seed: number): Point[] {
  const random = createRandom(seed);
  const clouds = Array.from({ length: 4 }, () => ({
    x: between(random(), 18, 82),
    y: between(random(), 18, 82),
    spread: between(random(), 4, 9),
  }));
  return clouds.flatMap(({ x, y, spread }) =>
    Array.from(
      { length: 18 },
      (): Point => [
        clamp(x + spread * normal(random)),
        clamp(y + spread * normal(random)),
      ],
    ),
  );
}

function clamp(value: number): number {
  const inside = Math.min(Math.max(value, MARGIN / 2), SIDE - MARGIN / 2);
  return Math.round(inside * 10) / 10;
}

function between(share: number, low: number, high: number): number {
  return low + share * (high - low);
}

import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { parseFrame } from '~/plots/validate';

export interface Figure {
  name: string;
  frames: PlotFrame[];
  /** Why some frame could not be accepted, in English. */
  broken?: string;
}

/** Sorts new frames, which are not trusted, into the figures they name. */
export function addFrames(
  figures: readonly Figure[],
  frames: readonly unknown[],
): Figure[] {
  const next = figures.map((figure) => ({ ...figure }));
  for (const value of frames) {
    const frame = parseFrame(value);
    const name = String((value as { name?: unknown }).name);
    let figure = next.find((item) => item.name === name);
    if (figure === undefined) {
      figure = { name, frames: [] };
      next.push(figure);
    }
    if (typeof frame === 'string') {
      figure.broken = frame;
    } else {
      figure.frames = [...figure.frames, frame];
    }
  }
  return next;
}

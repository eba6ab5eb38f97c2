import type { Line } from './run-state';

/**
 * The frame of a figure that each line belongs to, by the line's place in the
 * list; -1 for none. A program that prints before it draws its first frame is
 * taken to print before every frame, any other to print after.
 */
export function frameOfLines(
  lines: readonly Line[],
  figure: string,
  frameCount: number,
): number[] {
  if (frameCount < 2) {
    return lines.map(() => -1);
  }
  const counts = lines.map((line) => line.frameCounts[figure] ?? 0);
  const shift = counts[0] === 0 ? 0 : 1;
  // What follows the first line after the last frame sums up.
  const end = counts.indexOf(frameCount);
  return counts.map((count, index) => {
    const frame = count - shift;
    const isSummary = end >= 0 && index > end;
    return isSummary || frame >= frameCount ? -1 : frame;
  });
}

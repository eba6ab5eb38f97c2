import type { Client } from '@runnable-guide/algorithms/fed-avg';
import { plot } from 'plot';
import { attacks } from './attacks.ts';

/** The image, and what the server makes of each kind of update. */
export function drawLeaks(
  clients: readonly Client[],
  leakedImage: number,
  scale: number,
): void {
  const { image, blind, list } = attacks(clients, leakedImage, scale);
  show(image, 'The image that the client trains on.');
  for (const { name, guess, error } of list) {
    show(guess, `From ${name}: an error of ${error.toFixed(3)}.`);
  }
  const rows = list.map(({ name, error }) => [name, error.toFixed(3)]);
  plot.table('defences', {
    columns: ['what the server sees', 'error'],
    rows: [...rows, ['nothing: the mean image', blind.toFixed(3)]],
    caption: 'Root of the mean squared error of a pixel, from 0 to 1.',
  });
}

function show(pixels: readonly number[], caption: string): void {
  // Row 0 of a heat map is at the bottom.
  const values = Array.from({ length: 8 }, (_, y) => {
    const row = pixels.slice(56 - 8 * y, 64 - 8 * y);
    return row.map((ink) => Math.min(1, Math.max(0, ink)));
  });
  plot.heatmap('leak', { values, caption });
}

import { at } from '@runnable-guide/algorithms/lists';
import {
  addWords,
  decode,
  encode,
  pairwiseMask,
  randomWords,
  subtractWords,
} from '@runnable-guide/algorithms/secure-aggregation';
import { plot } from 'plot';

/** One number of each of three clients goes through secure aggregation. */
export function drawMasks(values: readonly number[], scale: number): void {
  const clients = [...values.keys()];
  const last = clients.length - 1;
  const sharedSeed = (lower: number, higher: number) => 100 * lower + higher;
  const codes = values.map((value) => encode([value], scale, values.length));
  const masks = clients.map((i) => pairwiseMask(i, clients, 1, sharedSeed));
  const masked = clients.map((i) => addWords(at(codes, i), at(masks, i)));
  const hex = (words: Uint32Array) =>
    at([...words], 0)
      .toString(16)
      .padStart(8, '0');
  const sumOf = (list: readonly Uint32Array[]) => list.reduce(addWords);
  const show = (words: Uint32Array) => at(decode(words, scale), 0).toFixed(2);

  const present = sumOf(masked.slice(0, -1));
  // The others reveal the seeds that they share with the missing client.
  const missing = at(masks, last);
  const own = randomWords(7, 1);
  const late = at(masked, last);
  const none = clients.map(() => '');
  plot.table('masks', {
    columns: ['step', ...clients.map((i) => `client ${i + 1}`), 'the server'],
    rows: [
      ['the numbers', ...values.map(String), ''],
      ['as words', ...codes.map(hex), ''],
      ['masked', ...masked.map(hex), ''],
      ['the sum of all', ...none, show(sumOf(masked))],
      ['the last one is missing', ...none, show(present)],
      ['its masks removed', ...none, show(addWords(present, missing))],
      ['it comes late', ...none, show(subtractWords(late, missing))],
      [
        'late, with a mask of its own',
        ...none,
        show(addWords(subtractWords(late, missing), own)),
      ],
    ],
    caption:
      'What the server sees are the masked words, modulo 2³², in base 16.',
  });
}

import type { Words } from '@runnable-guide/algorithms/secure-aggregation';
import { plot } from 'plot';
import { maskSteps } from './mask-steps.ts';

/** One number of each of three clients goes through secure aggregation. */
export function drawMasks(values: readonly number[], scale: number): void {
  const { codes, masked, server } = maskSteps(values, scale);
  const none = values.map(() => '');
  plot.table('masks', {
    columns: ['step', ...values.map((_, i) => `client ${i + 1}`), 'the server'],
    rows: [
      ['the numbers', ...values.map(String), ''],
      ['as words', ...codes.map(hex), ''],
      ['masked', ...masked.map(hex), ''],
      ...Object.entries(server).map(([step, number]) => {
        return [step, ...none, number.toFixed(2)];
      }),
    ],
    caption:
      'What the server sees are the masked words, modulo 2³², in base 16.',
  });
}

function hex(words: Words): string {
  return (words[0] ?? 0).toString(16).padStart(8, '0');
}

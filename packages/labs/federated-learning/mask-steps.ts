import { at } from '@runnable-guide/algorithms/lists';
import {
  addWords,
  decode,
  encode,
  pairwiseMask,
  randomWords,
  subtractWords,
  type Words,
} from '@runnable-guide/algorithms/secure-aggregation';

/** Secure aggregation of one number of each client, step by step. */
export interface MaskSteps {
  codes: Words[];
  masked: Words[];
  /** What the server gets to know, by the name of the step. */
  server: Record<string, number>;
}

/** The last client drops out after masks were agreed on, then comes late. */
export function maskSteps(values: readonly number[], scale: number): MaskSteps {
  const clients = [...values.keys()];
  const last = clients.length - 1;
  const sharedSeed = (lower: number, higher: number) => 100 * lower + higher;
  const codes = values.map((value) => encode([value], scale, values.length));
  const masks = clients.map((i) => pairwiseMask(i, clients, 1, sharedSeed));
  const masked = clients.map((i) => addWords(at(codes, i), at(masks, i)));
  const plain = (words: Words) => at(decode(words, scale), 0);

  const present = masked.slice(0, -1).reduce(addWords);
  // The others reveal the seeds that they share with the missing client.
  const missing = at(masks, last);
  const late = subtractWords(at(masked, last), missing);
  const server = {
    'the sum of all': plain(masked.reduce(addWords)),
    'the last one is missing': plain(present),
    'its masks removed': plain(addWords(present, missing)),
    'it comes late': plain(late),
    'late, with a mask of its own': plain(addWords(late, randomWords(7, 1))),
  };
  return { codes, masked, server };
}

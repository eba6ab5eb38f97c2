import { clip } from '@runnable-guide/algorithms/client-privacy';
import { type Client, localUpdate } from '@runnable-guide/algorithms/fed-avg';
import { invertGradient } from '@runnable-guide/algorithms/gradient-inversion';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import { columnMeans } from '@runnable-guide/algorithms/matrix';
import { withParameters } from '@runnable-guide/algorithms/parameters';
import { createRandom, normal } from '@runnable-guide/algorithms/random';
import {
  addWords,
  decode,
  encode,
  pairwiseMask,
} from '@runnable-guide/algorithms/secure-aggregation';
import { start, training } from './setup.ts';

/** What the server takes for the image, and how far it is off. */
export interface Attack {
  /** What the server sees. */
  name: string;
  guess: number[];
  /** Root of the mean squared error of a pixel. */
  error: number;
}

/** What the server can make of an update, in several situations. */
export function attacks(
  clients: readonly Client[],
  leakedImage: number,
  scale: number,
): { image: number[]; blind: number; list: Attack[] } {
  const image = at(training.rows, leakedImage);
  const labels = training.labels.slice(leakedImage);
  const random = createRandom(1);
  const update = (imageCount: number, epochs: number) => {
    const rows = training.rows.slice(leakedImage, leakedImage + imageCount);
    const client = { rows, labels: labels.slice(0, imageCount) };
    const options = { epochs, learningRate: 0.1, batchSize: imageCount };
    return localUpdate(start, client, options).change;
  };
  const one = update(1, 1);
  const everyone = [...clients.keys()];
  const sharedSeed = (lower: number, higher: number) => 1000 * lower + higher;
  const words = everyone.map((index) => {
    const client = at(clients, index);
    const options = { epochs: 1, learningRate: 0.1, batchSize: 100 };
    const own = localUpdate(start, client, options).change;
    const change = index === 0 ? one : own;
    const code = encode(change, scale, clients.length);
    const mask = pairwiseMask(index, everyone, code.length, sharedSeed);
    return addWords(code, mask);
  });

  const seen: Record<string, number[]> = {
    'one image, one step': one,
    'one image, 5 steps': update(1, 5),
    'clipped to 0.1': clip(one, 0.1),
    '4 images, one step': update(4, 1),
    '10 images, 5 steps': update(10, 5),
    'the sum over all clients': decode(words.reduce(addWords), scale),
    'one masked update': decode(at(words, 0), scale),
    'clipped, with noise of 0.1': clip(one, 0.1).map((value) => {
      return value + 0.1 * normal(random);
    }),
  };
  const list = Object.entries(seen).map(([name, change]) => {
    const { weights, biases } = at(withParameters(start, change).layers, 0);
    const guess = invertGradient(weights, biases);
    return { name, guess, error: distance(image, guess) };
  });
  const blind = distance(image, columnMeans(training.rows));
  return { image, blind, list };
}

function distance(left: readonly number[], right: readonly number[]): number {
  const squares = zipWith(left, right, (a, b) => (a - b) ** 2);
  return Math.sqrt(at(columnMeans(squares.map((value) => [value])), 0));
}

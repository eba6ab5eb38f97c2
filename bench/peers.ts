/** The libraries that the bench compares with, and their installation. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const find = createRequire(import.meta.url);

/** Installs them once. Their install scripts build what is not used here. */
export function installPeers(): void {
  if (existsSync(`${folder}node_modules`)) return;
  console.log('Installing the libraries to compare with, once…');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', ...options], { cwd: folder, stdio: 'inherit' });
}

export interface MlKMeans {
  kmeans: (
    points: number[][],
    k: number,
    options: {
      initialization: number[][];
      maxIterations: number;
      tolerance: number;
    },
  ) => { clusters: number[]; centroids: number[][] };
}

export interface MlCart {
  DecisionTreeClassifier: new (options: {
    maxDepth: number;
    minNumSamples: number;
    gainThreshold: number;
  }) => {
    train: (rows: number[][], labels: number[]) => void;
    predict: (rows: number[][]) => number[];
  };
}

interface Pattern {
  input: Float32Array;
  output: Float32Array;
}

export interface BrainNetwork {
  sizes: number[];
  weights: Float32Array[][];
  biases: Float32Array[];
  initialize: () => void;
  trainOpts: { learningRate: number; momentum: number };
  trainPatterns: (patterns: Pattern[]) => void;
  run: (input: number[]) => Float32Array;
}

export interface Brain {
  default: new (options: {
    inputSize: number;
    outputSize: number;
    hiddenLayers: number[];
    activation: string;
  }) => BrainNetwork;
}

export interface Tensor {
  dispose: () => void;
  dataSync: () => Float32Array;
}

export interface TensorFlow {
  setBackend: (name: string) => Promise<boolean>;
  tensor: (values: number[] | number[][]) => Tensor;
  variable: (tensor: Tensor) => Tensor;
  tidy: (work: () => void) => void;
  matMul: (left: Tensor, right: Tensor) => Tensor;
  add: (left: Tensor, right: Tensor) => Tensor;
  tanh: (values: Tensor) => Tensor;
  losses: { sigmoidCrossEntropy: (targets: Tensor, logits: Tensor) => Tensor };
  train: {
    sgd: (learningRate: number) => { minimize: (loss: () => Tensor) => void };
  };
}

export const loadMlKMeans = () => load<MlKMeans>('ml-kmeans');
export const loadMlCart = () => load<MlCart>('ml-cart');
/** The network alone: the whole library asks for a graphics driver. */
export const loadBrain = () => load<Brain>('brain.js/dist/neural-network.js');

export async function loadTensorFlow(): Promise<TensorFlow> {
  const tf = await load<TensorFlow>('@tensorflow/tfjs');
  await tf.setBackend('cpu');
  return tf;
}

async function load<Library>(name: string): Promise<Library> {
  // They are not among the guide's own packages, hence the detour.
  try {
    return find(name);
  } catch {
    return import(find.resolve(name));
  }
}

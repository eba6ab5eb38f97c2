import {
  type Activation,
  activations,
  type LayerActivation,
  type OutputActivation,
} from './activations.ts';
import { at } from './lists.ts';
import { createRandom, normal } from './random.ts';
import { checkInteger, checkOneOf, refuse } from './validate.ts';

/** What training makes small; `lossOf` has the formulas. */
export type Loss = 'mse' | 'cross-entropy';

/** Which outputs go with which loss. */
const outputsFor: Record<Loss, readonly OutputActivation[]> = {
  mse: ['sigmoid', 'linear'],
  'cross-entropy': ['sigmoid', 'softmax'],
};

export interface NetworkOptions {
  /** Units in each layer, input first, such as [2, 4, 1]. */
  layerSizes: readonly number[];
  /** Of the hidden layers. Default: 'tanh'. */
  activation?: Activation;
  /** Default: 'cross-entropy'. */
  loss?: Loss;
  /** Default: 'sigmoid'. 'softmax' needs 'cross-entropy', 'linear' 'mse'. */
  output?: OutputActivation;
  /** Seed of the first weights. Default: 1. */
  seed?: number;
}

export interface Layer {
  /** `weights[i][j]` leads from unit i of the layer below to unit j. */
  weights: number[][];
  biases: number[];
  activation: LayerActivation;
}

/** Plain data: `JSON.stringify` saves a network. */
export interface Network {
  layers: Layer[];
  loss: Loss;
}

/** For each layer the derivatives of the loss, in the shape of the layer. */
export type Gradients = Pick<Layer, 'weights' | 'biases'>[];

/** What a forward pass leaves for the backward pass. */
export interface Pass {
  /** The inputs, then the results of each layer: layers × batch × units. */
  activations: number[][][];
  /** The results of the last layer: batch × units. */
  outputs: number[][];
}

/**
 * Creates a network with random weights and zero biases. The weights are
 * normal with variance 2 / (in + out) before sigmoid, tanh and the outputs,
 * and 2 / in before ReLU, so that the signal keeps its size from layer to
 * layer. Equal weights would stay equal for ever.
 *
 * Methods: Glorot and Bengio, "Understanding the difficulty of training deep
 * feedforward neural networks", AISTATS 2010, section 4.2 ("Xavier"); He et
 * al., "Delving deep into rectifiers", ICCV 2015, section 2.2.
 *
 * @throws RangeError if an option is not as described
 */
export function createNetwork(options: NetworkOptions): Network {
  const { layerSizes, activation = 'tanh', loss = 'cross-entropy' } = options;
  checkOneOf('activation', activation, activations);
  checkOneOf('loss', loss, Object.keys(outputsFor));
  const { output = 'sigmoid', seed = 1 } = options;
  checkOneOf(`output with loss '${loss}'`, output, outputsFor[loss]);
  checkLayerSizes(layerSizes, output);

  const random = createRandom(seed);
  const layers = layerSizes.slice(1).map((size, index): Layer => {
    const inputSize = at(layerSizes, index);
    const isLast = index === layerSizes.length - 2;
    const layerActivation = isLast ? output : activation;
    const fan = layerActivation === 'relu' ? inputSize : inputSize + size;
    const draw = () => Math.sqrt(2 / fan) * normal(random);
    return {
      weights: fill(inputSize, () => fill(size, draw)),
      biases: fill(size, () => 0),
      activation: layerActivation,
    };
  });
  return { layers, loss };
}

function fill<Item>(length: number, create: () => Item): Item[] {
  return Array.from({ length }, create);
}

function checkLayerSizes(sizes: readonly number[], output: string): void {
  if (!Array.isArray(sizes) || sizes.length < 2) {
    refuse('layerSizes', 'a list of at least two sizes', sizes);
  }
  for (const [index, size] of sizes.entries()) {
    checkInteger(`layerSizes[${index}]`, size, 1);
  }
  if (output === 'softmax' && at(sizes, -1) < 2) {
    refuse("the last of layerSizes with output 'softmax'", 'at least 2', 1);
  }
}

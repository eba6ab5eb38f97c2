import type { LayerActivation } from './activations.ts';
import type { Products } from './flat-products.ts';
import type { Layer } from './network.ts';

/** A layer on flat arrays, with room for a batch of up to so many examples. */
export interface FlatLayer {
  products: Products;
  inputSize: number;
  size: number;
  activation: LayerActivation;
  /** inputSize × size. */
  weights: Float64Array;
  biases: Float64Array;
  /** Results of the batch, batch × size. */
  outputs: Float64Array;
  /** Derivatives of the loss by the weighted sums, batch × size. */
  delta: Float64Array;
  weightSlopes: Float64Array;
  /** For what the products need beside the result. */
  scratch: Float64Array;
}

export function createFlatLayer(
  layer: Layer,
  capacity: number,
  products: Products,
): FlatLayer {
  const inputSize = layer.weights.length;
  const size = layer.biases.length;
  return {
    products,
    inputSize,
    size,
    activation: layer.activation,
    weights: Float64Array.from(layer.weights.flat()),
    biases: Float64Array.from(layer.biases),
    outputs: new Float64Array(capacity * size),
    delta: new Float64Array(capacity * size),
    weightSlopes: new Float64Array(inputSize * size),
    scratch: new Float64Array(inputSize * Math.max(size, capacity)),
  };
}

/** The layer as plain lists again. */
export function toLayer({ inputSize, size, ...layer }: FlatLayer): Layer {
  const rows = Array.from({ length: inputSize }, (_, i) =>
    Array.from(layer.weights.subarray(i * size, (i + 1) * size)),
  );
  const { activation, biases } = layer;
  return { weights: rows, biases: Array.from(biases), activation };
}

/** Computes the outputs for a batch of inputs (count × inputSize). */
export function runLayer(
  layer: FlatLayer,
  inputs: Float64Array,
  count: number,
): void {
  const { inputSize, size, weights, biases, outputs, activation } = layer;
  layer.products.multiply(
    outputs,
    inputs,
    weights,
    count,
    inputSize,
    size,
    layer.scratch,
  );
  const end = count * size;
  for (let i = 0; i < end; ) {
    for (let j = 0; j < size; j++, i++) {
      outputs[i] = (outputs[i] as number) + (biases[j] as number);
    }
  }
  activateInto(outputs, end, size, activation);
}

function activateInto(
  values: Float64Array,
  end: number,
  size: number,
  activation: LayerActivation,
): void {
  if (activation === 'softmax') {
    for (let start = 0; start < end; start += size) {
      softmaxInto(values.subarray(start, start + size));
    }
  } else if (activation === 'sigmoid') {
    for (let i = 0; i < end; i++) {
      values[i] = 1 / (1 + Math.exp(-(values[i] as number)));
    }
  } else if (activation === 'tanh') {
    for (let i = 0; i < end; i++) values[i] = Math.tanh(values[i] as number);
  } else if (activation === 'relu') {
    for (let i = 0; i < end; i++) values[i] = Math.max(0, values[i] as number);
  }
}

function softmaxInto(row: Float64Array): void {
  let largest = row[0] as number;
  for (const z of row) largest = Math.max(largest, z);
  let total = 0;
  for (let j = 0; j < row.length; j++) {
    const power = Math.exp((row[j] as number) - largest);
    row[j] = power;
    total += power;
  }
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / total;
}

/** From the delta of the layer above to that of this one. */
export function spreadDelta(
  layer: FlatLayer,
  above: FlatLayer,
  count: number,
): void {
  const { size, outputs, delta, activation } = layer;
  above.products.multiplyByTransposed(
    delta,
    above.delta,
    above.weights,
    count,
    above.size,
    size,
    above.scratch,
  );
  for (let i = 0; i < count * size; i++) {
    const slope = slopeAt(outputs[i] as number, activation);
    delta[i] = (delta[i] as number) * slope;
  }
}

/** The derivative of a unit's activation, as a function of its result. */
export function slopeAt(result: number, activation: LayerActivation): number {
  if (activation === 'sigmoid') return result * (1 - result);
  if (activation === 'tanh') return 1 - result * result;
  return activation === 'relu' && !(result > 0) ? 0 : 1;
}

/** One step of gradient descent, with the gradient of the batch. */
export function descendLayer(
  layer: FlatLayer,
  inputs: Float64Array,
  count: number,
  learningRate: number,
): void {
  const { inputSize, size, delta, weights, biases, weightSlopes } = layer;
  layer.products.multiplyTransposed(
    weightSlopes,
    inputs,
    delta,
    inputSize,
    count,
    size,
    layer.scratch,
  );
  for (let i = 0; i < weights.length; i++) {
    weights[i] =
      (weights[i] as number) - learningRate * (weightSlopes[i] as number);
  }
  for (let j = 0; j < size; j++) {
    let slope = 0;
    for (let i = j; i < count * size; i += size) slope += delta[i] as number;
    biases[j] = (biases[j] as number) - learningRate * slope;
  }
}

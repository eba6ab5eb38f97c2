import { at } from './lists.ts';
import type { Layer, Network } from './network.ts';
import { checkMatrix } from './validate.ts';

/** All weights and biases as one list, layer by layer, weights first. */
export function parametersOf(network: Network): number[] {
  return network.layers.flatMap(({ weights, biases }) => {
    return [...weights.flat(), ...biases];
  });
}

/** The network with other weights and biases, in the order of `parametersOf`. */
export function withParameters(
  network: Network,
  parameters: readonly number[],
): Network {
  const columns = parametersOf(network).length;
  checkMatrix('parameters', [parameters], { columns });
  let next = 0;
  const take = () => at(parameters, next++);
  const layers = network.layers.map((layer): Layer => {
    const weights = layer.weights.map((row) => row.map(take));
    return { ...layer, weights, biases: layer.biases.map(take) };
  });
  return { ...network, layers };
}

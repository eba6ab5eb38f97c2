"""What a multilayer perceptron is made of, and its first weights."""

from dataclasses import dataclass
from math import exp, sqrt, tanh
from random import Random

from checks import check_integer, check_one_of, refuse


@dataclass(frozen=True)
class Layer:
    weights: list  # weights[i][j] leads from unit i of the layer below to j
    biases: list
    activation: str


@dataclass(frozen=True)
class Network:
    layers: list
    loss: str


def sigmoid(z):
    # The powers of e stay below 1, so that they cannot overflow.
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softmax(row):
    largest = max(row)
    powers = [exp(z - largest) for z in row]
    return [power / sum(powers) for power in powers]


# The function, and its derivative as a function of the result a.
UNITS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (tanh, lambda a: 1 - a * a),
    "relu": (lambda z: max(0.0, z), lambda a: 1.0 if a > 0 else 0.0),
    "linear": (lambda z: z, lambda a: 1.0),
}
# Which outputs go with which loss.
OUTPUTS = {
    "mse": ("sigmoid", "linear"),
    "cross-entropy": ("sigmoid", "softmax"),
}


def create_network(
    layer_sizes, *, activation="tanh", loss="cross-entropy",
    output="sigmoid", seed=1,
):
    """Random weights, zero biases; layer_sizes such as [2, 8, 1].

    The variance is 2 / (in + out), and 2 / in before ReLU, so that the signal
    keeps its size: Glorot and Bengio, AISTATS 2010; He et al., ICCV 2015.
    """
    if len(layer_sizes) < 2:
        refuse("layer_sizes", "a list of at least two sizes", layer_sizes)
    for i, size in enumerate(layer_sizes):
        check_integer(f"layer_sizes[{i}]", size, 1)
    check_one_of("activation", activation, ["sigmoid", "tanh", "relu"])
    check_one_of("loss", loss, list(OUTPUTS))
    check_one_of("output", output, OUTPUTS[loss])
    random, layers = Random(seed), []
    for size, next_size in zip(layer_sizes, layer_sizes[1:]):
        last = len(layers) == len(layer_sizes) - 2
        name = output if last else activation
        spread = sqrt(2 / (size if name == "relu" else size + next_size))
        weights = [
            [random.gauss(0, spread) for _ in range(next_size)]
            for _ in range(size)
        ]
        layers.append(Layer(weights, [0.0] * next_size, name))
    return Network(layers, loss)

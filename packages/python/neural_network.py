"""A multilayer perceptron with the standard library.

Backpropagation: Rumelhart, Hinton and Williams, "Learning representations by
back-propagating errors", Nature 323 (1986), pp. 533-536.
"""

from dataclasses import replace
from math import isfinite, log
from operator import mul
from random import Random

from checks import check_integer, check_matrix, check_positive, refuse
from network import UNITS, Network, softmax


def multiply(left, right):
    """The matrix product: (rows x inner) times (inner x columns)."""
    columns = list(zip(*right))
    return [[sum(map(mul, row, col)) for col in columns] for row in left]


def forward(network, inputs):
    """The inputs, then the results of each layer: a list of batch x units."""
    check_matrix("inputs", inputs, columns=len(network.layers[0].weights))
    activations = [inputs]
    for layer in network.layers:
        sums = [
            [z + bias for z, bias in zip(row, layer.biases)]
            for row in multiply(activations[-1], layer.weights)
        ]
        if layer.activation == "softmax":
            activations.append([softmax(row) for row in sums])
        else:
            apply, _ = UNITS[layer.activation]
            activations.append([[apply(z) for z in row] for row in sums])
    return activations


def predict(network, inputs):
    return forward(network, inputs)[-1]


def loss_of(network, outputs, targets):
    """A mean over the batch: squared errors, or cross-entropy in nats."""
    check_matrix(
        "targets", targets, rows=len(outputs), columns=len(outputs[0])
    )
    binary = network.layers[-1].activation == "sigmoid"

    def cost(a, t):
        if network.loss == "mse":
            # Not ** 2, which raises where the square overflows.
            return (a - t) * (a - t) / len(outputs[0])
        # A probability that has rounded to 0 keeps a finite logarithm.
        yes = -t * log(max(a, 1e-300))
        return yes - (1 - t) * log(max(1 - a, 1e-300)) if binary else yes

    pairs = zip(outputs, targets)
    return sum(sum(map(cost, *pair)) for pair in pairs) / len(outputs)


def backward(network, activations, targets):
    """For each layer (weights, biases): the derivatives of loss_of.

    delta, the derivative by a layer's weighted sums, goes from the last layer
    to the first.
    """
    outputs = activations[-1]
    check_matrix(
        "targets", targets, rows=len(outputs), columns=len(outputs[0])
    )
    n, m = len(outputs), len(outputs[0])
    _, slope = UNITS.get(network.layers[-1].activation, (None, None))

    def output_delta(a, t):
        # Sigmoid or softmax and the logarithm cancel: Bishop 2006, 5.2.
        if network.loss == "cross-entropy":
            return (a - t) / n
        return 2 * (a - t) * slope(a) / (n * m)

    delta = [list(map(output_delta, *pair)) for pair in zip(outputs, targets)]
    gradients = []
    for index in reversed(range(len(network.layers))):
        inputs = activations[index]
        weights = multiply(list(zip(*inputs)), delta)
        gradients.insert(0, (weights, [sum(col) for col in zip(*delta)]))
        if index > 0:
            back = zip(*network.layers[index].weights)
            errors = multiply(delta, list(back))
            _, slope = UNITS[network.layers[index - 1].activation]
            delta = [
                [error * slope(a) for error, a in zip(*pair)]
                for pair in zip(errors, inputs)
            ]
    return gradients


def step(network, gradients, learning_rate):
    """A new network, downhill from the old one, which stays as it was."""
    check_positive("learning_rate", learning_rate)

    def descend(values, slopes):
        return [v - learning_rate * s for v, s in zip(values, slopes)]

    layers = [
        replace(
            layer,
            weights=[descend(*pair) for pair in zip(layer.weights, weights)],
            biases=descend(layer.biases, biases),
        )
        for layer, (weights, biases) in zip(network.layers, gradients)
    ]
    return Network(layers, network.loss)


def train_steps(
    network, inputs, targets, *, epochs=500, learning_rate=1.0,
    batch_size=None, seed=1,
):
    """Mini-batch gradient descent; yields (epoch, loss, network).

    Epoch 0 is the state before training. Raises ValueError when the first
    step is asked for, and later if the loss stops being a finite number.
    """
    n = len(inputs)
    check_integer("epochs", epochs, 1)
    check_positive("learning_rate", learning_rate)
    batch_size = n if batch_size is None else batch_size
    check_integer("batch_size", batch_size, 1, n)
    random = Random(seed)
    yield 0, loss_of(network, predict(network, inputs), targets), network
    for epoch in range(1, epochs + 1):
        order = random.sample(range(n), n) if batch_size < n else range(n)
        for start in range(0, n, batch_size):
            chosen = order[start:start + batch_size]
            activations = forward(network, [inputs[i] for i in chosen])
            wanted = [targets[i] for i in chosen]
            gradients = backward(network, activations, wanted)
            network = step(network, gradients, learning_rate)
        loss = loss_of(network, predict(network, inputs), targets)
        if not isfinite(loss):
            allowed = f"smaller, as the loss is {loss} after epoch {epoch}"
            refuse("learning_rate", allowed, learning_rate)
        yield epoch, loss, network


def train(network, inputs, targets, **options):
    """Run train_steps to its end: the network and the loss of each epoch."""
    losses = []
    for _, loss, network in train_steps(network, inputs, targets, **options):
        losses.append(loss)
    return network, losses

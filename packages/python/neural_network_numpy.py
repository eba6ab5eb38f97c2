"""A multilayer perceptron with NumPy: the same rules as neural_network.py.

A network is a list of layers (weights, biases, activation); the loss is
cross-entropy after sigmoid or softmax, and mean squared error after linear.
"""

import numpy as np


def sigmoid(z):
    # exp(-|z|) is at most 1, so that it cannot overflow.
    power = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, power) / (1 + power)


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "softmax": softmax,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "linear": lambda z: z,
}

# Derivatives of the hidden activations, as functions of the result a.
SLOPES = {
    "sigmoid": lambda a: a * (1 - a),
    "tanh": lambda a: 1 - a**2,
    "relu": lambda a: (a > 0).astype(float),
}


def create_network(layer_sizes, activation="tanh", output="sigmoid", seed=1):
    """Variance 2 / (in + out), and 2 / in before ReLU; zero biases."""
    random = np.random.default_rng(seed)
    network = []
    for index, (size, next_size) in enumerate(
        zip(layer_sizes, layer_sizes[1:])
    ):
        last = index == len(layer_sizes) - 2
        name = output if last else activation
        spread = np.sqrt(2 / (size if name == "relu" else size + next_size))
        weights = random.normal(0, spread, (size, next_size))
        network.append((weights, np.zeros(next_size), name))
    return network


def forward(network, inputs):
    """The inputs, then the results of each layer: batch x units."""
    activations = [np.asarray(inputs, dtype=float)]
    for weights, biases, name in network:
        sums = activations[-1] @ weights + biases
        activations.append(ACTIVATIONS[name](sums))
    return activations


def predict(network, inputs):
    return forward(network, inputs)[-1]


def loss_of(network, outputs, targets):
    # Broadcasting would hide a wrong shape: (4, 1) - (4,) is (4, 4).
    assert outputs.shape == targets.shape
    output = network[-1][2]
    if output == "linear":
        return ((outputs - targets) ** 2).mean()
    costs = targets * np.log(np.maximum(outputs, 1e-300))
    if output == "sigmoid":
        costs = costs + (1 - targets) * np.log(np.maximum(1 - outputs, 1e-300))
    return -costs.sum() / len(outputs)


def backward(network, activations, targets):
    """For each layer the derivatives of the loss: (weights, biases)."""
    outputs = activations[-1]
    assert outputs.shape == targets.shape
    if network[-1][2] == "linear":
        delta = 2 * (outputs - targets) / outputs.size
    else:
        delta = (outputs - targets) / len(outputs)
    gradients = []
    for index in reversed(range(len(network))):
        inputs, (weights, _, _) = activations[index], network[index]
        gradients.insert(0, (inputs.T @ delta, delta.sum(axis=0)))
        if index > 0:
            slope = SLOPES[network[index - 1][2]]
            delta = (delta @ weights.T) * slope(inputs)
    return gradients


def train(
    network, inputs, targets, *, epochs=500, learning_rate=1.0,
    batch_size=None, seed=1,
):
    """A new network, and the loss before training and after each epoch."""
    inputs = np.asarray(inputs, dtype=float)
    targets = np.asarray(targets, dtype=float)
    random, n = np.random.default_rng(seed), len(inputs)
    batch_size = n if batch_size is None else batch_size
    losses = [loss_of(network, predict(network, inputs), targets)]
    for _ in range(epochs):
        order = random.permutation(n) if batch_size < n else np.arange(n)
        for start in range(0, n, batch_size):
            chosen = order[start:start + batch_size]
            activations = forward(network, inputs[chosen])
            gradients = backward(network, activations, targets[chosen])
            network = [
                (w - learning_rate * dw, b - learning_rate * db, name)
                for (w, b, name), (dw, db) in zip(network, gradients)
            ]
        losses.append(loss_of(network, predict(network, inputs), targets))
    return network, losses

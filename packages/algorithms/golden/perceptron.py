"""
Multilayer perceptron: loss and gradients of one step, in NumPy.

The gradients come from complex steps, without any backpropagation: for an
analytic function, Im f(x + ih) / h is the derivative without cancellation
(Squire and Trapp, SIAM Review 40, 1998). Where scikit-learn's MLPClassifier
and MLPRegressor can express the network, one step of theirs must agree.
"""

import numpy as np
from sklearn.neural_network import MLPClassifier, MLPRegressor

STEP = 1e-30


def cases():
    return [
        case(1, [2, 3, 1], "tanh", "sigmoid", "cross-entropy", 4),
        case(2, [2, 16, 16, 1], "tanh", "sigmoid", "cross-entropy", 8),
        case(3, [4, 5, 3], "tanh", "softmax", "cross-entropy", 7),
        case(4, [4, 6, 5, 3], "relu", "softmax", "cross-entropy", 7),
        case(5, [3, 4, 2], "sigmoid", "softmax", "cross-entropy", 6),
        case(6, [3, 6, 4, 2], "relu", "linear", "mse", 5),
        case(7, [3, 5, 2], "sigmoid", "linear", "mse", 5),
        case(8, [2, 4, 3], "tanh", "sigmoid", "mse", 6),
        case(9, [5, 3], "tanh", "sigmoid", "cross-entropy", 6),
    ]


def case(seed, sizes, hidden, output, loss, batch):
    random = np.random.default_rng(seed)
    weights = [
        np.round(random.normal(0, 0.7, shape), 4)
        for shape in zip(sizes, sizes[1:])
    ]
    biases = [np.round(random.normal(0, 0.3, size), 4) for size in sizes[1:]]
    inputs = np.round(random.normal(0, 1, (batch, sizes[0])), 4)
    targets = draw_targets(random, output, loss, (batch, sizes[-1]))
    activations = [hidden] * (len(sizes) - 2) + [output]

    def loss_of(weights, biases):
        outputs = forward(inputs, weights, biases, activations)
        return mean_loss(outputs, targets, loss, output)

    slopes = gradients(loss_of, weights, biases)
    value = loss_of(weights, biases).real
    check_with_scikit_learn(
        weights, biases, inputs, targets, hidden, output, loss, value, slopes
    )
    return {
        "name": f"{'-'.join(map(str, sizes))} {hidden}, {output}, {loss}",
        "loss": loss,
        "activations": activations,
        "weights": [w.tolist() for w in weights],
        "biases": [b.tolist() for b in biases],
        "inputs": inputs.tolist(),
        "targets": targets.tolist(),
        "lossValue": value,
        "weightGradients": [w.tolist() for w in slopes[0]],
        "biasGradients": [b.tolist() for b in slopes[1]],
        "lossesOfDescent": descend(loss_of, weights, biases),
    }


def draw_targets(random, output, loss, shape):
    if output == "softmax":
        return np.eye(shape[1])[random.integers(0, shape[1], shape[0])]
    if loss == "cross-entropy":
        return random.integers(0, 2, shape).astype(float)
    return np.round(random.uniform(0, 1, shape), 4)


def forward(values, weights, biases, activations):
    for weight, bias, activation in zip(weights, biases, activations):
        sums = values @ weight + bias
        if activation == "sigmoid":
            values = 1 / (1 + np.exp(-sums))
        elif activation == "tanh":
            values = np.tanh(sums)
        elif activation == "relu":
            values = np.where(sums.real > 0, sums, 0)
        elif activation == "softmax":
            powers = np.exp(sums)
            values = powers / powers.sum(axis=1, keepdims=True)
        else:
            values = sums
    return values


def mean_loss(outputs, targets, loss, output):
    if loss == "mse":
        return ((outputs - targets) ** 2).mean()
    total = -(targets * np.log(outputs)).sum()
    if output == "sigmoid":
        total -= ((1 - targets) * np.log(1 - outputs)).sum()
    return total / len(targets)


def gradients(loss_of, weights, biases):
    def slope(arrays, index, place):
        changed = [array.astype(complex) for array in arrays]
        changed[index][place] += 1j * STEP
        return changed

    by_weight = [np.zeros_like(w) for w in weights]
    by_bias = [np.zeros_like(b) for b in biases]
    for index, array in enumerate(weights):
        for place in np.ndindex(array.shape):
            changed = slope(weights, index, place)
            by_weight[index][place] = loss_of(changed, biases).imag / STEP
    for index, array in enumerate(biases):
        for place in np.ndindex(array.shape):
            changed = slope(biases, index, place)
            by_bias[index][place] = loss_of(weights, changed).imag / STEP
    return by_weight, by_bias


def descend(loss_of, weights, biases, rate=0.5, count=10):
    losses = [loss_of(weights, biases).real]
    for _ in range(count):
        by_weight, by_bias = gradients(loss_of, weights, biases)
        weights = [w - rate * g for w, g in zip(weights, by_weight)]
        biases = [b - rate * g for b, g in zip(biases, by_bias)]
        losses.append(loss_of(weights, biases).real)
    return losses


def check_with_scikit_learn(
    weights, biases, inputs, targets, hidden, output, loss, value, slopes
):
    """One step of plain gradient descent there shows the gradient there."""
    rate = 0.25
    rules = {
        "hidden_layer_sizes": [len(b) for b in biases[:-1]],
        "activation": "logistic" if hidden == "sigmoid" else hidden,
        "solver": "sgd",
        "learning_rate_init": rate,
        "momentum": 0,
        "alpha": 0,
        "batch_size": len(inputs),
    }
    if output == "softmax" and targets.shape[1] > 2:
        model, halves, scale = MLPClassifier(**rules), 1, 1
        labels = targets.argmax(axis=1)
        model.partial_fit(inputs, labels, classes=range(targets.shape[1]))
    elif output == "sigmoid" and loss == "cross-entropy":
        if targets.shape[1] > 1:
            return
        model, halves, scale = MLPClassifier(**rules), 1, 1
        labels = targets[:, 0].astype(int)
        model.partial_fit(inputs, labels, classes=[0, 1])
    elif output == "linear":
        # Their squared error is halved; their gradient, besides, is not
        # divided by the number of outputs.
        model, halves, labels = MLPRegressor(**rules), 2, targets
        scale = 2 / targets.shape[1]
        model.partial_fit(inputs, labels)
    else:
        return
    model.coefs_ = [w.copy() for w in weights]
    model.intercepts_ = [b.copy() for b in biases]
    del model._optimizer
    model.partial_fit(inputs, labels)
    np.testing.assert_allclose(halves * model.loss_, value, rtol=1e-12)
    for before, after, slope in zip(
        [*weights, *biases],
        [*model.coefs_, *model.intercepts_],
        [*slopes[0], *slopes[1]],
    ):
        step = scale * (before - after) / rate
        np.testing.assert_allclose(step, slope, rtol=1e-9, atol=1e-14)

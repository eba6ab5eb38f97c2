import unittest
from itertools import product
from math import e, exp, log
from random import Random

from network import Layer, Network, create_network
from neural_network import (
    backward, forward, loss_of, predict, step, train, train_steps,
)

CORNERS, XOR = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]


def one_unit(activation, loss):
    return Network([Layer([[0.0]], [0.0], activation)], loss)


class Forward(unittest.TestCase):
    def test_solves_xor_with_weights_chosen_by_hand(self):
        # h1 = max(0, x + y) and h2 = max(0, x + y - 1): xor = h1 - 2 h2.
        hidden = Layer([[1, 1], [1, 1]], [0, -1], "relu")
        output = Layer([[1], [-2]], [0], "linear")
        activations = forward(Network([hidden, output], "mse"), CORNERS)
        self.assertEqual(activations[1], [[0, 0], [1, 0], [1, 0], [2, 1]])
        self.assertEqual(activations[2], XOR)

    def test_of_sigmoid_does_not_overflow(self):
        network = Network([Layer([[1000.0]], [0.0], "sigmoid")], "mse")
        self.assertEqual(predict(network, [[-1], [0], [1]]), [[0], [0.5], [1]])

    def test_of_softmax_has_the_sum_1_however_large_the_sums_are(self):
        layer = Layer([[1000.0, 1001.0]], [0.0, 0.0], "softmax")
        [[a, b]] = predict(Network([layer], "cross-entropy"), [[1]])
        self.assertAlmostEqual(b, e / (1 + e), places=14)
        self.assertAlmostEqual(a + b, 1, places=14)


class Loss(unittest.TestCase):
    def test_of_a_certain_mistake_is_large_and_finite(self):
        network = one_unit("sigmoid", "cross-entropy")
        for output, target in [(0.0, 1), (1.0, 0)]:
            loss = loss_of(network, [[output]], [[target]])
            self.assertAlmostEqual(loss, 300 * log(10), places=10)


class Backward(unittest.TestCase):
    def test_of_one_unit(self):
        # x = 2 and t = 1 with a = 0.5, or a = 0 for the linear unit.
        for activation, loss, delta in [
            ("sigmoid", "cross-entropy", -0.5),  # a - t
            ("sigmoid", "mse", -0.25),  # 2 (a - t) a (1 - a)
            ("linear", "mse", -2),  # 2 (a - t)
        ]:
            with self.subTest(activation=activation, loss=loss):
                network = one_unit(activation, loss)
                gradients = backward(network, forward(network, [[2]]), [[1]])
                self.assertEqual(gradients, [([[2 * delta]], [delta])])
                after = step(network, gradients, 0.5).layers[0]
                self.assertEqual(after.weights, [[-delta]])
                self.assertEqual(after.biases, [-delta / 2])
                self.assertEqual(network, one_unit(activation, loss))

    def test_has_the_slopes_of_central_differences(self):
        outputs = [
            ("mse", "sigmoid"), ("mse", "linear"),
            ("cross-entropy", "sigmoid"), ("cross-entropy", "softmax"),
        ]
        for activation, (loss, output) in product(
            ["sigmoid", "tanh", "relu"], outputs
        ):
            with self.subTest(f"{activation}, {loss}, {output}"):
                network = create_network(
                    [3, 5, 4, 2], seed=7,
                    activation=activation, loss=loss, output=output,
                )
                self.check_slopes(network)

    def check_slopes(self, network):
        random = Random(3)
        for layer in network.layers:
            layer.biases[:] = [random.uniform(-0.5, 0.5) for _ in layer.biases]
        inputs = [[random.uniform(-1, 1) for _ in range(3)] for _ in range(6)]
        shares = [random.random() for _ in inputs]
        targets = [[share, 1 - share] for share in shares]

        def loss():
            return loss_of(network, predict(network, inputs), targets)

        gradients = backward(network, forward(network, inputs), targets)
        for layer, (weights, biases) in zip(network.layers, gradients):
            for values, slopes in zip(
                [*layer.weights, layer.biases], [*weights, biases]
            ):
                self.assertEqual(len(values), len(slopes))
                for i, slope in enumerate(slopes):
                    numeric = central_difference(values, i, loss)
                    allowed = 1e-9 + 1e-6 * abs(numeric)
                    self.assertLess(abs(slope - numeric), allowed)


class Training(unittest.TestCase):
    def test_finds_y_equal_to_2_x_minus_1_with_any_batch_size(self):
        points, values = [[-1], [0], [1], [2]], [[-3], [-1], [1], [3]]
        for batch_size in [4, 3, 1]:
            network, _ = train(
                one_unit("linear", "mse"), points, values,
                epochs=400, learning_rate=0.1, batch_size=batch_size,
            )
            [layer] = network.layers
            self.assertAlmostEqual(layer.weights[0][0], 2, places=8)
            self.assertAlmostEqual(layer.biases[0], -1, places=8)

    def test_yields_the_state_before_and_after_each_epoch(self):
        start = one_unit("sigmoid", "cross-entropy")
        steps = list(train_steps(start, [[2]], [[1]], epochs=2))
        self.assertEqual([epoch for epoch, _, _ in steps], [0, 1, 2])
        self.assertAlmostEqual(steps[0][1], log(2), places=14)
        # After one step of length 1: w = 1, b = 0.5, so a = sigmoid(2.5).
        self.assertAlmostEqual(steps[1][1], log(1 + exp(-2.5)), places=14)

    def test_learns_xor_from_every_one_of_five_seeds(self):
        for seed in range(5):
            start = create_network([2, 8, 1], seed=seed)
            network, losses = train(start, CORNERS, XOR)
            self.assertLess(losses[-1], 0.02, f"seed {seed}")
            answers = [[round(a)] for [a] in predict(network, CORNERS)]
            self.assertEqual(answers, XOR)

    def test_without_a_hidden_layer_ends_at_the_loss_log_2(self):
        network, losses = train(create_network([2, 1]), CORNERS, XOR)
        self.assertAlmostEqual(losses[-1], log(2), places=6)


class BadInput(unittest.TestCase):
    def test_is_refused_by_the_name_of_the_argument(self):
        start = create_network([2, 3, 1])
        one = one_unit("linear", "mse")
        for call, message in [
            (lambda: create_network([2]), "layer_sizes must be a list of"),
            (lambda: create_network([2, 0, 1]), "layer_sizes[1] must be"),
            (lambda: create_network([2, 1], loss="hinge"), "loss must be one"),
            (lambda: create_network([2, 1], output="linear"), "output must be"),
            (lambda: predict(start, [[1, 2, 3]]), "inputs[0] must be a list"),
            (lambda: train(start, CORNERS, [[1]]), "targets must be a list"),
            (lambda: train(start, CORNERS, XOR, epochs=0), "epochs must be"),
            (lambda: train(start, CORNERS, XOR, batch_size=5), "batch_size"),
            (lambda: step(start, [], 0), "learning_rate must be a finite"),
            (
                lambda: train(one, [[1], [5]], [[0], [1]], learning_rate=100),
                "learning_rate must be smaller, as the loss is",
            ),
        ]:
            with self.subTest(message), self.assertRaises(ValueError) as caught:
                call()
            self.assertIn(message, str(caught.exception))


def central_difference(values, index, function):
    """(f(v + h) - f(v - h)) / 2h, leaving the value as it was."""
    h, value = 3e-5, values[index]
    values[index] = value + h
    above = function()
    values[index] = value - h
    below = function()
    values[index] = value
    return (above - below) / (2 * h)


if __name__ == "__main__":
    unittest.main()

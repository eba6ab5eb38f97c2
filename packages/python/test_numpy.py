"""The NumPy editions against the standard-library editions, and against
numbers of their own where the two differ in what they draw at random."""

import unittest
from random import Random

import numpy as np

import decision_tree
import decision_tree_numpy
import k_means
import k_means_numpy
import neural_network
import neural_network_numpy
from network import create_network


def grid(random, count, size=6):
    """Whole numbers: many ties, many duplicates."""
    return [[random.randrange(size) for _ in "xyz"] for _ in range(count)]


class KMeans(unittest.TestCase):
    def test_agrees_from_the_same_start(self):
        random = Random(2)
        for trial in range(100):
            points = grid(random, 14)
            k = 1 + trial % 7
            # Equal and far centroids too, so that clusters are empty.
            start = [random.choice([*points, [9, 9, 9]]) for _ in range(k)]
            expected = k_means.k_means(points, k, initial_centroids=start)
            centroids, labels, inertia, iterations = k_means_numpy.k_means(
                points, k, initial_centroids=start
            )
            self.assertEqual(labels.tolist(), expected.labels)
            self.assertEqual(iterations, expected.iteration)
            np.testing.assert_allclose(
                centroids, expected.centroids, atol=1e-12
            )
            self.assertAlmostEqual(inertia, expected.inertia, places=10)

    def test_seeding_chooses_different_points_while_there_are_any(self):
        points = np.array([[0.0], [0.0], [3.0], [4.0]])
        for seed in range(50):
            random = np.random.default_rng(seed)
            chosen = k_means_numpy.plus_plus_centroids(points, 3, random)
            self.assertEqual(set(chosen[:, 0]), {0.0, 3.0, 4.0})

    def test_fills_clusters_when_all_points_are_equal(self):
        _, labels, inertia, _ = k_means_numpy.k_means(np.ones((4, 2)), 3)
        self.assertEqual((set(labels), inertia), ({0, 1, 2}, 0))

    def test_refuses_bad_input(self):
        for points, k, message in [
            ([[1, float("nan")]], 1, "points must be"),
            ([1, 2], 1, "points must be"),
            ([[1], [2]], 3, "k must be from 1 to 2; got 3"),
        ]:
            with self.assertRaisesRegex(ValueError, message):
                k_means_numpy.k_means(points, k)


class DecisionTree(unittest.TestCase):
    def test_agrees_on_random_data_and_options(self):
        random = Random(3)
        for trial in range(60):
            rows = grid(random, 25)
            labels = [random.randrange(3) for _ in rows]
            options = {
                "criterion": random.choice(["gini", "entropy"]),
                "max_depth": random.choice([None, 0, 1, 2, 4]),
                "min_samples_split": random.choice([2, 5]),
                "min_samples_leaf": random.choice([1, 3]),
                "min_impurity_decrease": random.choice([0.0, 0.05]),
            }
            with self.subTest(trial=trial, **options):
                expected = decision_tree.grow_tree(rows, labels, **options)
                tree = decision_tree_numpy.grow_tree(rows, labels, **options)
                self.check_equal(tree, expected)
                unseen = grid(random, 40)
                self.assertEqual(
                    decision_tree_numpy.predict(tree, unseen).tolist(),
                    decision_tree.predict(expected, unseen),
                )

    def check_equal(self, tree, expected):
        self.assertEqual(tree["counts"].tolist(), expected.counts)
        self.assertAlmostEqual(tree["impurity"], expected.impurity, places=12)
        is_branch = isinstance(expected, decision_tree.Branch)
        self.assertEqual("feature" in tree, is_branch)
        if is_branch:
            self.assertEqual(tree["feature"], expected.split.feature)
            self.assertEqual(tree["threshold"], expected.split.threshold)
            self.assertAlmostEqual(tree["gain"], expected.split.gain, places=12)
            self.check_equal(tree["left"], expected.left)
            self.check_equal(tree["right"], expected.right)

    def test_refuses_bad_input(self):
        for rows, labels, message in [
            ([[1, float("inf")]], [0], "rows must be"),
            ([[1], [2]], [0], "labels must be"),
            ([[1]], [-1], "labels must be"),
        ]:
            with self.assertRaisesRegex(ValueError, message):
                decision_tree_numpy.grow_tree(rows, labels)


class NeuralNetwork(unittest.TestCase):
    def test_agrees_in_loss_gradients_and_training(self):
        random = Random(4)
        for activation in ["sigmoid", "tanh", "relu"]:
            for loss, output in [
                ("mse", "linear"),
                ("cross-entropy", "sigmoid"), ("cross-entropy", "softmax"),
            ]:
                with self.subTest(f"{activation}, {output}"):
                    plain = create_network(
                        [3, 5, 4, 2], seed=5,
                        activation=activation, loss=loss, output=output,
                    )
                    self.check_equal(plain, random)

    def check_equal(self, plain, random):
        arrays = [
            (np.array(layer.weights), np.array(layer.biases), layer.activation)
            for layer in plain.layers
        ]
        inputs = [[random.gauss(0, 1) for _ in range(3)] for _ in range(8)]
        shares = [random.random() for _ in inputs]
        targets = [[share, 1 - share] for share in shares]
        forward = neural_network_numpy.forward(arrays, inputs)
        expected = neural_network.forward(plain, inputs)
        np.testing.assert_allclose(forward[-1], expected[-1], atol=1e-13)
        wanted = np.array(targets)
        for (weights, biases), (weights_, biases_) in zip(
            neural_network_numpy.backward(arrays, forward, wanted),
            neural_network.backward(plain, expected, targets),
        ):
            np.testing.assert_allclose(weights, weights_, atol=1e-13)
            np.testing.assert_allclose(biases, biases_, atol=1e-13)
        options = {"epochs": 20, "learning_rate": 0.1}
        _, losses = neural_network_numpy.train(
            arrays, inputs, targets, **options
        )
        _, losses_ = neural_network.train(plain, inputs, targets, **options)
        np.testing.assert_allclose(losses, losses_, atol=1e-10)

    def test_learns_xor(self):
        corners, xor = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
        for seed in range(5):
            start = neural_network_numpy.create_network([2, 8, 1], seed=seed)
            network, losses = neural_network_numpy.train(start, corners, xor)
            self.assertLess(losses[-1], 0.02, f"seed {seed}")
            answers = neural_network_numpy.predict(network, corners)
            self.assertEqual(answers.round().tolist(), xor)

    def test_finds_a_line_in_batches_of_any_size(self):
        points, values = [[-1], [0], [1], [2]], [[-3], [-1], [1], [3]]
        for batch_size in [4, 3, 1]:
            start = [(np.zeros((1, 1)), np.zeros(1), "linear")]
            [(weights, biases, _)], _ = neural_network_numpy.train(
                start, points, values,
                epochs=400, learning_rate=0.1, batch_size=batch_size,
            )
            self.assertAlmostEqual(weights[0, 0], 2, places=8)
            self.assertAlmostEqual(biases[0], -1, places=8)

    def test_refuses_targets_of_another_shape(self):
        start = neural_network_numpy.create_network([2, 1])
        with self.assertRaises(AssertionError):
            neural_network_numpy.train(start, [[1, 2], [3, 4]], [1, 0])


if __name__ == "__main__":
    unittest.main()

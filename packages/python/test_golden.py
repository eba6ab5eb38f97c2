"""Both editions against results that scikit-learn and NumPy have computed:
packages/algorithms/golden, which also says how."""

import json
import re
import unittest
from pathlib import Path

import numpy as np

import decision_tree
import decision_tree_numpy
import iris
import k_means
import k_means_numpy
import neural_network
import neural_network_numpy
from network import Layer, Network

ALGORITHMS = Path(__file__).parent.parent / "algorithms"


def read(name):
    text = (ALGORITHMS / "golden" / f"{name}.json").read_text()
    return json.loads(text)


def near(actual, expected, tolerance):
    np.testing.assert_allclose(actual, expected, rtol=tolerance, atol=tolerance)


class Iris(unittest.TestCase):
    def test_has_the_numbers_of_the_typescript(self):
        source = (ALGORITHMS / "src" / "iris.ts").read_text()
        tables = re.findall(r"parse\(`(.*?)`\)", source, re.DOTALL)
        numbers = [float(n) for t in tables for n in re.findall(r"\d\.\d", t)]
        self.assertEqual(len(numbers), 600)
        self.assertEqual([n for row in iris.ROWS for n in row], numbers)
        self.assertEqual([iris.LABELS.count(c) for c in range(3)], [50] * 3)
        self.assertEqual(iris.LABELS, sorted(iris.LABELS))


class KMeans(unittest.TestCase):
    def cases(self):
        golden = read("k-means")
        self.assertGreater(len(golden["cases"]), 5)
        for case in golden["cases"]:
            points = golden["tables"].get(case["table"], iris.ROWS)
            yield case, points, case["initialCentroids"]

    def test_standard_library(self):
        for case, points, start in self.cases():
            steps = list(
                k_means.k_means_steps(
                    points, len(start), initial_centroids=start
                )
            )
            last = steps[-1]
            self.assertTrue(last.converged)
            self.assertEqual(last.labels, case["labels"])
            # scikit-learn moves the data to their mean first.
            near(last.centroids, case["centroids"], 1e-10)
            near(last.inertia, case["inertia"], 1e-10)
            for step, expected in zip(steps[1:], case.get("steps", [])):
                near(step.centroids, expected["centroids"], 1e-10)
                near(step.inertia, expected["inertia"], 1e-10)
            self.assertEqual(
                last.iteration, case.get("iterationCount", last.iteration)
            )

    def test_numpy(self):
        for case, points, start in self.cases():
            centroids, labels, inertia, iterations = k_means_numpy.k_means(
                points, len(start), initial_centroids=start
            )
            self.assertEqual(labels.tolist(), case["labels"])
            near(centroids, case["centroids"], 1e-10)
            near(inertia, case["inertia"], 1e-10)
            self.assertEqual(
                iterations, case.get("iterationCount", iterations)
            )


class DecisionTree(unittest.TestCase):
    def cases(self):
        golden = read("decision-tree")
        known = {"rows": iris.ROWS, "labels": iris.LABELS}
        self.assertGreater(len(golden["cases"]), 15)
        for case in golden["cases"]:
            table = golden["tables"].get(case["table"], known)
            yield case, table["rows"], table["labels"]

    def check(self, case, nodes, predict_odd):
        expected = case["nodes"]
        self.assertEqual(len(nodes), len(expected))
        for node, expected_node in zip(nodes, expected):
            self.assertEqual(node["feature"], expected_node["feature"])
            self.assertEqual(node["counts"], expected_node["counts"])
        impurities = [node["impurity"] for node in nodes]
        near(impurities, [node["impurity"] for node in expected], 1e-12)
        # scikit-learn keeps the rows as float32.
        thresholds = [node["threshold"] for node in nodes]
        near(thresholds, [node["threshold"] for node in expected], 1e-6)
        self.assertEqual(predict_odd, case["oddPredictions"])

    def test_standard_library(self):
        def nodes_of(tree):
            node = {"counts": tree.counts, "impurity": tree.impurity}
            if not isinstance(tree, decision_tree.Branch):
                return [{**node, "feature": -2, "threshold": -2}]
            question = {
                "feature": tree.split.feature,
                "threshold": tree.split.threshold,
            }
            below = nodes_of(tree.left) + nodes_of(tree.right)
            return [{**node, **question}, *below]

        for case, rows, labels in self.cases():
            tree = decision_tree.grow_tree(rows, labels, **case["options"])
            half = decision_tree.grow_tree(
                rows[::2], labels[::2], **case["options"]
            )
            predicted = decision_tree.predict(half, rows[1::2])
            self.check(case, nodes_of(tree), predicted)

    def test_numpy(self):
        def nodes_of(tree):
            node = {
                "counts": tree["counts"].tolist(),
                "impurity": tree["impurity"],
                "feature": tree.get("feature", -2),
                "threshold": tree.get("threshold", -2),
            }
            sides = [tree[side] for side in ("left", "right") if side in tree]
            return [node, *(n for side in sides for n in nodes_of(side))]

        for case, rows, labels in self.cases():
            tree = decision_tree_numpy.grow_tree(
                rows, labels, **case["options"]
            )
            half = decision_tree_numpy.grow_tree(
                rows[::2], labels[::2], **case["options"]
            )
            predicted = decision_tree_numpy.predict(half, rows[1::2]).tolist()
            self.check(case, nodes_of(tree), predicted)


class NeuralNetwork(unittest.TestCase):
    def cases(self):
        golden = read("neural-network")
        self.assertGreater(len(golden["cases"]), 5)
        for case in golden["cases"]:
            parts = case["weights"], case["biases"], case["activations"]
            yield case, list(zip(*parts))

    def check(self, case, loss, gradients, losses):
        near(loss, case["lossValue"], 1e-14)
        self.assertEqual(len(gradients), len(case["weightGradients"]))
        for (weights, biases), weights_, biases_ in zip(
            gradients, case["weightGradients"], case["biasGradients"]
        ):
            near(weights, weights_, 1e-14)
            near(biases, biases_, 1e-14)
        near(losses, case["lossesOfDescent"], 1e-12)

    def test_standard_library(self):
        for case, layers in self.cases():
            network = Network([Layer(*layer) for layer in layers], case["loss"])
            inputs, targets = case["inputs"], case["targets"]
            activations = neural_network.forward(network, inputs)
            _, losses = neural_network.train(
                network, inputs, targets, epochs=10, learning_rate=0.5
            )
            self.check(
                case,
                neural_network.loss_of(network, activations[-1], targets),
                neural_network.backward(network, activations, targets),
                losses,
            )

    def test_numpy(self):
        left_out = []
        for case, layers in self.cases():
            # The NumPy edition goes by the output: no squared error after it.
            if case["loss"] == "mse" and layers[-1][2] == "sigmoid":
                left_out.append(case["name"])
                continue
            network = [
                (np.array(w), np.array(b), name) for w, b, name in layers
            ]
            inputs, targets = case["inputs"], np.array(case["targets"])
            activations = neural_network_numpy.forward(network, inputs)
            _, losses = neural_network_numpy.train(
                network, inputs, targets, epochs=10, learning_rate=0.5
            )
            self.check(
                case,
                neural_network_numpy.loss_of(network, activations[-1], targets),
                neural_network_numpy.backward(network, activations, targets),
                losses,
            )
        self.assertEqual(len(left_out), 1)


if __name__ == "__main__":
    unittest.main()

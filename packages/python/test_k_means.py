import unittest
from itertools import product
from random import Random

from k_means import k_means, k_means_steps, plus_plus_centroids

POINTS = [[1, 1], [1, 2], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [4, 5]]


class EightPoints(unittest.TestCase):
    def test_goes_through_the_states_worked_out_by_hand(self):
        start = [[1, 1], [1, 2]]
        steps = list(k_means_steps(POINTS, 2, initial_centroids=start))
        self.assertEqual([s.iteration for s in steps], [0, 1, 2])
        self.assertEqual([s.converged for s in steps], [False, False, True])
        self.assertEqual(steps[0].labels, [0, 1, 1, 1, 1, 1, 1, 1])
        self.assertEqual(steps[1].labels, [0, 0, 0, 1, 1, 1, 1, 1])
        first = 0 + 0 + 1 + 2 + 5 + 8 + 13 + 18
        self.assertEqual(steps[0].inertia, first)
        self.assertEqual(steps[1].centroids[0], [1, 1])
        self.assertAlmostEqual(steps[1].centroids[1][0], 19 / 7, places=12)
        self.assertAlmostEqual(steps[2].inertia, 4 / 3 + 5.6, places=12)
        self.assertEqual(start, [[1, 1], [1, 2]])

    def test_finds_the_best_of_all_partitions_from_a_good_start(self):
        result = k_means(POINTS, 2, initial_centroids=[[1, 1], [4, 4]])
        self.assertEqual(result.labels, [0, 0, 0, 0, 1, 1, 1, 1])
        self.assertEqual(result.centroids, [[1.5, 2], [3.5, 4]])
        every = product([0, 1], repeat=len(POINTS))
        best = min(inertia_of(POINTS, labels) for labels in every)
        self.assertAlmostEqual(result.inertia, best, places=12)

    def test_a_seed_repeats_its_result(self):
        self.assertEqual(k_means(POINTS, 3, seed=7), k_means(POINTS, 3, seed=7))


class EmptyClusters(unittest.TestCase):
    def test_take_over_the_farthest_point_that_is_not_alone(self):
        # 0 and 1 go to 0.4; 9, 10 and 20 go to 5; three clusters are empty.
        # 20 is farthest, then 10. Then 9 is, but it is alone: 1 moves.
        points = [[0], [1], [9], [10], [20]]
        start = [[5], [100], [200], [0.4], [300]]
        first = next(k_means_steps(points, 5, initial_centroids=start))
        self.assertEqual(first.labels, [3, 4, 0, 2, 1])
        self.assertEqual(first.centroids, [[5], [20], [10], [0.4], [1]])
        self.assertAlmostEqual(first.inertia, 0.4**2 + 4**2, places=12)

    def test_are_filled_with_fewer_different_points_than_clusters(self):
        result = k_means([[1, 1], [1, 1], [1, 1], [2, 2]], 3)
        self.assertEqual(set(result.labels), {0, 1, 2})
        self.assertAlmostEqual(result.inertia, 0, places=12)


class Inertia(unittest.TestCase):
    def test_never_rises_and_no_cluster_is_empty(self):
        random = Random(1)
        for seed in range(60):
            k = 1 + seed % 6
            points = [
                [random.randrange(6), random.randrange(6)] for _ in range(12)
            ]
            previous = float("inf")
            for step in k_means_steps(points, k, seed=seed):
                self.assertLess(step.inertia, previous + 1e-9)
                self.assertEqual(set(step.labels), set(range(k)))
                previous = step.inertia


class Stopping(unittest.TestCase):
    LINE = [[0], [1], [2], [3], [10]]

    def test_after_max_iterations_without_having_converged(self):
        options = {"initial_centroids": [[0], [1]], "max_iterations": 1}
        result = k_means(self.LINE, 2, **options)
        self.assertEqual((result.iteration, result.converged), (1, False))

    def test_when_no_centroid_moves_farther_than_the_tolerance(self):
        # First move: 0 stays, 1 goes to (1 + 2 + 3 + 10) / 4 = 4.
        start = [[0], [1]]
        for tolerance, stops in [(3, True), (2.99, False)]:
            result = k_means(
                self.LINE, 2, initial_centroids=start, tolerance=tolerance
            )
            self.assertEqual(result.iteration == 1, stops)


class Seeding(unittest.TestCase):
    def test_draws_by_squared_distance(self):
        # After 0 the weights of 3 and 4 are 9 : 16. After 3 those of 0 and 4
        # are 9 : 1, after 4 those of 0 and 3 are 16 : 1.
        random, draws = Random(5), 6000
        pairs = [
            tuple(c for [c] in plus_plus_centroids([[0], [3], [4]], 2, random))
            for _ in range(draws)
        ]
        expected = {(0, 3): 9 / 75, (0, 4): 16 / 75, (3, 0): 9 / 30}
        for pair, chance in expected.items():
            # Four standard deviations of a frequency.
            spread = (chance * (1 - chance) / draws) ** 0.5
            share = pairs.count(pair) / draws
            self.assertLess(abs(share - chance), 4 * spread, pair)

    def test_measures_the_distance_to_the_nearest_centroid(self):
        # Both 0 are chosen alike, so 0, 4 and 9 are all chosen, always.
        points = [[0], [0], [4], [9]]
        for seed in range(50):
            chosen = plus_plus_centroids(points, 3, Random(seed))
            self.assertEqual(sorted(chosen), [[0], [4], [9]])


class BadInput(unittest.TestCase):
    def test_is_refused_by_the_name_of_the_argument(self):
        nan = float("nan")
        for points, k, options, message in [
            ([], 1, {}, "points must be a list of at least one row"),
            ([[1, 2], [3]], 1, {}, "points[1] must be a list of 2 numbers"),
            ([[1, nan]], 1, {}, "points[0][1] must be a finite number"),
            ([[1], [2]], 0, {}, "k must be an integer from 1 to 2; got 0"),
            ([[1], [2]], 3, {}, "k must be an integer from 1 to 2; got 3"),
            ([[1], [2]], 1.5, {}, "k must be an integer from 1 to 2; got 1.5"),
            ([[1]], 1, {"max_iterations": 0}, "max_iterations must be"),
            ([[1]], 1, {"tolerance": -1}, "tolerance must be a finite number"),
            ([[1]], 1, {"initial_centroids": [[1], [2]]}, "a list of 1 rows"),
        ]:
            with self.subTest(message), self.assertRaises(ValueError) as caught:
                k_means(points, k, **options)
            self.assertIn(message, str(caught.exception))


def inertia_of(points, labels):
    """Half the squared distances within a cluster, divided by its size."""
    total = 0
    for cluster in set(labels):
        own = [p for p, label in zip(points, labels) if label == cluster]
        pairs = sum(
            (a - b) ** 2 for p, q in product(own, own) for a, b in zip(p, q)
        )
        total += pairs / 2 / len(own)
    return total


if __name__ == "__main__":
    unittest.main()

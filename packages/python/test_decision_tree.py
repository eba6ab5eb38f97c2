import unittest
from math import log2
from random import Random

from decision_tree import Branch, grow_tree, grow_tree_steps, predict
from decision_tree import predict_probabilities
from splits import best_split, candidate_splits, entropy, gini

SIX_ROWS, SIX_LABELS = [[1], [1], [1], [2], [2], [2]], [0, 0, 1, 0, 0, 1]


class Impurity(unittest.TestCase):
    def test_gini_is_the_share_of_pairs_that_differ(self):
        random = Random(1)
        for size in range(1, 30):
            labels = [random.randrange(4) for _ in range(size)]
            pairs = [a != b for a in labels for b in labels]
            counts = [labels.count(c) for c in range(4)]
            share = sum(pairs) / size**2
            self.assertAlmostEqual(gini(counts), share, places=12)

    def test_entropy_is_in_bits(self):
        self.assertEqual(entropy([3, 0]), 0)
        self.assertEqual(entropy([1, 1, 1, 1]), 2)
        self.assertAlmostEqual(entropy([3, 1]), 2 - 0.75 * log2(3), places=14)


class Splits(unittest.TestCase):
    def test_are_the_midpoints_between_different_values(self):
        rows = [[3, 7], [1, 7], [3, 9], [2, 7]]
        splits = list(candidate_splits(rows, [1, 0, 1, 0]))
        questions = [(s.feature, s.threshold) for s in splits]
        self.assertEqual(questions, [(0, 1.5), (0, 2.5), (1, 8)])
        # 1/2 - 3/4 * 4/9, then 1/2 - 0, then 1/2 - 3/4 * 4/9.
        for split, gain in zip(splits, [1 / 6, 1 / 2, 1 / 6]):
            self.assertAlmostEqual(split.gain, gain, places=14)

    def test_separate_neighbouring_and_very_large_floats(self):
        low, high = 1 + 2**-52, 1 + 2**-51
        self.assertEqual(best_split([[low], [high]], [0, 1]).threshold, low)
        large = best_split([[1e308], [1.6e308]], [0, 1]).threshold
        self.assertTrue(1e308 < large < 1.6e308)

    def test_gain_as_much_as_the_best_threshold_tried_one_by_one(self):
        random = Random(8)
        for _ in range(40):
            rows = [[random.randrange(8) for _ in "xy"] for _ in range(15)]
            labels = [random.randrange(3) for _ in rows]
            gain = best_split(rows, labels).gain
            self.assertAlmostEqual(gain, largest_gain(rows, labels), places=12)

    def test_take_the_lowest_feature_and_threshold_on_a_tie(self):
        split = best_split([[1, 5], [2, 6], [3, 7]], [0, 1, 0])
        self.assertEqual((split.feature, split.threshold), (0, 1.5))

    def test_leave_min_samples_leaf_rows_on_each_side(self):
        rows, labels = [[1], [2], [3], [4], [5]], [0, 1, 0, 1, 0]
        splits = candidate_splits(rows, labels, min_samples_leaf=2)
        self.assertEqual([s.threshold for s in splits], [2.5, 3.5])


class Trees(unittest.TestCase):
    def test_of_the_six_rows_are_one_leaf_with_four_ninths(self):
        tree = grow_tree(SIX_ROWS, SIX_LABELS)
        self.assertEqual(tree.counts, [4, 2])
        self.assertAlmostEqual(tree.impurity, 4 / 9, places=15)
        self.assertEqual(predict(tree, [[1], [2]]), [0, 0])
        [shares] = predict_probabilities(tree, [[1]])
        self.assertAlmostEqual(shares[0], 4 / 6, places=14)

    def test_do_not_take_rounding_for_a_gain(self):
        # One in five on both sides, and yet the gain is 5.6e-17 in floats.
        rows, labels = [[1]] * 5 + [[2]] * 10, [0, 0, 0, 0, 1] * 3
        self.assertGreater(best_split(rows, labels).gain, 0)
        self.assertNotIsInstance(grow_tree(rows, labels), Branch)

    def test_lose_no_row_between_neighbouring_floats(self):
        rows = [[1 + 2**-52], [1 + 2**-51]]
        tree = grow_tree(rows, [0, 1])
        self.assertEqual(tree.left.counts, [1, 0])
        self.assertEqual(tree.right.counts, [0, 1])

    def test_do_not_see_xor(self):
        corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
        self.assertNotIsInstance(grow_tree(corners, [0, 1, 1, 0]), Branch)

    def test_ask_what_separates_two_intervals(self):
        # One class in the middle: two questions, at 2.5 and at 4.5.
        rows, labels = [[1], [2], [3], [4], [5], [6]], [0, 0, 1, 1, 0, 0]
        tree = grow_tree(rows, labels)
        self.assertEqual(thresholds_of(tree), [2.5, 4.5])
        self.assertEqual(predict(tree, rows), labels)
        self.assertEqual(len(list(grow_tree_steps(rows, labels))), 3)
        shallow = grow_tree(rows, labels, max_depth=1)
        self.assertEqual(thresholds_of(shallow), [2.5])

    def test_keep_to_the_limits(self):
        rows, labels = [[1], [2], [3], [4]], [0, 1, 0, 1]
        for options in [
            {"max_depth": 0}, {"min_samples_split": 5},
            {"min_samples_leaf": 3}, {"min_impurity_decrease": 0.2},
        ]:
            with self.subTest(options):
                tree = grow_tree(rows, labels, **options)
                self.assertEqual(thresholds_of(tree), [])

    def test_send_a_row_that_equals_the_threshold_to_the_left(self):
        tree = grow_tree([[1], [3]], [0, 1])
        self.assertEqual(predict(tree, [[2], [2.000001]]), [0, 1])

    def test_predict_the_lowest_class_on_a_tie(self):
        self.assertEqual(predict(grow_tree([[1], [1]], [1, 0]), [[1]]), [0])


class BadInput(unittest.TestCase):
    def test_is_refused_by_the_name_of_the_argument(self):
        for rows, labels, options, message in [
            ([], [], {}, "rows must be a list of at least one row"),
            ([[1], [2, 3]], [0, 1], {}, "rows[1] must be a list of 1 numbers"),
            ([[1], [2]], [0], {}, "labels must be a list of 2 labels"),
            ([[1], [2]], [0, -1], {}, "labels[1] must be an integer"),
            ([[1]], [0], {"criterion": "mse"}, "criterion must be one"),
            ([[1]], [0], {"max_depth": -1}, "max_depth must be an integer"),
            ([[1]], [0], {"min_samples_split": 1}, "min_samples_split must be"),
        ]:
            with self.subTest(message), self.assertRaises(ValueError) as caught:
                grow_tree(rows, labels, **options)
            self.assertIn(message, str(caught.exception))


def thresholds_of(tree):
    if not isinstance(tree, Branch):
        return []
    inner = thresholds_of(tree.left) + thresholds_of(tree.right)
    return sorted([tree.split.threshold, *inner])


def largest_gain(rows, labels):
    def pairs(part):
        """n times the Gini impurity: differing ordered pairs over n."""
        return sum(a != b for a in part for b in part) / len(part)

    gains = []
    for feature in range(2):
        for threshold in range(7):
            yes = [l for r, l in zip(rows, labels) if r[feature] <= threshold]
            no = [l for r, l in zip(rows, labels) if r[feature] > threshold]
            if yes and no:
                fall = pairs(labels) - pairs(yes) - pairs(no)
                gains.append(fall / len(labels))
    return max(gains)


if __name__ == "__main__":
    unittest.main()

"""A classification tree with the standard library.

CART: Breiman, Friedman, Olshen and Stone, "Classification and regression
trees", 1984, chapters 2 and 4; without pruning.
"""

from dataclasses import dataclass
from math import inf

from checks import (
    check_integer, check_labels, check_matrix, check_not_negative, check_one_of,
)
from splits import CRITERIA, ROUNDING, Split, best_split, count_labels


@dataclass(frozen=True)
class Leaf:
    counts: list  # training rows of each class
    impurity: float


@dataclass(frozen=True)
class Branch:
    counts: list
    impurity: float
    split: Split
    left: "Leaf | Branch"  # for the answer yes
    right: "Leaf | Branch"  # for the answer no


def grow_tree_steps(
    rows, labels, *, criterion="gini", max_depth=None,
    min_samples_split=2, min_samples_leaf=1, min_impurity_decrease=0.0,
):
    """Yield the whole tree before the first and after each split.

    Rows are n lists of d finite numbers, labels are integers from 0. Raises
    ValueError when the first tree is asked for.
    """
    check_matrix("rows", rows)
    check_labels("labels", labels, len(rows))
    check_one_of("criterion", criterion, list(CRITERIA))
    if max_depth is not None:
        check_integer("max_depth", max_depth, 0)
    check_integer("min_samples_split", min_samples_split, 2)
    check_integer("min_samples_leaf", min_samples_leaf, 1)
    check_not_negative("min_impurity_decrease", min_impurity_decrease)
    deepest = inf if max_depth is None else max_depth
    class_count = max(labels) + 1

    def leaf(part):
        counts = count_labels([labels[i] for i in part], class_count)
        return Leaf(counts, CRITERIA[criterion](counts))

    def grow(part, depth):
        """Yield the subtree that replaces a leaf, after each split in it."""
        if depth >= deepest or len(part) < min_samples_split:
            return
        split = best_split(
            [rows[i] for i in part], [labels[i] for i in part],
            criterion, min_samples_leaf,
        )
        if split is None or split.gain <= min_impurity_decrease + ROUNDING:
            return
        yes = [i for i in part if rows[i][split.feature] <= split.threshold]
        no = [i for i in part if rows[i][split.feature] > split.threshold]
        here, left, right = leaf(part), leaf(yes), leaf(no)
        yield Branch(here.counts, here.impurity, split, left, right)
        for left in grow(yes, depth + 1):
            yield Branch(here.counts, here.impurity, split, left, right)
        for right in grow(no, depth + 1):
            yield Branch(here.counts, here.impurity, split, left, right)

    everything = range(len(rows))
    yield leaf(everything)
    yield from grow(everything, 0)


def grow_tree(rows, labels, **options):
    """Run grow_tree_steps to its end and return the last tree."""
    for tree in grow_tree_steps(rows, labels, **options):
        pass
    return tree


def predict_probabilities(tree, rows):
    """For each row the share of each class in the leaf that it reaches."""
    shares = []
    for row in rows:
        node = tree
        while isinstance(node, Branch):
            yes = row[node.split.feature] <= node.split.threshold
            node = node.left if yes else node.right
        shares.append([count / sum(node.counts) for count in node.counts])
    return shares


def predict(tree, rows):
    """For each row the most frequent class, the lowest one on a tie."""
    return [row.index(max(row)) for row in predict_probabilities(tree, rows)]

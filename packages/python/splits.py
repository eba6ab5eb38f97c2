"""The search for the best question that a decision tree can ask.

Breiman, Friedman, Olshen and Stone, "Classification and regression trees",
1984, chapters 2 and 4; entropy: Quinlan, Machine Learning 1 (1986).
"""

from dataclasses import dataclass
from math import log2

# Gains closer than this are equal: 4/9 - 4/9 need not be 0 in floats.
ROUNDING = 1e-12


def gini(counts):
    """1 - sum of p^2: the chance that two labels drawn at random differ."""
    total = sum(counts)
    return 1 - sum((count / total) ** 2 for count in counts)


def entropy(counts):
    """- sum of p log2 p, in bits. A class that is absent contributes 0."""
    total = sum(counts)
    return sum(c / total * log2(total / c) for c in counts if c > 0)


CRITERIA = {"gini": gini, "entropy": entropy}


@dataclass(frozen=True)
class Split:
    """Is row[feature] <= threshold? The gain is the fall of impurity."""

    feature: int
    threshold: float
    gain: float


def count_labels(labels, class_count):
    counts = [0] * class_count
    for label in labels:
        counts[label] += 1
    return counts


def candidate_splits(rows, labels, criterion="gini", min_samples_leaf=1):
    """Yield a Split for every midpoint between neighbouring values.

    Sorting once per feature and moving one row at a time from right to left
    makes this O(d n (log n + K)) for K classes.
    """
    impurity, size = CRITERIA[criterion], len(rows)
    total = count_labels(labels, max(labels) + 1)
    before = impurity(total)
    for feature in range(len(rows[0])):
        order = sorted(range(size), key=lambda i: rows[i][feature])
        left, right = [0] * len(total), list(total)
        for left_size, (i, j) in enumerate(zip(order, order[1:]), start=1):
            left[labels[i]] += 1
            right[labels[i]] -= 1
            low, high = rows[i][feature], rows[j][feature]
            right_size = size - left_size
            if low == high or min(left_size, right_size) < min_samples_leaf:
                continue
            after = left_size * impurity(left) + right_size * impurity(right)
            # Halves first: the sum of two large numbers may overflow. Below
            # high even where the exact middle rounds up to it.
            middle = low / 2 + high / 2
            threshold = middle if middle < high else low
            yield Split(feature, threshold, before - after / size)


def best_split(rows, labels, criterion="gini", min_samples_leaf=1):
    """The Split with the largest gain, the first one on a tie, or None."""
    best = None
    for split in candidate_splits(rows, labels, criterion, min_samples_leaf):
        if best is None or split.gain > best.gain + ROUNDING:
            best = split
    return best

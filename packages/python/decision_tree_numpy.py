"""A classification tree with NumPy: the same rules as decision_tree.py.

The tree is a nested dict; a leaf has no "feature".
"""

import numpy as np

# Gains closer than this are equal: 4/9 - 4/9 need not be 0 in floats.
ROUNDING = 1e-12


def gini(counts):
    """Along the last axis: (..., K) counts to (...) impurities."""
    shares = counts / counts.sum(axis=-1, keepdims=True)
    return 1 - (shares**2).sum(axis=-1)


def entropy(counts):
    shares = counts / counts.sum(axis=-1, keepdims=True)
    # log2(1) = 0 stands in where a class is absent.
    return -(shares * np.log2(np.where(shares > 0, shares, 1))).sum(axis=-1)


CRITERIA = {"gini": gini, "entropy": entropy}


def best_split(rows, one_hot, impurity=gini, min_samples_leaf=1):
    """(feature, threshold, gain) with the largest gain, or None.

    All features and thresholds at once: a running sum of the one-hot labels
    in sorted order gives the counts left of every border.
    """
    size, features = rows.shape
    order = rows.argsort(axis=0, kind="stable")
    values = np.take_along_axis(rows, order, axis=0)
    left = one_hot[order].cumsum(axis=0)[:-1]  # (n - 1) x d x K
    right = one_hot.sum(axis=0) - left
    left_sizes = np.arange(1, size)[:, None]
    right_sizes = size - left_sizes
    allowed = (
        (values[:-1] < values[1:])
        & (np.minimum(left_sizes, right_sizes) >= min_samples_leaf)
    )
    if not allowed.any():
        return None
    after = left_sizes * impurity(left) + right_sizes * impurity(right)
    gains = impurity(one_hot.sum(axis=0)) - after / size
    gains = np.where(allowed, gains, -np.inf).T  # d x (n - 1)
    # The first of all that are largest but for rounding.
    first = (gains >= gains.max() - ROUNDING).ravel().argmax()
    feature, border = np.unravel_index(first, gains.shape)
    low, high = values[border, feature], values[border + 1, feature]
    middle = low / 2 + high / 2
    threshold = middle if middle < high else low
    return int(feature), float(threshold), float(gains[feature, border])


def grow_tree(
    rows, labels, *, criterion="gini", max_depth=None,
    min_samples_split=2, min_samples_leaf=1, min_impurity_decrease=0.0,
):
    rows, labels = np.asarray(rows, dtype=float), np.asarray(labels)
    if rows.ndim != 2 or not np.isfinite(rows).all():
        raise ValueError("rows must be an n x d array of finite numbers")
    if labels.shape != rows.shape[:1] or labels.min() < 0:
        raise ValueError("labels must be one integer from 0 for each row")
    impurity = CRITERIA[criterion]
    one_hot = np.eye(labels.max() + 1, dtype=int)[labels]

    def grow(part, depth):
        counts = one_hot[part].sum(axis=0)
        leaf = {"counts": counts, "impurity": float(impurity(counts))}
        if depth == max_depth or len(part) < min_samples_split:
            return leaf
        split = best_split(
            rows[part], one_hot[part], impurity, min_samples_leaf
        )
        if split is None or split[2] <= min_impurity_decrease + ROUNDING:
            return leaf
        feature, threshold, gain = split
        yes = rows[part, feature] <= threshold
        return {
            **leaf, "feature": feature, "threshold": threshold, "gain": gain,
            "left": grow(part[yes], depth + 1),
            "right": grow(part[~yes], depth + 1),
        }

    return grow(np.arange(len(rows)), 0)


def predict_probabilities(tree, rows):
    """n x K: whole groups of rows walk down the tree together."""
    rows = np.asarray(rows, dtype=float)
    shares = np.empty((len(rows), len(tree["counts"])))

    def walk(node, part):
        if "feature" not in node:
            shares[part] = node["counts"] / node["counts"].sum()
            return
        yes = rows[part, node["feature"]] <= node["threshold"]
        walk(node["left"], part[yes])
        walk(node["right"], part[~yes])

    walk(tree, np.arange(len(rows)))
    return shares


def predict(tree, rows):
    return predict_probabilities(tree, rows).argmax(axis=1)

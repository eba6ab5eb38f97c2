"""CART: every node of scikit-learn's DecisionTreeClassifier."""

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from data import blobs, iris


arrays = {
    "iris": (iris.data, iris.target),
    "five blurred classes": blobs(11, 120, 4, 5, spread=6),
    "two blurred classes": blobs(12, 200, 6, 2, spread=12),
}
tables = {
    name: {"rows": rows.tolist(), "labels": labels.tolist()}
    for name, (rows, labels) in arrays.items()
    if name != "iris"
}


def cases():
    result = []
    for criterion in ("gini", "entropy"):
        for depth in (1, 2, 3, 4, 5):
            options = {"criterion": criterion, "max_depth": depth}
            result.append(tree("iris", options))
        for table in tables:
            for rules in (
                {"max_depth": 4},
                {"max_depth": 8, "min_samples_leaf": 5},
                {"max_depth": 8, "min_samples_split": 20},
            ):
                options = {"criterion": criterion, **rules}
                result.append(tree(table, options))
    return result


def tree(table, options):
    """
    Trained on all rows; also on the even rows and tested on the odd ones.

    scikit-learn draws among features of equal gain. So that results can be
    compared, this takes the first random_state with which the lowest feature,
    and of it the lowest threshold, wins every tie.
    """
    rows, labels = arrays[table]
    whole = first_lowest(rows, labels, options)
    half = first_lowest(rows[::2], labels[::2], options)
    found = whole.tree_
    return {
        "table": table,
        "options": options,
        "nodes": [
            {
                "counts": found.value[i, 0].astype(int).tolist(),
                "impurity": found.impurity[i],
                "feature": int(found.feature[i]),
                "threshold": found.threshold[i],
            }
            for i in range(found.node_count)
        ],
        "accuracy": whole.score(rows, labels),
        "accuracyOnOddRows": half.score(rows[1::2], labels[1::2]),
        "oddPredictions": half.predict(rows[1::2]).tolist(),
    }


def first_lowest(rows, labels, options):
    for random_state in range(3000):
        model = DecisionTreeClassifier(**options, random_state=random_state)
        model.fit(rows, labels)
        if takes_lowest(model, rows, labels, options):
            return model
    raise RuntimeError("no random_state lets the lowest feature win")


def takes_lowest(model, rows, labels, options):
    """Looks at every possible split of every node, without the library."""
    found = model.tree_
    # The library compares float32 numbers.
    rows = rows.astype(np.float32).astype(float)
    here = model.decision_path(rows).toarray().astype(bool)
    for i in range(found.node_count):
        if found.children_left[i] < 0:
            continue
        part, own = rows[here[:, i]], labels[here[:, i]]
        splits = all_splits(part, own, options)
        best = max(gain for gain, _, _ in splits)
        # This package leaves a node alone that no split improves.
        assert best > 1e-9
        _, feature, threshold = next(s for s in splits if s[0] > best - 1e-12)
        if feature != found.feature[i]:
            return False
        if abs(threshold - found.threshold[i]) > 1e-9:
            return False
    return True


def all_splits(rows, labels, options):
    least = options.get("min_samples_leaf", 1)
    result = []
    for feature in range(rows.shape[1]):
        values = np.unique(rows[:, feature])
        for low, high in zip(values, values[1:]):
            left = labels[rows[:, feature] <= low]
            right = labels[rows[:, feature] > low]
            if min(len(left), len(right)) >= least:
                mean = len(left) * impurity(left, options)
                mean += len(right) * impurity(right, options)
                gain = impurity(labels, options) - mean / len(labels)
                result.append((gain, feature, low / 2 + high / 2))
    return result


def impurity(labels, options):
    shares = np.bincount(labels) / len(labels)
    if options["criterion"] == "gini":
        return 1 - (shares**2).sum()
    shares = shares[shares > 0]
    return -(shares * np.log2(shares)).sum()

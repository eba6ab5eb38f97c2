"""k-means: every state that scikit-learn's KMeans goes through."""

import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

from data import blobs, iris


five, _ = blobs(1, 120, 3, 5)
many, _ = blobs(2, 200, 16, 7, spread=3)
flat, _ = blobs(3, 150, 2, 4, spread=6)
arrays = {
    "iris": iris.data,
    "five blobs in space": five,
    "five blobs in other units": five * np.array([1000, 1, 1 / 64]),
    "seven blobs in 16 dimensions": many,
    "blobs without a gap": flat,
}
tables = {name: a.tolist() for name, a in arrays.items() if name != "iris"}


def cases():
    return [
        states("one flower of each species", "iris", [0, 50, 100]),
        states("three setosas", "iris", [0, 1, 2]),
        states("eight clusters", "iris", range(0, 150, 20)),
        states("the first five", "five blobs in space", range(5)),
        states("the first five", "five blobs in other units", range(5)),
        states("the first twelve", "seven blobs in 16 dimensions", range(12)),
        states("the first nine", "blobs without a gap", range(9)),
        ends(
            "an empty cluster at first",
            "five blobs in space",
            [[99, 99, 99], *five[:4]],
        ),
    ]


def run(points, centroids, max_iter):
    model = KMeans(
        len(centroids), init=centroids, n_init=1, tol=0, max_iter=max_iter
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(points)


def states(name, table, chosen):
    """Runs with max_iter = 1, 2, … show the state after each iteration."""
    points = arrays[table]
    centroids = np.array([points[index] for index in chosen])
    last = run(points, centroids, 300)
    # The run notices only in one more iteration that no label has changed.
    count = last.n_iter_ - 1
    steps = [run(points, centroids, m) for m in range(1, count + 1)]
    assert (steps[-1].labels_ == last.labels_).all()
    return {
        **describe(name, table, centroids, last),
        "iterationCount": count,
        "steps": [
            {
                "centroids": step.cluster_centers_.tolist(),
                "inertia": step.inertia_,
                "sizes": np.bincount(step.labels_).tolist(),
            }
            for step in steps
        ],
    }


def ends(name, table, centroids):
    """The end alone: empty clusters are filled at another moment there."""
    points = arrays[table]
    centroids = np.array(centroids, dtype=float)
    last = run(points, centroids, 300)
    return describe(name, table, centroids, last)


def describe(name, table, centroids, last):
    return {
        "name": name,
        "table": table,
        "initialCentroids": centroids.tolist(),
        "labels": last.labels_.tolist(),
        "centroids": last.cluster_centers_.tolist(),
        "inertia": last.inertia_,
    }

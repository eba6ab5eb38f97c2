"""The data of the golden cases: Iris, and generated tables."""

import numpy as np
from sklearn.datasets import load_iris

iris = load_iris()


def blobs(seed, n, d, groups, spread=1.0):
    """Round groups of points; values are multiples of 1/1024."""
    random = np.random.default_rng(seed)
    centres = random.uniform(-10, 10, (groups, d))
    labels = random.integers(0, groups, n)
    points = centres[labels] + spread * random.normal(size=(n, d))
    return on_grid(points), labels


def on_grid(values):
    """Multiples of 1/1024 are exact in JSON and in float32."""
    return np.round(values * 1024) / 1024

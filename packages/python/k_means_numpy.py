"""K-means clustering with NumPy: the same rules as k_means.py."""

import numpy as np


def k_means(
    points, k, *, initial_centroids=None, seed=1,
    max_iterations=100, tolerance=0.0,
):
    """Cluster an n x d array: (centroids, labels, inertia, iterations).

    Without initial_centroids the start is chosen by k-means++.
    """
    points = np.asarray(points, dtype=float)
    if points.ndim != 2 or not np.isfinite(points).all():
        raise ValueError("points must be an n x d array of finite numbers")
    if not 1 <= k <= len(points):
        raise ValueError(f"k must be from 1 to {len(points)}; got {k}")
    if max_iterations < 1:
        raise ValueError("max_iterations must be at least 1")
    if initial_centroids is None:
        start = plus_plus_centroids(points, k, np.random.default_rng(seed))
    else:
        start = np.array(initial_centroids, dtype=float)
        if start.shape != (k, points.shape[1]):
            raise ValueError(f"initial_centroids has the shape {start.shape}")

    centroids, labels, inertia = assign(points, start)
    for iteration in range(1, max_iterations + 1):
        old_centroids, old_labels = centroids, labels
        moved = move(points, labels, k)
        centroids, labels, inertia = assign(points, moved)
        largest_move = np.linalg.norm(centroids - old_centroids, axis=1).max()
        if (labels == old_labels).all() or largest_move <= tolerance:
            break
    return centroids, labels, inertia, iteration


def squared_distances(points, centroids):
    """n x k. One centroid at a time: no n x k x d array is made."""
    return np.stack(
        [((points - centroid) ** 2).sum(axis=1) for centroid in centroids],
        axis=1,
    )


def assign(points, centroids):
    squared = squared_distances(points, centroids)
    labels = squared.argmin(axis=1)
    distances = squared[np.arange(len(points)), labels]
    sizes = np.bincount(labels, minlength=len(centroids))
    while (sizes == 0).any():
        empty = sizes.argmin()
        # The only point of a cluster stays where it is.
        farthest = np.where(sizes[labels] > 1, distances, -1).argmax()
        sizes[labels[farthest]] -= 1
        sizes[empty] = 1
        labels[farthest], distances[farthest] = empty, 0
        centroids[empty] = points[farthest]
    return centroids, labels, distances.sum()


def move(points, labels, k):
    """The means as one matrix product: (k x n) times (n x d)."""
    members = np.arange(k)[:, None] == labels[None, :]
    return (members @ points) / members.sum(axis=1, keepdims=True)


def plus_plus_centroids(points, k, random):
    centroids = points[[random.integers(len(points))]]
    nearest = squared_distances(points, centroids)[:, 0]
    while len(centroids) < k:
        total = nearest.sum()
        chances = nearest / total if total > 0 else None
        chosen = points[[random.choice(len(points), p=chances)]]
        centroids = np.concatenate([centroids, chosen])
        nearest = np.minimum(nearest, squared_distances(points, chosen)[:, 0])
    return centroids

"""K-means clustering with the standard library.

Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information
Theory 28 (1982), pp. 129-137. Seeding: Arthur and Vassilvitskii, "k-means++:
The advantages of careful seeding", SODA 2007.
"""

from dataclasses import dataclass
from math import sqrt
from random import Random

from checks import check_integer, check_matrix, check_not_negative


@dataclass(frozen=True)
class Step:
    """The state after an iteration; 0 is the first assignment."""

    iteration: int
    centroids: list  # k lists of d numbers
    labels: list  # for each point the index of its centroid
    inertia: float  # sum of squared distances to the own centroid
    converged: bool


def k_means_steps(
    points, k, *, initial_centroids=None, seed=1,
    max_iterations=100, tolerance=0.0,
):
    """Cluster n points of d finite numbers; yield a Step per iteration.

    Starts from initial_centroids if given, else from k points chosen by
    k-means++. Ends when no label changes, when no centroid moved farther than
    the tolerance, or after max_iterations. One iteration costs O(n k d).
    Raises ValueError when the first step is asked for.
    """
    check_matrix("points", points)
    check_integer("k", k, 1, len(points))
    check_integer("max_iterations", max_iterations, 1)
    check_not_negative("tolerance", tolerance)
    if initial_centroids is None:
        centroids = plus_plus_centroids(points, k, Random(seed))
    else:
        check_matrix(
            "initial_centroids", initial_centroids,
            rows=k, columns=len(points[0]),
        )
        centroids = [list(centroid) for centroid in initial_centroids]

    current = assign(points, centroids)
    yield Step(0, *current, converged=False)
    for iteration in range(1, max_iterations + 1):
        old_centroids, old_labels, _ = current
        current = assign(points, move(points, old_labels, k))
        centroids, labels, _ = current
        moves = map(squared_distance, old_centroids, centroids)
        converged = labels == old_labels or sqrt(max(moves)) <= tolerance
        yield Step(iteration, *current, converged)
        if converged:
            return


def k_means(points, k, **options):
    """Run k_means_steps to its end and return the last Step."""
    for step in k_means_steps(points, k, **options):
        pass
    return step


def squared_distance(left, right):
    return sum((a - b) ** 2 for a, b in zip(left, right))


def assign(points, centroids):
    """Give each point to the nearest centroid, the first one on a tie.

    An empty cluster has no mean. Its centroid jumps to the point that lies
    farthest from its own centroid and takes it over; the only point of a
    cluster stays, or another cluster would become empty.
    """
    labels, distances = [], []
    for point in points:
        to_all = [squared_distance(point, c) for c in centroids]
        distances.append(min(to_all))
        labels.append(to_all.index(distances[-1]))

    sizes = [labels.count(cluster) for cluster in range(len(centroids))]
    while 0 in sizes:
        empty = sizes.index(0)
        movable = (i for i, label in enumerate(labels) if sizes[label] > 1)
        farthest = max(movable, key=lambda i: distances[i])
        sizes[labels[farthest]] -= 1
        sizes[empty] = 1
        labels[farthest], distances[farthest] = empty, 0.0
        centroids[empty] = list(points[farthest])
    return centroids, labels, sum(distances)


def move(points, labels, k):
    """The mean of each cluster, in one scan over the points."""
    sums = [[0.0] * len(points[0]) for _ in range(k)]
    sizes = [0] * k
    for point, label in zip(points, labels):
        sizes[label] += 1
        for axis, value in enumerate(point):
            sums[label][axis] += value
    return [[v / size for v in row] for row, size in zip(sums, sizes)]


def plus_plus_centroids(points, k, random):
    """Choose k points far apart, each by its squared distance D(x)^2."""
    centroids = [list(random.choice(points))]
    weights = [squared_distance(point, centroids[0]) for point in points]
    while len(centroids) < k:
        # With fewer than k different points every weight may be 0.
        if any(weights):
            [chosen] = random.choices(points, weights)
        else:
            chosen = random.choice(points)
        centroids.append(list(chosen))
        weights = [
            min(weight, squared_distance(point, chosen))
            for point, weight in zip(points, weights)
        ]
    return centroids

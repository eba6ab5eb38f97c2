"""
Times scikit-learn with one thread. Reads a task from standard input as JSON,
tables from files of float64, and prints the result as JSON. Two runs warm up;
the median of the others is the time.
"""

import os

for name in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ[f"{name}_NUM_THREADS"] = "1"

import json
import statistics
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import KMeans
from sklearn.tree import DecisionTreeClassifier

warnings.simplefilter("ignore")
task = json.load(sys.stdin)
points = numpy.fromfile(task["file"]).reshape(task["rows"], task["columns"])


def fit():
    if task["kind"] == "k-means":
        return KMeans(
            task["k"],
            init=points[: task["k"]].copy(),
            n_init=1,
            max_iter=task["iterations"],
            tol=0,
        ).fit(points)
    labels = numpy.array(task["labels"])
    return DecisionTreeClassifier(
        max_depth=task["depth"], random_state=0
    ).fit(points, labels)


times = []
for _ in range(2 + task["rounds"]):
    start = time.perf_counter()
    model = fit()
    times.append(1000 * (time.perf_counter() - start))

result = {
    "ms": statistics.median(times[2:]),
    "version": sklearn.__version__,
}
if task["kind"] == "k-means":
    result["inertia"] = model.inertia_
else:
    result["accuracy"] = model.score(points, task["labels"])
    result["nodes"] = model.tree_.node_count
print(json.dumps(result))

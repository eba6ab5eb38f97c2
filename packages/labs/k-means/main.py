import plot
from k_means import k_means, k_means_steps

# Change these and run again.
k = 2
initial_centroids = [[1, 1], [1, 2]]
points = [[1, 1], [1, 2], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [4, 5]]

inertias = []
labels = [-1 for _ in points]

for step in k_means_steps(points, k, initial_centroids=initial_centroids):
    moved = "the centroids move" if step.iteration else "initial centroids"
    plot.scatter(
        "clusters",
        points=points,
        labels=labels,
        centroids=step.centroids,
        caption=f"Iteration {step.iteration}: {moved}.",
    )
    labels = step.labels
    plot.scatter(
        "clusters",
        points=points,
        labels=labels,
        centroids=step.centroids,
        links=True,
        caption=f"Iteration {step.iteration}: inertia {step.inertia:.3f}.",
    )
    inertias.append([step.iteration, step.inertia])
    print(f"iteration {step.iteration}: labels", *labels)
    if step.converged:
        print("No label has changed: converged.")

plot.line(
    "inertia",
    series=[{"name": "inertia", "points": inertias}],
    x_label="iteration",
    y_label="inertia",
    dots=True,
    caption="Inertia falls in every iteration until the labels stay the same.",
)

# The result depends on the start. random.Random draws other numbers than the
# generator of the TypeScript edition, so equal seeds are different starts.
for seed in range(1, 9):
    result = k_means(points, k, seed=seed)
    print(f"seed {seed}: inertia {result.inertia:.3f}, labels", *result.labels)

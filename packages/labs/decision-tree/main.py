import iris
import plot
from decision_tree import Branch, grow_tree, grow_tree_steps, predict
from splits import CRITERIA, candidate_splits, count_labels

# Change these and run again.
criterion = "gini"  # or "entropy"
max_depth = 3
min_samples_leaf = 1
# The article's six rows: both sides of the only split are as mixed as the
# whole, 4/9. The question would tell nothing, so the honest tree is one leaf.
small_rows = [[1], [1], [1], [2], [2], [2]]
small_labels = [0, 0, 1, 0, 0, 1]


def short(value):
    return f"{value:.4g}"


def outline(tree, features, classes):
    """The tree in words, as plot.tree draws it."""
    node = {"detail": f"impurity {short(tree.impurity)}", "counts": tree.counts}
    if not isinstance(tree, Branch):
        label = classes[tree.counts.index(max(tree.counts))]
        return {**node, "label": label, "children": []}
    name = features[tree.split.feature]
    return {
        **node,
        "label": f"{name} <= {short(tree.split.threshold)}",
        "children": [
            {**outline(tree.left, features, classes), "branch": "yes"},
            {**outline(tree.right, features, classes), "branch": "no"},
        ],
    }


def model(tree):
    """The tree as plain data, to be saved with the figure."""
    node = {"counts": tree.counts, "impurity": tree.impurity}
    if not isinstance(tree, Branch):
        return {"kind": "leaf", **node}
    return {
        "kind": "branch",
        **node,
        **vars(tree.split),
        "left": model(tree.left),
        "right": model(tree.right),
    }


def split_count(tree):
    if not isinstance(tree, Branch):
        return 0
    return 1 + split_count(tree.left) + split_count(tree.right)


def print_tree(tree, indent=0):
    here = f"{tree.counts} impurity {short(tree.impurity)}"
    if isinstance(tree, Branch):
        name = iris.FEATURE_NAMES[tree.split.feature]
        print(" " * indent + f"{name} <= {short(tree.split.threshold)}  {here}")
        print_tree(tree.left, indent + 3)
        print_tree(tree.right, indent + 3)
    else:
        majority = tree.counts.index(max(tree.counts))
        print(" " * indent + f"{iris.CLASS_NAMES[majority]}  {here}")


def split_table(splits, rows, labels, features):
    def side(split, answer):
        mine = [
            label for row, label in zip(rows, labels)
            if (row[split.feature] <= split.threshold) == answer
        ]
        counts = count_labels(mine, max(labels) + 1)
        impurity = CRITERIA[criterion](counts)
        return [" : ".join(map(str, counts)), f"{impurity:.4f}"]

    best = sorted(splits, key=lambda split: -split.gain)[:8]
    caption = f"The best {len(best)} of {len(splits)} possible first splits."
    if len(best) == len(splits):
        caption = f"All possible first splits: {len(splits)}."
    return {
        "caption": caption,
        "columns": ["question", "yes", "impurity", "no", "impurity", "gain"],
        "rows": [
            [
                f"{features[split.feature]} <= {split.threshold:.2f}",
                *side(split, True), *side(split, False), f"{split.gain:.4f}",
            ]
            for split in best
        ],
    }


options = {"criterion": criterion, "min_samples_leaf": min_samples_leaf}
features = [f"feature {index}" for index in range(len(small_rows[0]))]
classes = [f"class {index}" for index in range(max(small_labels) + 1)]
small_splits = list(candidate_splits(small_rows, small_labels, **options))
plot.table(
    "article-splits",
    **split_table(small_splits, small_rows, small_labels, features),
)
small_tree = grow_tree(
    small_rows, small_labels, max_depth=max_depth, **options
)
small_outline = outline(small_tree, features, classes)
caption = f"Splits made: {split_count(small_tree)}."
if not isinstance(small_tree, Branch):
    caption = (
        "No allowed split lowers the impurity: one leaf, which predicts "
        f"{small_outline['label']}."
    )
plot.tree(
    "article-tree",
    root=small_outline,
    classes=classes,
    caption=caption,
    model=model(small_tree),
)

rows, labels = iris.ROWS, iris.LABELS
plot.scatter(
    "iris",
    points=[row[2:] for row in rows],
    labels=labels,
    x_label="petal length",
    y_label="petal width",
    caption="Petals of 150 flowers, in cm. Colours are the three species.",
)
splits = list(candidate_splits(rows, labels, **options))
plot.table(
    "iris-splits", **split_table(splits, rows, labels, iris.FEATURE_NAMES)
)

for tree in grow_tree_steps(rows, labels, max_depth=max_depth, **options):
    plot.tree(
        "iris-tree",
        root=outline(tree, iris.FEATURE_NAMES, iris.CLASS_NAMES),
        classes=iris.CLASS_NAMES,
        caption=f"Splits made: {split_count(tree)}.",
        model=model(tree),
    )
print_tree(tree)

accuracies = []
for depth in range(6):
    tree = grow_tree(rows, labels, max_depth=depth, **options)
    right = sum(p == label for p, label in zip(predict(tree, rows), labels))
    print(f"depth {depth}: {right} of {len(rows)} flowers right")
    accuracies.append([depth, right / len(rows)])
plot.line(
    "accuracy",
    series=[{"name": "training rows", "points": accuracies}],
    x_label="depth",
    y_label="accuracy",
    dots=True,
    caption="Accuracy on the rows the tree was grown from, not on new ones.",
)

from dataclasses import asdict

import plot
from network import create_network
from neural_network import predict, train_steps

# Change these and run again.
layer_sizes = [2, 8, 1]
activation = "tanh"  # or "sigmoid", "relu"
learning_rate = 1
epochs = 500
seed = 1  # of random.Random, which draws other numbers than the TypeScript

inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
targets = [[0], [1], [1], [0]]


def is_frame(epoch):
    """Much happens in the first epochs: draw them often, the rest rarely."""
    if epoch <= 20:
        return epoch % 4 == 0
    return epoch % -(-epochs // 10) == 0 or epoch == epochs


def range_around(values):
    """From a quarter of their span below the values to as much above."""
    low, high = min(values), max(values)
    margin = ((high - low) or 1) / 4
    return low - margin, high + margin


def middles(low, high):
    """The middles of 20 cells that divide a range."""
    return [low + (cell + 0.5) / 20 * (high - low) for cell in range(20)]


def draw(network, caption):
    x_range = range_around([x for x, _ in inputs])
    y_range = range_around([y for _, y in inputs])
    plot.heatmap(
        "decision-boundary",
        values=[
            [out for [out] in predict(network, [[x, y] for x in middles(*x_range)])]
            for y in middles(*y_range)
        ],
        x=x_range,
        y=y_range,
        domain=[0, 1],
        points=inputs,
        labels=[label for [label] in targets],
        x_label="x",
        y_label="y",
        caption=caption,
    )
    plot.network(
        "weights",
        layers=layer_sizes,
        weights=[layer.weights for layer in network.layers],
        biases=[layer.biases for layer in network.layers],
        inputs=["x", "y"],
        outputs=["output"],
        caption=caption,
        model=asdict(network),
    )


def print_outputs(when, network):
    for (x, y), [output] in zip(inputs, predict(network, inputs)):
        print(f"{when}: {x},{y} gives {output:.3f}")


start = create_network(layer_sizes, activation=activation, seed=seed)
print_outputs("before training", start)

losses = []
options = {"epochs": epochs, "learning_rate": learning_rate}
for epoch, loss, network in train_steps(start, inputs, targets, **options):
    losses.append([epoch, loss])
    if epoch == epochs:
        print_outputs("after training", network)
    if is_frame(epoch):
        draw(network, f"Epoch {epoch}: loss {loss:.4f}.")

plot.line(
    "loss",
    series=[{"name": "loss", "points": losses}],
    x_label="epoch",
    y_label="cross-entropy",
    y_scale="log",
    caption=f"The loss over the {len(inputs)} examples, on a logarithmic scale.",
)

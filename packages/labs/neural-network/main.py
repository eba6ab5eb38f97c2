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

# The middles of 20 x 20 squares over the plane from -0.25 to 1.25.
middles = [0.075 * i - 0.2125 for i in range(20)]


def is_frame(epoch):
    """Much happens in the first epochs: draw them often, the rest rarely."""
    if epoch <= 20:
        return epoch % 4 == 0
    return epoch % -(-epochs // 10) == 0 or epoch == epochs


def draw(network, caption):
    plot.heatmap(
        "decision-boundary",
        values=[
            [out for [out] in predict(network, [[x, y] for x in middles])]
            for y in middles
        ],
        x=[-0.25, 1.25],
        y=[-0.25, 1.25],
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
        outputs=["x xor y"],
        caption=caption,
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
    if is_frame(epoch):
        draw(network, f"Epoch {epoch}: loss {loss:.4f}.")
print_outputs("after training", network)

plot.line(
    "loss",
    series=[{"name": "loss", "points": losses}],
    x_label="epoch",
    y_label="cross-entropy",
    y_scale="log",
    caption="The loss over the four examples, on a logarithmic scale.",
)

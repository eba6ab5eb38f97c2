"""The figures of the page. Calls that share a name are the frames of one
figure, in call order:

    plot.scatter("clusters", points=[[0, 1], [2, 3]], labels=[0, 1])

The data are those of the TypeScript functions, in snake case: x_label,
y_scale, x_ticks.
"""

from _host import draw
from js import Object
from pyodide.ffi import to_js

__all__ = ["scatter", "line", "bars", "heatmap", "tree", "network", "table"]

DEEPEST = 40


def _plain(value, where, depth=0):
    """A copy of lists, dicts and plain values; anything else is refused."""
    if depth > DEEPEST:
        raise TypeError(f"{where} is nested deeper than {DEEPEST} levels")
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, dict):
        return {
            str(key): _plain(item, f"{where}[{key!r}]", depth + 1)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple, range)) or hasattr(value, "__next__"):
        return [
            _plain(item, f"{where}[{index}]", depth + 1)
            for index, item in enumerate(value)
        ]
    raise TypeError(f"{where} is a {type(value).__name__}: use a list")


def _camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


def _figure(kind):
    def record(name, **data):
        plain = {
            _camel(key): _plain(value, f"plot.{kind}({name!r}).{key}")
            for key, value in data.items()
            if value is not None
        }
        problem = draw(
            kind, name, to_js(plain, dict_converter=Object.fromEntries)
        )
        if problem:
            raise TypeError(problem)

    record.__name__ = record.__qualname__ = kind
    return record


scatter, line, bars = _figure("scatter"), _figure("line"), _figure("bars")
heatmap, tree = _figure("heatmap"), _figure("tree")
network, table = _figure("network"), _figure("table")

"""Checks of arguments: every error names the argument, what is allowed and
what was given."""

from math import isfinite


def refuse(name, allowed, given):
    raise ValueError(f"{name} must be {allowed}; got {given!r}")


def check_integer(name, value, low, high=None):
    """An integer from low to high, both included; no upper end by default."""
    # bool is a subclass of int in Python, but True is no number of clusters.
    if isinstance(value, int) and not isinstance(value, bool):
        if value >= low and (high is None or value <= high):
            return
    allowed = f"of at least {low}" if high is None else f"from {low} to {high}"
    refuse(name, f"an integer {allowed}", value)


def check_not_negative(name, value):
    if not (isfinite(value) and value >= 0):
        refuse(name, "a finite number of at least 0", value)


def check_positive(name, value):
    if not (isfinite(value) and value > 0):
        refuse(name, "a finite number greater than 0", value)


def check_one_of(name, value, names):
    if value not in names:
        refuse(name, "one of " + ", ".join(map(repr, names)), value)


def check_matrix(name, matrix, *, rows=None, columns=None):
    """At least one row, at least one column, rows equally long, all finite."""
    if len(matrix) == 0:
        refuse(name, "a list of at least one row", matrix)
    if rows is not None and len(matrix) != rows:
        refuse(name, f"a list of {rows} rows", matrix)
    columns = len(matrix[0]) if columns is None else columns
    for i, row in enumerate(matrix):
        if len(row) == 0:
            refuse(f"{name}[{i}]", "a list of at least one number", row)
        if len(row) != columns:
            refuse(f"{name}[{i}]", f"a list of {columns} numbers", row)
        for j, value in enumerate(row):
            if not isfinite(value):
                refuse(f"{name}[{i}][{j}]", "a finite number", value)


def check_labels(name, labels, row_count):
    """One class label, an integer of at least 0, for each row."""
    if len(labels) != row_count:
        refuse(name, f"a list of {row_count} labels, one a row", labels)
    for i, label in enumerate(labels):
        check_integer(f"{name}[{i}]", label, 0)

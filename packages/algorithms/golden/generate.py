"""Computes the golden results with scikit-learn and NumPy.

Usage: /usr/bin/python3 packages/algorithms/golden/generate.py

Needs Debian 12's python3-sklearn (1.2.1) and python3-numpy (1.24.2). Other
versions may differ in the last digits; the tests state their tolerances.
All data have few decimals, so that JSON carries them exactly.
"""

import json
from pathlib import Path

import numpy
import sklearn

import cart
import lloyd
import perceptron

versions = {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__}

for name, (tables, cases) in {
    "k-means": (lloyd.tables, lloyd.cases()),
    "decision-tree": (cart.tables, cart.cases()),
    "neural-network": ({}, perceptron.cases()),
}.items():
    lines = [json.dumps(case, separators=(",", ":")) for case in cases]
    text = '{"versions":%s,"tables":%s,"cases":[\n%s\n]}\n' % (
        json.dumps(versions),
        json.dumps(tables, separators=(",", ":")),
        ",\n".join(lines),
    )
    file = Path(__file__).with_name(f"{name}.json")
    file.write_text(text)
    print(file.name, len(lines), "cases")

"""Runs every test of this folder; COUNTS_FILE receives the counts as JSON."""

import json
import os
import sys
import unittest

sys.dont_write_bytecode = True

here = os.path.dirname(os.path.abspath(__file__))
suite = unittest.defaultTestLoader.discover(here)
result = unittest.TextTestRunner(verbosity=2).run(suite)

# A test may fail in several of its subtests: it counts once.
broken = {
    getattr(test, "test_case", test).id()
    for test, _ in [*result.failures, *result.errors]
} | {test.id() for test in result.unexpectedSuccesses}
skipped = len(result.skipped)
counts = {
    "passed": result.testsRun - len(broken) - skipped,
    "failed": len(broken),
    "skipped": skipped,
}
if "COUNTS_FILE" in os.environ:
    with open(os.environ["COUNTS_FILE"], "w") as file:
        json.dump(counts, file)
sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)

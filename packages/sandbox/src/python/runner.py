"""Runs the reader's files and reports what happens as JSON."""

import importlib
import json
import os
import sys
import time
import traceback
import types
import unittest

from _host import report as send

ROOT = "/lab"


def report(**fields):
    send(json.dumps(fields))


def path_of(filename):
    """The reader's own path of a file, or None for any other file."""
    inside = filename is not None and filename.startswith(f"{ROOT}/")
    return filename[len(ROOT):] if inside else None


def described(error):
    """An exception as data: kind, name, message, the reader's frames."""
    name, message = type(error).__name__, str(error)
    kind, frames = "runtime", []
    if isinstance(error, SyntaxError) and path_of(error.filename):
        kind, message = "syntax", error.msg
        frames = [frame(error.filename, error.lineno, error.offset, "")]
    else:
        if isinstance(error, ModuleNotFoundError):
            # The lines after the first advise what does not apply here.
            kind, message = "module", message.split("\n")[0]
        calls = traceback.extract_tb(error.__traceback__)
        frames = [
            frame(call.filename, call.lineno, (call.colno or 0) + 1, call.name)
            for call in reversed(calls)
            if path_of(call.filename)
        ]
    return {
        "kind": kind,
        "name": name[:100],
        "message": message[:2000],
        "frames": frames[:10],
    }


def frame(filename, line, column, name):
    return {
        "path": path_of(filename)[:300],
        "line": line or 1,
        "column": max(1, column or 1),
        "functionName": name[:300],
    }


def run_program(entry):
    sys.path.insert(0, ROOT)
    module = types.ModuleType("__main__")
    module.__file__ = ROOT + entry
    sys.modules["__main__"] = module
    try:
        with open(module.__file__, encoding="utf-8") as file:
            source = file.read()
        exec(compile(source, module.__file__, "exec"), module.__dict__)
    except SystemExit as end:
        if end.code not in (None, 0):
            report(type="error", error=described(end))
    except BaseException as error:
        report(type="error", error=described(error))
    finally:
        end_lines()


def end_lines():
    """Shows what was printed without an end of line."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
            os.fsync(stream.fileno())
        except Exception:
            # The program has replaced or closed it.
            pass


def run_tests(entries, most):
    """Runs the unittest cases of the files, at most so many."""
    sys.path.insert(0, ROOT)
    tests = []
    for entry in entries:
        try:
            name = entry.strip("/").removesuffix(".py").replace("/", ".")
            module = importlib.import_module(name)
            suite = unittest.defaultTestLoader.loadTestsFromModule(module)
            tests += [(test, entry) for test in flat(suite)]
        except BaseException as error:
            report(type="error", error=described(error))
    if len(tests) > most:
        report(type="limit", limit="testCases")
    result = Result(dict(tests[:most]))
    report(type="tests-found", count=len(result.paths))
    for test in result.paths:
        result.tell(test, "idle")
    suite = unittest.defaultTestLoader.suiteClass(result.paths)
    try:
        suite.run(result)
    except BaseException as error:
        report(type="error", error=described(error))
    end_lines()


def flat(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from flat(item)
        else:
            yield item


class Result(unittest.TestResult):
    """Reports the state of each test as it changes."""

    def __init__(self, paths):
        super().__init__()
        self.paths = paths
        self.status, self.problems, self.begun = "pass", [], 0.0

    def tell(self, test, status, **more):
        report(
            type="test",
            test={
                "name": test._testMethodName,
                "blocks": [type(test).__name__],
                "path": self.paths[test],
                "status": status,
                "errors": [],
                **more,
            },
        )

    def startTest(self, test):
        super().startTest(test)
        self.status, self.problems = "pass", []
        self.tell(test, "running")
        self.begun = time.perf_counter()

    def stopTest(self, test):
        duration = 1000 * (time.perf_counter() - self.begun)
        self.tell(
            test, self.status, duration=duration, errors=self.problems[:20]
        )
        super().stopTest(test)

    def fail(self, error, prefix=""):
        self.status = "fail"
        problem = described(error)
        problem["message"] = (prefix + problem["message"])[:2000]
        self.problems.append(problem)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail(err[1])

    def addError(self, test, err):
        super().addError(test, err)
        # Of a class or a module that could not be set up: of no known test.
        if test in self.paths:
            self.fail(err[1])
        else:
            report(type="error", error=described(err[1]))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.fail(err[1], f"{subtest._subDescription()} ")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.status = "skip"

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.fail(AssertionError("expected to fail, but passed"))

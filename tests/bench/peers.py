"""Normalizing speed of CAMeL Tools and PyArabic on the lines of a file, as JSON in MB/s: those that this Python has."""

import importlib
import json
import sys
import time


def camel():
    dediac = importlib.import_module("camel_tools.utils.dediac")
    normalize = importlib.import_module("camel_tools.utils.normalize")
    steps = (
        normalize.normalize_unicode,
        dediac.dediac_ar,
        normalize.normalize_alef_ar,
        normalize.normalize_alef_maksura_ar,
        normalize.normalize_teh_marbuta_ar,
    )

    def run(line):
        for step in steps:
            line = step(line)
        return line

    return run


def pyarabic():
    return importlib.import_module("pyarabic.normalize").normalize_searchtext


def speed(normalize, lines):
    """The best of three runs."""
    size = sum(len(line.encode()) for line in lines) / 1e6
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for line in lines:
            normalize(line)
        times.append(time.perf_counter() - start)
    return size / min(times)


with open(sys.argv[1], encoding="utf-8") as file:
    lines = file.read().split("\n")
speeds = {}
for name, make in (("camel", camel), ("pyarabic", pyarabic)):
    try:
        speeds[name] = speed(make(), lines)
    except ImportError:
        pass
print(json.dumps(speeds))

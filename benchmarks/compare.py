#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Compares two builds of a Google Benchmark program (micro_*), run in turn A B A B ..., with spread.

    benchmarks/compare.py BUILD_A BUILD_B micro_week [--rounds 5] [--filter REGEX] [--json out.json]

BUILD_A and BUILD_B are build folders of two commits made with the same flags. Prints the medians of processor time with the
smallest and the largest; it is a difference only where the ranges do not overlap. --json keeps every round.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys


def one_round(build, program, pattern):
    """Processor time by benchmark, in the benchmark's own unit."""
    command = [str(pathlib.Path(build) / "benchmarks" / program), "--benchmark_format=json"]
    if pattern:
        command.append("--benchmark_filter=" + pattern)
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {row["name"]: (row["cpu_time"], row["time_unit"]) for row in found["benchmarks"] if row.get("run_type", "iteration") == "iteration"}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build_a")
    options.add_argument("build_b")
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--filter", default="")
    options.add_argument("--json", type=pathlib.Path)
    given = options.parse_args()
    times, units = {}, {}
    for _ in range(given.rounds):
        for side, build in (("a", given.build_a), ("b", given.build_b)):
            for name, (time, unit) in one_round(build, given.program, given.filter).items():
                times.setdefault(name, {"a": [], "b": []})[side].append(time)
                units[name] = unit
    print(f"{'':60} {'A median (least-most)':>32} {'B median (least-most)':>32} {'B/A':>7}")
    for name, both in times.items():
        if not both["a"] or not both["b"]:
            print(f"{name:60} in one of the two only")
            continue
        a, b = both["a"], both["b"]
        ratio = statistics.median(b) / statistics.median(a)
        apart = max(b) < min(a) or max(a) < min(b)
        shown = [f"{statistics.median(x):.4g} ({min(x):.4g}-{max(x):.4g}) {units[name]}" for x in (a, b)]
        print(f"{name:60} {shown[0]:>32} {shown[1]:>32} {ratio:7.3f}{'' if apart else '  ranges overlap: no difference yet'}")
    if given.json:
        given.json.write_text(json.dumps({"program": given.program, "rounds": given.rounds, "units": units, "times": times}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

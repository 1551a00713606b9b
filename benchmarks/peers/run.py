#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Runs the peers side by side, in turn, and prints speeds, ratios and how far each is from the check values.

    benchmarks/peers/run.py [--rounds 3] [--citizens 1000000] [--step build/release/benchmarks/benchmark_step SCENARIO]

Speeds are per second of processor time on one core. With --step the whole model of Samspil is run beside them, on its own
scenario: more work a citizen and step than offers-mini, and said so in the table.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# Shares of citizens by offer (none, club, preventive, centre, home) after month 1, 12, 60, 120; N = 10 million.
CHECK = {"1": [.0649, .6928, .1400, .0812, .0212], "12": [.0766, .6663, .1400, .0905, .0267],
         "60": [.0901, .6014, .1400, .1195, .0490], "120": [.1016, .5665, .1400, .1200, .0719]}


def farthest(shares, citizens):
    """Largest distance from the check values, in standard errors of a share of so many independent citizens; 0.0002 is theirs."""
    worst = 0.0
    for month, row in CHECK.items():
        for expected, found in zip(row, shares[month]):
            error = (expected * (1 - expected) / citizens) ** 0.5 + 0.0002
            worst = max(worst, abs(found - expected) / error)
    return worst


def compiled(folder):
    program = pathlib.Path(folder) / "offers_mini"
    subprocess.run(["g++", "-O3", "-std=c++20", str(HERE / "offers_mini.cpp"), "-o", str(program)], check=True)
    return program


def whole_model(command):
    text = subprocess.run([command[0], command[1], "1"], check=True, capture_output=True, text=True).stdout
    return next(float(line.split()[-2]) for line in text.splitlines() if line.startswith("one run, 1 thread"))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--citizens", type=int, default=1_000_000)
    options.add_argument("--step", nargs=2, metavar=("PROGRAM", "SCENARIO"))
    given = options.parse_args()
    speeds, wrong = {}, False
    with tempfile.TemporaryDirectory() as folder:
        commands = [[str(compiled(folder)), str(given.citizens)], ["/usr/bin/python3", str(HERE / "offers_mini_simpy.py"), str(given.citizens // 50)]]
        for round_number in range(given.rounds):
            for command in commands:
                result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                speeds.setdefault(result["peer"], []).append(result["million_citizen_steps_a_second"])
                distance = farthest(result["shares"], result["citizens"])
                wrong = wrong or distance > 5
                if round_number == 0:
                    print(f"{result['peer']}: {result['citizens']} citizens, farthest check value {distance:.1f} standard errors away")
            if given.step:
                speeds.setdefault("Samspil, whole model, one week a step (not offers-mini)", []).append(whole_model(given.step))
    reference = statistics.median(next(iter(speeds.values())))
    print(f"\n{'million citizen-steps a second, one core':56} {'least':>9} {'median':>9} {'most':>9} {'ratio':>9}")
    for name, values in speeds.items():
        median = statistics.median(values)
        print(f"{name:56} {min(values):9.3f} {median:9.3f} {max(values):9.3f} {median / reference:9.4f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

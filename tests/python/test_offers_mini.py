# SPDX-License-Identifier: MPL-2.0
"""The reference model offers-mini (benchmarks/peers) through the engine, by settings and tables alone, against its check
values: 20 shares of 300,000 citizens. Sampling allows five standard errors (one false alarm in 80,000 runs), the keyed
order of places and the restated month 0.001."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py

CITIZENS = 300_000
PEERS = Path(os.environ["SAMSPIL_SOURCE_DIR"]) / "benchmarks" / "peers"
sys.path.insert(0, str(PEERS))
import offers_mini_scenario  # noqa: E402
from run import CHECK  # noqa: E402


def main():
    with tempfile.TemporaryDirectory() as folder:
        offers_mini_scenario.write_scenario(Path(folder), CITIZENS)
        subprocess.run([os.environ["SAMSPIL"], "run", f"{folder}/offers-mini.yaml", "-n", "1", "-o", f"{folder}/out"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with h5py.File(f"{folder}/out/offers-mini.h5") as file:
            users = file["weekly/users"][0].sum(axis=1)  # week x offer
            living = file["weekly/citizens_by_level"][0].sum(axis=1)
    assert (living == CITIZENS).all(), "somebody was not replaced in the same week"
    for month, expected in CHECK.items():
        week = int(month) - 1
        found = [1 - users[week].sum() / CITIZENS, *(users[week] / CITIZENS)]
        for name, share, target in zip(["none", "klub", "forebyggende", "center", "hjem"], found, expected):
            allowed = 0.001 + 5 * (target * (1 - target) / CITIZENS) ** 0.5
            assert abs(share - target) < allowed, f"month {month}, {name}: {share:.5f}, expected {target} within {allowed:.5f}"
    print("20 shares of offers-mini as they should be")


main()

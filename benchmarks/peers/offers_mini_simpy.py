#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The reference model "offers-mini" (README.md beside this) in SimPy: a process per citizen, a timeout a month.

Prints the same line of JSON as the plain C++ loop. Processes wake in the order in which they were started, so the
sweep order is that of the definition; a clerk who wakes after them counts the month.
"""
import json
import random
import sys
import time

import simpy

CENTRES, MONTHS, FIRST_AGE = 37, 120, 780
DOWN, UP, DEATH = (0.008, 0.010, 0.012, 0.0), (0.0, 0.006, 0.004, 0.002), (0.7, 1.0, 1.6, 3.0)
DOWN_BAND, UP_BAND, DEATH_BAND = (1.0, 1.6, 2.5, 3.5), (1.0, 0.7, 0.5, 0.3), (0.0012, 0.0035, 0.010, 0.022)


def level_of(v):
    return 0 if v < 0.70 else 1 if v < 0.90 else 2 if v < 0.98 else 3


class Town:
    def __init__(self, n):
        self.occupancy = [[0] * 5 for _ in range(CENTRES)]
        self.waiting = 0
        self.capacity = (0, n, int(n / CENTRES * 0.14), int(n / CENTRES * 0.12), n)


def citizen(env, town, uniform):
    occupancy = town.occupancy[int(CENTRES * uniform())]
    age, level, offer, waits = FIRST_AGE + int(420 * uniform() ** 2), level_of(uniform()), 0, False
    while True:
        yield env.timeout(1)
        age += 1
        band = min(3, (age - FIRST_AGE) // 120)
        down = DOWN[level] * DOWN_BAND[band] * (0.5 if offer else 1.0)
        u = uniform()
        if u < down:
            level += 1
        elif u < down + UP[level] * UP_BAND[band]:
            level -= 1
        q, v = DEATH[level] * DEATH_BAND[band], uniform()
        if v < q:
            if offer:
                occupancy[offer] -= 1
            town.waiting -= waits
            age, level, offer, waits = FIRST_AGE, level_of(v / q), 0, False
        want = level + 1
        if offer == want:
            continue
        if offer:
            occupancy[offer] -= 1
            offer = 0
        full = occupancy[want] >= town.capacity[want]
        town.waiting += full - waits
        waits = full
        if not full:
            offer = want
            occupancy[want] += 1


def clerk(env, town, n, shares):
    while True:
        yield env.timeout(1)
        taken = [sum(row[offer] for row in town.occupancy) for offer in range(1, 5)]
        if int(env.now) in (1, 12, 60, 120):
            shares[str(int(env.now))] = [round(x / n, 5) for x in [n - sum(taken)] + taken]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    months = int(sys.argv[2]) if len(sys.argv) > 2 else MONTHS
    uniform = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1).random
    env, town, shares = simpy.Environment(), Town(n), {}
    for _ in range(n):
        env.process(citizen(env, town, uniform))
    env.process(clerk(env, town, n, shares))
    env.run(until=0.5)  # set-up: every process has drawn its start
    start = time.process_time()
    env.run(until=months + 0.5)
    seconds = time.process_time() - start
    print(json.dumps({"peer": "SimPy " + simpy.__version__, "citizens": n, "months": months, "shares": shares,
                      "seconds": round(seconds, 4), "million_citizen_steps_a_second": round(n * months / seconds / 1e6, 3)}))


if __name__ == "__main__":
    main()

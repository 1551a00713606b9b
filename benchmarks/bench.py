#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""The table of what Samspil aims at in speed and size, measured here and now: ./setup.sh bench

    benchmarks/bench.py BUILD_FOLDER [--json out/bench/bench.json] [--rounds 3] [--pairs 40] [--quick]

Each figure is the median of some rounds, with the least and the most beside it. Programs that are set against each other
run in turn. Times are by the clock, except in the ratios of one core to its peers and in growth, which are of processor time:
run it on a machine that does nothing else; the load at the start is printed.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "peers"))
import offers_mini_scenario  # noqa: E402
import run as peers  # noqa: E402


def text_of(command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, cwd=ROOT).stdout


def json_of(command):
    return json.loads(text_of(command))


def spread(values):
    return {"median": statistics.median(values), "least": min(values), "most": max(values), "rounds": len(values)}


def ratio(over, under):
    """Of medians; least and most of what single rounds would give."""
    return {"median": statistics.median(over) / statistics.median(under), "least": min(over) / max(under), "most": max(over) / min(under),
            "rounds": min(len(over), len(under))}


def processor_time():
    """Time of all processors so far: (used, taken by the host while it was wanted here), in ticks; zeros where there is no such file."""
    try:
        user, nice, system, _, _, irq, softirq, steal = map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    except (OSError, ValueError):
        return 0, 0
    return user + nice + system + irq + softirq, steal


class Bench:
    def __init__(self, build, folder, rounds):
        self.bin, self.samspil, self.folder, self.rounds = build / "benchmarks", build / "samspil", folder, rounds
        self.found, self.checks, self.began = {}, [], time.monotonic()
        self.parts = []  # what began, and the processors' time when it did

    def taken_by_host(self):
        """Share of the processors' time that was wanted here and that the host took: of the whole, and of the part where it took most. Two
        threads that wait for each other lose far more than that by it."""
        marks = [*(mark for _, mark in self.parts), processor_time()]
        def share(first, last):
            used, taken = last[0] - first[0], last[1] - first[1]
            return taken / max(1, used + taken)
        worst, part = max((share(marks[k], marks[k + 1]), self.parts[k][0]) for k in range(len(self.parts)))
        return {"all": share(marks[0], marks[-1]), "most": worst, "in": part}

    def say(self, what):
        self.parts.append((what.split(":")[0], processor_time()))
        print(f"[{time.monotonic() - self.began:5.0f} s] {what}", file=sys.stderr, flush=True)

    def scenario(self, citizens):
        folder = self.folder / f"offers-mini-{citizens}"
        offers_mini_scenario.write_scenario(folder, citizens)
        return folder / "offers-mini.yaml"

    def mini(self, scenario, threads):
        result = json_of([self.bin / "benchmark_offers_mini", scenario, threads])
        self.checks.append(result)
        return result

    def offers_mini(self, citizens):
        self.say(f"offers-mini, {citizens} citizens: the engine on 1 and 2 threads, the plain loop and SimPy in turn")
        scenario, one, two, plain, simpy = self.scenario(citizens), [], [], [], []
        processor = []  # as the peers count: of the process, whatever else runs
        for _ in range(self.rounds):
            alone = self.mini(scenario, 1)
            one.append(alone["million_citizen_steps_a_second"])
            processor.append(alone["million_citizen_steps_a_second"] * alone["seconds"] / alone["processor_seconds"])
            two.append(self.mini(scenario, 2)["million_citizen_steps_a_second"])
            plain.append(json_of([self.bin / "peer_offers_mini", citizens])["million_citizen_steps_a_second"])
            simpy.append(json_of(["/usr/bin/python3", HERE / "peers/offers_mini_simpy.py", citizens // 50])["million_citizen_steps_a_second"])
        self.found |= {"offers_mini_mcs": spread(two), "offers_mini_mcs_one_thread": spread(one), "plain_loop_mcs": spread(plain),
                       "simpy_mcs": spread(simpy), "offers_mini_to_plain_loop_one_core": ratio(processor, plain),
                       "offers_mini_to_simpy_one_core": ratio(processor, simpy), "threads_offers_mini": ratio(two, one)}

    def machine(self, citizens):
        """What the machine itself gives two of the same at once: a virtual core may be half a core."""
        self.say("two plain loops at once against one")
        command = [str(self.bin / "peer_offers_mini"), str(citizens)]
        alone, both = [], []
        for _ in range(self.rounds):
            alone.append(json_of(command)["million_citizen_steps_a_second"])
            pair = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
            both.append(sum(json.loads(one.communicate()[0])["million_citizen_steps_a_second"] for one in pair))
        self.found["two_plain_loops"] = ratio(both, alone)

    def growth(self, small, large):
        self.say(f"growth: offers-mini with {small} and {large} citizens, one thread")
        def of_processor(run):
            return run["million_citizen_steps_a_second"] * run["seconds"] / run["processor_seconds"]

        few = [of_processor(self.mini(self.scenario(small), 1)) for _ in range(self.rounds)]
        many = [of_processor(self.mini(self.scenario(large), 1))]
        self.found["growth_10m"] = ratio(few, many)

    def whole_model(self):
        self.say("the whole model, Aarhus basis, 832 weeks: one run and an ensemble of 4, on 1 and 2 threads")
        rows = {}
        for line in text_of([self.bin / "benchmark_step", "scenarios/aarhus/basis.yaml", self.rounds]).splitlines():
            found = re.match(r"(one run|ensemble of 4|whole study of 4), ([12]) threads? +([\d.]+) +([\d.]+) +([\d.]+)", line)
            if found:
                least, median, most = map(float, found.groups()[2:])
                rows[found[1], int(found[2])] = {"median": median, "least": least, "most": most, "rounds": self.rounds}
        ensemble = rows["ensemble of 4", 1], rows["ensemble of 4", 2]
        self.found |= {"whole_model_mcws": ensemble[1], "whole_model_mcws_one_run": rows["one run", 2],
                       "whole_model_mcws_study": rows["whole study of 4", 2],
                       "threads_ensemble": {"median": ensemble[1]["median"] / ensemble[0]["median"], "least": ensemble[1]["least"] / ensemble[0]["most"],
                                            "most": ensemble[1]["most"] / ensemble[0]["least"], "rounds": self.rounds}}

    def large(self, times, weeks):
        self.say(f"the whole model on {times} times Aarhus, {weeks} weeks, on 1 and 2 threads")
        runs = {threads: [json_of([self.bin / "benchmark_large", times, weeks, threads]) for _ in range(self.rounds)] for threads in (1, 2)}
        speed = {threads: [run["million_citizen_weeks_a_second"] for run in several] for threads, several in runs.items()}
        self.found["threads_one_run"] = ratio(speed[2], speed[1])

    def memory(self, times, weeks):
        """Over the whole period: what friends and stays take grows from week to week."""
        self.say(f"memory of the whole model: {times} times Aarhus, {weeks} weeks, one replication")
        self.found["bytes_per_citizen"] = spread([json_of([self.bin / "benchmark_large", times, weeks, 1])["bytes_a_citizen"]])

    def pairing(self, pairs):
        self.say(f"pairing: Q1 with {pairs} pairs")
        text_of([self.samspil, "run", "scenarios/aarhus/basis.yaml", "scenarios/aarhus/tre-distrikter.yaml", "-n", pairs, "-o",
                 self.folder / "q1", "--force"])
        table = text_of([self.bin / "benchmark_pairing", self.folder / "q1/basis.h5", self.folder / "q1/tre-distrikter.h5"])
        medians = {found[1]: float(found[2]) for found in re.finditer(r"^median (\S.*?) {2,}([\d.]+)", table, re.M)}
        self.found["pairing_factor"] = {"median": medians["reach.* and cost.*"], "pairs": pairs, "waits": medians.get("wait.*")}


AIMS = [("offers_mini_mcs", "offers-mini on the engine, 1 M citizens, 2 threads (Mcs/s)", "340", "1,000"),
        ("plain_loop_mcs", "  our plain C++ loop, 1 core (Mcs/s)", "", ""),
        ("simpy_mcs", "  SimPy, 1 core (Mcs/s)", "", ""),
        ("offers_mini_to_plain_loop_one_core", "  engine to plain loop, 1 core each", "", ""),
        ("offers_mini_to_simpy_one_core", "  engine to SimPy, 1 core each", "", ""),
        ("whole_model_mcws", "whole model, Aarhus, ensemble on 2 threads (Mcw/s)", "50", "100"),
        ("whole_model_mcws_one_run", "  one run on 2 threads (Mcw/s)", "", ""),
        ("whole_model_mcws_study", "  a whole study of 4, setting up included (Mcw/s)", "", ""),
        ("bytes_per_citizen", "bytes a citizen listed (1 M), whole model and period", "400", "256"),
        ("growth_10m", "time a citizen-step at 10 M against 100 k", "1.25", "1.10"),
        ("two_plain_loops", "two plain loops at once against one: what the machine gives", "", ""),
        ("threads_one_run", "2 threads against 1: one run of 1 M citizens", "1.7", "1.9"),
        ("threads_ensemble", "2 threads against 1: ensemble of Aarhus", "1.8", "1.95"),
        ("pairing_factor", "pairing factor of Q1, reach and cost", "10", "30")]


REFERENCE_PLAIN_LOOP = 198.0  # Mcs/s on one core of the machine that the aims of speed were set on
SPEEDS = (("offers_mini_mcs", 340), ("whole_model_mcws", 50))


def at_this_pace(found):
    """The aims of speed at the pace of this machine, as its plain loop shows it: a scale to read by, no measurement of another machine."""
    pace = found["plain_loop_mcs"]["median"] / REFERENCE_PLAIN_LOOP
    return pace, {key: aim * pace for key, aim in SPEEDS}


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--json", type=pathlib.Path, default=ROOT / "out/bench/bench.json")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--pairs", type=int, default=40)
    options.add_argument("--quick", action="store_true", help="a tenth of the sizes, one round: to try the programs out, not to quote")
    given = options.parse_args()
    tenth = 10 if given.quick else 1
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.build.resolve(), pathlib.Path(folder), 1 if given.quick else given.rounds)
        load = os.getloadavg()[0]
        bench.offers_mini(1_000_000 // tenth)
        bench.machine(1_000_000 // tenth)
        bench.growth(100_000 // tenth, 10_000_000 // tenth)
        bench.whole_model()
        bench.large(20 / tenth, 60)
        bench.memory(10 / tenth, 831)
        bench.pairing(max(4, given.pairs // tenth))
        version = text_of([bench.samspil, "--version"]).strip().splitlines()[0]
        seconds = time.monotonic() - bench.began
        taken = bench.taken_by_host()
    worst = max((peers.farthest(one["shares"], one["citizens"]) for one in bench.checks), default=0)
    largest = max(bench.checks, key=lambda one: one["citizens"])
    apart = max(abs(found - expected) for month, row in peers.CHECK.items() for expected, found in zip(row, largest["shares"][month]))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{version}\n{processor()}, {os.cpu_count()} cores, {memory:.0f} GB; load before it began {load:.1f}; {seconds:.0f} s; "
          f"the host took {taken['all']:.1%} of the time wanted ({taken['most']:.1%} in: {taken['in']})"
          + ("; QUICK: a tenth of the sizes, not to quote" if given.quick else ""))
    print(f"\n{'':60} {'median':>9} {'least':>9} {'most':>9} {'aim':>6} {'goal':>6}")
    for key, what, aim, goal in AIMS:
        one = bench.found[key]
        cells = [f"{one[name]:9.3g}" if name in one else " " * 9 for name in ("median", "least", "most")]
        print(f"{what:60} {' '.join(cells)} {aim:>6} {goal:>6}")
    pace, scaled = at_this_pace(bench.found)
    print(f"\nThe aims of speed were set where the plain loop ran at {REFERENCE_PLAIN_LOOP:.0f}; here it ran at {pace:.2f} of that. At this pace they would be "
          + ", ".join(f"{scaled[key]:.3g} for {key} (reached {bench.found[key]['median']:.3g})" for key, _ in SPEEDS)
          + ". A scale to read by: no other machine was measured.")
    print(f"\noffers-mini with {largest['citizens']} citizens: farthest of 20 check values {apart:.5f} away; all runs within {worst:.1f} standard errors")
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps({"version": version, "machine": processor(), "cores": os.cpu_count(), "memory_gb": round(memory, 1), "taken_by_host": taken,
                                      "load_before": load, "seconds": round(seconds), "quick": given.quick, "check_distance": apart,
                                      "pace_of_plain_loop": pace, "aims_at_this_pace": scaled, **bench.found}, indent=1) + "\n", encoding="utf-8")
    print(f"→ {given.json}")
    return 1 if worst > 6 else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MPL-2.0
"""A sweep killed at random moments and resumed ends with the file of one that was never stopped, and what a kill costs
is at most the replications under way. Ten kills in the quick suite; with "--all" 1,050, up to 50 of a sweep."""
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMSPIL = os.environ["SAMSPIL"]
SCENARIOS = Path(os.environ["SAMSPIL_SOURCE_DIR"]) / "scenarios"
THREADS = 2
ENVIRONMENT = dict(os.environ, SAMSPIL_LANG="en", LC_ALL="C.UTF-8")
PLAN = f"""samspil: 1
study: sweep
base: {SCENARIOS}/minimal.yaml
options: [{SCENARIOS}/legeby-flere-pladser.yaml]
weeks: 4
replications: 2
goals: [reach.municipal]
factors:
  - {{path: assumptions.consider}}
  - {{path: assumptions.misfit}}
design: {{kind: latin_hypercube, points: POINTS}}
"""


def samspil(*arguments):
    return subprocess.run([SAMSPIL, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True)


def finished(folder):
    """Replications in the journal, as inspect counts them; 0 before there is one."""
    if not (folder / ".study" / "manifest.json").exists():
        return 0
    done = samspil("inspect", folder)
    return int(re.search(r"(\d+) of \d+ replications", done.stdout).group(1)) if done.returncode == 0 else 0


def said_done(text):
    """The last count the progress lines gave."""
    counts = re.findall(r"(\d+)/\d+ done", text)
    return int(counts[-1]) if counts else 0


def kill_once(plan, folder, seconds):
    """Starts or resumes, kills after a while. Whether it was still at work, and what it had said was done."""
    begun = (folder / ".study" / "manifest.json").exists()
    command = ["resume", folder] if begun else ["sweep", plan, "-o", folder, "--force"]
    with tempfile.TemporaryFile("w+") as messages:
        process = subprocess.Popen([SAMSPIL, *map(str, command), "-j", str(THREADS)], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=messages)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        code = process.wait()
        messages.seek(0)
        text = messages.read()
    assert code in (0, -signal.SIGKILL), f"exit {code}: {text}"
    return code != 0, said_done(text)


def torture(work, name, points, kills, chance):
    """One sweep killed `kills` times (or until it is done), finished, and held against an undisturbed one."""
    plan = work / f"{name}.yaml"
    plan.write_text(PLAN.replace("POINTS", str(points)))
    whole = samspil("sweep", plan, "-o", work / f"{name}-whole", "-j", THREADS)
    assert whole.returncode == 0, whole.stderr
    folder = work / name
    done, killed = 0, 0
    while killed < kills:
        at_work, said = kill_once(plan, folder, chance.uniform(0.0, 0.25))
        if not at_work:
            break
        killed += 1
        if (folder / "study.h5").exists() and not (folder / ".study" / "manifest.json").exists():
            break  # killed while it tidied up: nothing is left to do
        now = finished(folder)
        assert now >= done, f"{done} replications were kept, now {now}"
        assert now >= said, f"{said} replications were said to be done, {now} are kept"
        done = now
    if (folder / ".study").exists():
        last = samspil("resume", folder, "-j", THREADS)
        assert last.returncode == 0, last.stderr
    same = samspil("verify", work / f"{name}-whole" / "study.h5", folder / "study.h5")
    assert same.returncode == 0, same.stdout
    left = [p.name for p in folder.iterdir() if p.name not in ("study.h5", "study.html")]
    assert not left, f"left over: {left}"
    return killed


def main():
    everything = "--all" in sys.argv
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # A fast machine is through with a sweep before it has been killed often: then another.
        wanted, points, kills = (1050, 400, 50) if everything else (10, 48, 10)
        killed, number = 0, 0
        while killed < wanted and number < wanted:
            number += 1
            killed += torture(work, f"sweep{number}", points, kills, chance)
        assert killed >= wanted, f"only {killed} kills met a sweep at work"
        print(f"{killed} kills, {number} sweeps")


main()

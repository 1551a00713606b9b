#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The commands of the two Danish guides, run as they stand: every ```sh block of docs/planner-guide.da.md and
docs/data-guide.da.md in a fresh folder, every ```yaml block saved where the text before it says (Gem dette som `...`).

The data guide is followed with the made-up municipality of tests/eksempelkobing, whose tables are as spreadsheets save
them; they are put in place where the guide's mark stands. Fails when a command fails, when a guide has no command, or
when what the commands should leave behind is not there. The planner's guide may save no file that its `samspil new` has
made already, and names the thirteen questions and all interventions there are.
"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(os.environ["SAMSPIL_SOURCE_DIR"])
PROGRAM = Path(os.environ["SAMSPIL"])
TOWN = ROOT / "tests" / "eksempelkobing"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
SAVED_AS = re.compile(r"Gem\s+dette\s+som\s+`([^`]+)`")
MARK = re.compile(r"<!-- afprøvning: .*? -->")
ELSEWHERE = ("./setup.sh", "samspil view ")  # installs and builds, opens a window: run by themselves, not from here
NEW = re.compile(r"^samspil new (\S+) --from (\S+)$", re.MULTILINE)
QUESTION = re.compile(r"^\| Q?(\d+) \|[^|]*\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
INTERVENTION = re.compile(r"^### (\w+)$", re.MULTILINE)
PUT_TABLES = "put-tables eksempelkobing/data"


def pieces(page: str):
    """(line, kind, text) in the order of the page: sh and yaml blocks and the mark."""
    found = [(m.start(), m.group(1), m.group(2)) for m in FENCE.finditer(page)]
    found += [(m.start(), "mark", m.group()) for m in MARK.finditer(page)]
    for start, kind, text in sorted(found):
        if kind == "yaml":
            names = SAVED_AS.findall(page[:start])
            if names:
                yield page.count("\n", 0, start) + 1, "save", (names[-1], text)
        elif kind in ("sh", "mark"):
            yield page.count("\n", 0, start) + 1, kind, text


def script_of(page: str) -> tuple:
    """The guide as one bash script; and how many commands it holds."""
    lines, commands = ["set -euo pipefail"], 0
    for _, kind, text in pieces(page):
        if kind == "save":
            name, content = text
            lines += [f"cat >{name} <<'END_OF_FILE'", content.rstrip("\n"), "END_OF_FILE"]
        elif kind == "mark":
            lines.append(PUT_TABLES)
        else:
            for command in text.strip().splitlines():
                if command.startswith(ELSEWHERE):
                    continue
                lines += [f"echo {command!r} >&2", command]
                commands += 1
    return "\n".join(lines) + "\n", commands


def put_tables(folder: Path) -> None:
    """What the guide asks for between two commands: own tables in, optional ones not used out."""
    own = {file.name for file in TOWN.glob("*.csv")}
    for file in folder.glob("*.csv"):
        if file.name not in own and file.name != "solved.csv":
            file.unlink()
    for name in own:
        shutil.copy(TOWN / name, folder / name)


def follow(guide: str, folder: Path, before=None) -> str:
    tools = folder / "bin"
    tools.mkdir()
    (tools / "samspil").symlink_to(PROGRAM)
    (tools / "put-tables").write_text(f"#!/bin/sh\nexec {sys.executable} {Path(__file__).resolve()} --put \"$1\"\n")
    (tools / "put-tables").chmod(0o755)
    work = folder / "work"
    work.mkdir()
    if before:
        before(work)
    script, commands = script_of((ROOT / "docs" / guide).read_text(encoding="utf-8"))
    assert commands >= 4, f"{guide} has {commands} commands"
    start = time.monotonic()
    environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", SAMSPIL_LANG="da")
    done = subprocess.run(["bash", "-c", script], cwd=work, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{guide}: exit {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    print(f"{guide}: {commands} commands in {time.monotonic() - start:.1f} s")
    return done.stdout


def expect(condition: bool, sentence: str) -> None:
    if not condition:
        sys.exit(f"not so: {sentence}")


def data_guide(folder: Path) -> None:
    out = follow("data-guide.da.md", folder)
    town = folder / "work" / "eksempelkobing"
    expect("Skift først ud:\n1. population.csv: 94 af 94 rækker antaget." in out, "validate ends with what to replace first")
    expect("ikke inden for tolerancen" not in out, "the baseline of the town meets its targets")
    solved = (town / "data" / "solved.csv").read_text(encoding="utf-8")
    expect(len(list(csv.DictReader(solved.splitlines()))) >= 5, "a constant solved for each target")
    page = (town / "resultater" / "sammenligning.html").read_text(encoding="utf-8")
    for title in ("Eksempelkøbing, som det er nu", "Eksempel: seks flere forebyggende pladser", "Eksempel: ét distrikt"):
        expect(title in page, f"the page names {title}")
    expect((town / "resultater" / "tabeller" / "kpi.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "tables for the spreadsheet")
    made_up = [row["tag"] for file in TOWN.glob("*.csv") for row in rows_of(file)]
    expect(made_up and set(made_up) == {"assumed"}, "every figure of the made-up town is tagged assumed")


def rows_of(file: Path) -> list:
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    lines = [line for line in text.splitlines() if not line.startswith("sep=") and line.strip(";")]
    return [row for row in csv.DictReader(lines, delimiter=";") if not list(row.values())[0].startswith("#")]


def saves_no_shipped_file(page: str, folder: Path) -> None:
    """Whoever saves over a file that came along has lost what it asked."""
    made = NEW.search(page)
    expect(made is not None, "the planner's guide begins with a folder of one's own")
    saved = SAVED_AS.findall(page)
    expect(len(saved) > 0, "the planner's guide saves a scenario")
    work = folder / "new"
    work.mkdir()
    subprocess.run([PROGRAM, "new", made.group(1), "--from", made.group(2)], cwd=work, check=True, capture_output=True)
    for name in saved:
        expect((work / made.group(1) / name).parent.is_dir(), f"there is a folder for {name}")
        expect(not (work / made.group(1) / name).exists(), f"{name}, which the guide says to save, is new")


def questions(page: str) -> dict:
    """Number of the question: the names of its base and of its options."""
    files = lambda cell: re.findall(r"([\w-]+\.yaml)`", cell)
    return {int(number): (files(base), files(options)) for number, base, options in QUESTION.findall(page)}


def names_what_there_is(page: str) -> None:
    shipped = questions((ROOT / "scenarios" / "README.md").read_text(encoding="utf-8"))
    expect(len(shipped) == 13, "scenarios/README.md has thirteen questions")
    expect(questions(page) == shipped, "the planner's guide has the thirteen questions of scenarios/README.md")
    form = (ROOT / "docs" / "scenario-format.md").read_text(encoding="utf-8")
    types = INTERVENTION.findall(form.split("\n## Interventions\n")[1].split("\n## ")[0])
    expect(len(types) > 20, "scenario-format.md has the interventions")
    table = page.split("\n| slags | ændringer |\n")[1].split("\n\n")[0]
    expect(sorted(re.findall(r"`(\w+)`", table)) == sorted(types), "the planner's guide names every intervention once")


def planner_guide(folder: Path) -> None:
    page = (ROOT / "docs" / "planner-guide.da.md").read_text(encoding="utf-8")
    saves_no_shipped_file(page, folder)
    names_what_there_is(page)
    follow("planner-guide.da.md", folder)
    setup = (ROOT / "setup.sh").read_text(encoding="utf-8")
    expect(re.search(r"^demo\(\)", setup, re.MULTILINE) is not None, "setup.sh has the demo the guide begins with")


def main() -> None:
    if sys.argv[1:2] == ["--put"]:
        put_tables(Path(sys.argv[2]))
        return
    for guide in (data_guide, planner_guide):
        with tempfile.TemporaryDirectory() as folder:
            guide(Path(folder))


if __name__ == "__main__":
    main()

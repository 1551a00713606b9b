#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Each of the thirteen questions of scenarios/README.md runs from one command, shortened to a quarter after the last of its first
changes, and its comparison says a sentence in both languages. Fails when a question is missing, a command fails, no headline comes or an
option is the base over again."""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ["SAMSPIL_SOURCE_DIR"])
PROGRAM = Path(os.environ["SAMSPIL"])
ROW = re.compile(r"^\| (Q\d+) \|[^|]*\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
SHORT = ["-n", "2", "--weeks", "117"]  # the latest first change is the merger of Q4, after 104


def main():
    page = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
    rows = {m.group(1): re.findall(r"`([^`]+)`", m.group(2) + m.group(3)) for m in ROW.finditer(page)}
    wrong = [f"Q{n} is missing" for n in range(1, 14) if f"Q{n}" not in rows]
    for name, files in rows.items():
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(ROOT / "scenarios" / file) for file in files]
            run = subprocess.run([PROGRAM, "compare", *paths, "-o", folder, *SHORT, "--json", "--lang", "en"],
                                 capture_output=True, text=True, timeout=300)
            if run.returncode != 0:
                wrong.append(f"{name}: exit {run.returncode}: {run.stderr[-400:]}")
                continue
            report = json.loads(run.stdout[run.stdout.index("{"):])
            for option in report["options"]:
                if not any(figure["difference"] for figure in option["kpis"]):
                    wrong.append(f"{name}: nothing differs between {option['id']} and its base")
                for language in ("da", "en"):
                    if len(option["headline"][language]) < 20:
                        wrong.append(f"{name}: no sentence in {language} for {option['id']}")
    print("\n".join(wrong) if wrong else f"{len(rows)} questions answered")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""setup.sh: a word it does not know is told before anything is installed, and what it cuts from a report is still there to cut."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(os.environ["SAMSPIL_SOURCE_DIR"])
SETUP = ROOT / "setup.sh"


def setup(*words: str) -> subprocess.CompletedProcess[str]:
    # With no more than this in its environment it stops at the words, or goes on and shows it by its output.
    return subprocess.run([str(SETUP), *words], capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"}, timeout=60)


def main() -> None:
    for words in (["test", "--sanitise"], ["test", "--sanitize", "more"], ["demo", "-n"], ["demo", "-n", "0"], ["demo", "-n", "5", "--lang", "en"],
                  ["deps", "more"], ["tset"]):
        answer = setup(*words)
        assert answer.returncode == 2, f"{words}: exit {answer.returncode}"
        assert words[0] in answer.stderr and answer.stdout == "", f"{words}: {answer.stderr!r}, {answer.stdout!r}"
    assert setup("help").returncode == 0

    cut = re.search(r"sed '/\^\\\((.+?)\\\)/,\$d'", SETUP.read_text(encoding="utf-8"))
    assert cut is not None, "the demo cuts its second report at a heading"
    report = (ROOT / "engine" / "cli" / "compare_screen.cpp").read_text(encoding="utf-8")
    for words in cut.group(1).split(r"\|"):
        assert f'"{words}' in report, f"setup.sh cuts at '{words}', which no heading begins with"


if __name__ == "__main__":
    main()

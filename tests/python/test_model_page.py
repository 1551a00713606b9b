# SPDX-License-Identifier: MPL-2.0
"""Where docs/model.md gives the value of an assumption or a decision by its name, it is the default of the program."""
import os
import re
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("SAMSPIL_SOURCE_DIR", Path(__file__).resolve().parents[2]))
NUMBER = r"[−-]?\d+(?:\.\d+)?"


def defaults():
    """Of docs/scenario-format.md, which the program makes."""
    page = (SOURCE / "docs/scenario-format.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(?:assumptions|policy|organisation)\.(\w+)` \| [^|]* \| [^|]* \| [^|]* \| (-?[\d.]+) \|", page, flags=re.MULTILINE)
    return {key: float(value) for key, value in rows}


class ModelPage(unittest.TestCase):
    def test_values_of_the_page_are_those_of_the_program(self):
        page = (SOURCE / "docs/model.md").read_text(encoding="utf-8")
        known = defaults()
        # Not where several values stand in a row: they are tried, not used.
        said = [(m[1], m[2]) for m in re.finditer(rf"`(?:policy\.|assumptions\.)?(\w+)` ({NUMBER})(?![\d-])(?!, {NUMBER} and)", page) if m[1] in known]
        self.assertGreater(len(said), 30)
        wrong = [f"{key} {value}, not {known[key]}" for key, value in said if float(value.replace("−", "-")) != known[key]]
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()

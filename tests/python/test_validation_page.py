# SPDX-License-Identifier: MPL-2.0
"""docs/validation.md shows the constants that data/aarhus/solved.csv holds."""
import csv
import os
import re
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("SAMSPIL_SOURCE_DIR", Path(__file__).resolve().parents[2]))


class ValidationPage(unittest.TestCase):
    def test_constants_of_the_page_are_those_in_use(self):
        page = (SOURCE / "docs/validation.md").read_text(encoding="utf-8")
        shown = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (-?[\d.]+) \|", page, flags=re.MULTILINE))
        with open(SOURCE / "data/aarhus/solved.csv", encoding="utf-8", newline="") as table:
            solved = {row["parameter"]: row["value"] for row in csv.DictReader(table)}
        self.assertGreater(len(solved), 5)
        self.assertEqual(shown, solved, "docs/validation.md: measure anew after samspil balance --write")

    def test_the_page_begins_with_the_table_of_targets(self):
        page = (SOURCE / "docs/validation.md").read_text(encoding="utf-8")
        headings = re.findall(r"^## (.*)$", page, flags=re.MULTILINE)
        self.assertTrue(headings[0].startswith("The balanced baseline"))
        self.assertIn("reach.municipal", page.split("## ")[1])


if __name__ == "__main__":
    unittest.main()

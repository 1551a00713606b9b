# SPDX-License-Identifier: MPL-2.0
# Nothing of the source texts is only claimed: every row of docs/seed-coverage.csv names files, names in them and a test
# that are there. Run: python3 tests/python/test_seed_coverage.py
import csv
import functools
import os
import re
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COLUMNS = ["id", "kind", "what", "status", "where", "name", "test", "note"]
LAST = {"S3": 132, "S0": 59, "S1": 21, "S2": 52, "S4": 34}
IN_THREE = {"S3-66": ("S3-66a", "S3-66b", "S3-66c")}
WORKING = {"simulated": "engine/", "scenario": "scenarios/", "input": "", "kpi": "engine/model/"}
CARRIED = {"context", "out"}


def every_id():
    for text, last in LAST.items():
        for number in range(1, last + 1):
            ident = f"{text}-{number:02d}"
            yield from IN_THREE.get(ident, (ident,))


@functools.lru_cache(maxsize=None)
def text_of(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


@functools.lru_cache(maxsize=None)
def rows_of(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as f:
        return [row for row in csv.DictReader(f, strict=True)]


def parts(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def says(path, name):
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text_of(path)) is not None


def is_carried(path, name, ident):
    """A labelled row of a table, or a scenario, that says which statement it carries."""
    if path.startswith("data/") and path.endswith(".csv"):
        return any(row["id"] == name and re.search(rf"{ident}\b", row["source"]) and row["label_da"] and row["label_en"]
                   for row in rows_of(path))
    return path.startswith("scenarios/") and says(path, ident) and says(path, name)


EVERY_ASSUMPTION = "tests/python/test_every_assumption.py"  # its tests are named by the key of the assumption


def has_test(path, name):
    if path == EVERY_ASSUMPTION:
        models = os.listdir(os.path.join(ROOT, "engine", "model"))
        return f'    "{name}": ' not in text_of(path) and any(f'"{name}"' in text_of(f"engine/model/{m}") for m in models)
    if path.endswith(".py"):
        return f"def {name}(" in text_of(path)
    return re.search(r'TEST_CASE\(\s*"' + re.escape(name) + '"', text_of(path)) is not None


def those_with(statuses):
    return [row for row in rows_of("docs/seed-coverage.csv") if row["status"] in statuses]


class EveryStatement(unittest.TestCase):
    def test_of_the_source_texts_has_one_row(self):
        self.assertEqual([row["id"] for row in rows_of("docs/seed-coverage.csv")], list(every_id()))
        self.assertEqual(len(list(every_id())), 300)

    def test_has_a_known_status_and_all_columns(self):
        for row in rows_of("docs/seed-coverage.csv"):
            with self.subTest(id=row["id"]):
                self.assertEqual(list(row), COLUMNS)
                self.assertNotIn(None, row.values())
                self.assertIn(row["status"], set(WORKING) | CARRIED)
                self.assertTrue(row["what"] and row["kind"])

    def test_is_found_where_it_is_said_to_be(self):
        for row in rows_of("docs/seed-coverage.csv"):
            with self.subTest(id=row["id"]):
                files, names = parts(row["where"]), parts(row["name"])
                self.assertTrue(files and names)
                for path in files:
                    self.assertTrue(os.path.isfile(os.path.join(ROOT, path)), path)
                for name in names:
                    self.assertTrue(any(says(path, name) for path in files), f"{name} in none of {files}")
                for path in files:
                    self.assertTrue(any(says(path, name) for name in names), f"{path} says nothing of {names}")

    def test_that_is_at_work_would_be_missed_by_a_test(self):
        for row in those_with(WORKING):
            with self.subTest(id=row["id"]):
                root = WORKING[row["status"]]
                self.assertTrue(any(path.startswith(root) for path in parts(row["where"])), f"nothing below {root}")
                path, _, name = row["test"].partition(": ")
                self.assertTrue(os.path.isfile(os.path.join(ROOT, path)), path)
                self.assertTrue(has_test(path, name), f"{path} has no test '{name}'")

    def test_that_is_not_computed_with_is_carried_and_says_why(self):
        for row in those_with(CARRIED):
            with self.subTest(id=row["id"]):
                self.assertEqual(row["test"], "")
                self.assertTrue(row["note"])
                self.assertTrue(any(is_carried(path, name, row["id"]) for path in parts(row["where"])
                                    for name in parts(row["name"])), row["where"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: MPL-2.0
# The committed tables are what their sources and rules give, and add up. Run: python3 tests/python/test_data.py
import csv
import os
import re
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(ROOT, "data")
SCENARIOS = os.path.join(ROOT, "scenarios")
sys.dont_write_bytecode = True  # nothing is written below data/
TAGS = {"source", "derived", "recalled", "assumed"}
TOWNS = ("aarhus", "aarhus-2026", "copenhagen", "toy")
VARIANTS = {"offers-forebyggende-lokalcentre.csv"}  # not every town has them


def rows(town, table):
    with open(os.path.join(DATA, town, table), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, strict=True))


def total(table, column, **where):
    return sum(int(r[column]) for r in table if all(r[k] == v for k, v in where.items()))


def tables_of(town):
    return sorted(name for name in os.listdir(os.path.join(DATA, town)) if name.endswith(".csv"))


def persons_65_and_over(town):
    result = {}
    for r in rows(town, "population.csv"):
        if int(r["age"]) >= 65:
            result[int(r["year"])] = result.get(int(r["year"]), 0) + int(r["persons"])
    return result


def rings(town):
    """Rings of every neighbourhood, each with its first point again at the end."""
    result = {}
    for r in rows(town, "outlines.csv"):
        result.setdefault(r["neighbourhood"], {}).setdefault(r["ring"], []).append((int(r["x_m"]), int(r["y_m"])))
    return {ident: [ring + ring[:1] for ring in parts.values()] for ident, parts in result.items()}


def surrounds(parts, row):
    """A point within a ring within another ring lies in a hole."""
    sys.path.insert(0, DATA)
    from derivation.geography import inside
    return sum(inside((int(row["x_m"]), int(row["y_m"])), ring) for ring in parts) % 2 == 1


class TheTables(unittest.TestCase):
    def test_are_what_the_sources_and_rules_give(self):
        done = subprocess.run([sys.executable, os.path.join(DATA, "derive.py"), "--check"], capture_output=True,
        text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_have_a_tag_and_a_source_in_every_row(self):
        for town in TOWNS:
            for table in tables_of(town):
                for number, row in enumerate(rows(town, table), start=2):
                    with self.subTest(town=town, table=table, line=number):
                        self.assertEqual(list(row)[-2:], ["tag", "source"])
                        self.assertIn(row["tag"], TAGS)
                        self.assertTrue(row["source"].strip())
                        self.assertNotIn(None, row.values())

    def test_have_the_same_files_and_columns_in_every_town(self):
        optional = {"bridges.csv", "pools.csv", "agreements.csv"}  # a town may go without
        shared = sorted(set(tables_of("aarhus")) - VARIANTS - optional)
        for town in TOWNS:
            self.assertEqual(sorted(set(tables_of(town)) - VARIANTS - optional), shared, town)
            for table in shared:
                self.assertEqual(list(rows("aarhus", table)[0]), list(rows(town, table)[0]), (town, table))

    def test_point_only_at_what_exists(self):
        for town in TOWNS:
            communities = {r["id"] for r in rows(town, "neighbourhoods.csv")}
            units = {(r["model"], r["unit"]) for r in rows(town, "organisation.csv")}
            models = {model for model, _ in units}
            centres = rows(town, "centres.csv")
            ids = {r["id"] for r in centres}
            self.assertEqual(len(ids), len(centres))
            self.assertEqual(len({r["key"] for r in centres}), len(centres))
            for r in centres:
                self.assertIn(r["neighbourhood"], communities)
                self.assertTrue(all((model, r["area"]) in units for model in models), r["id"])
                self.assertTrue(r["same_roof_as"] in ids | {""}, r["id"])
            for table in {"offers.csv", *VARIANTS, "volunteers.csv"} & set(tables_of(town)):
                self.assertLessEqual({r["centre"] for r in rows(town, table)}, ids)
            for r in rows(town, "organisation.csv"):
                self.assertTrue(r["parent"] == "" or (r["model"], r["parent"]) in units, r["unit"])

    def test_draw_an_outline_round_every_neighbourhood(self):
        for town in TOWNS:
            outlines = rings(town)
            places = rows(town, "neighbourhoods.csv")
            self.assertEqual(list(outlines), [r["id"] for r in places], town)
            outside = [r["id"] for r in places if not surrounds(outlines[r["id"]], r)]
            self.assertEqual(outside, [], town)
            for ident, parts in outlines.items():
                for ring in parts:
                    self.assertEqual(len(set(ring)), len(ring) - 1, (town, ident))
                    self.assertGreater(len(ring), 3, (town, ident))

    def test_give_an_area_the_same_key_in_every_model(self):
        for town in TOWNS:
            keys = {}
            for r in rows(town, "organisation.csv"):
                keys.setdefault(r["unit"], set()).add(r["key"])
            self.assertEqual({unit: k for unit, k in keys.items() if len(k) > 1}, {})

    def test_hold_no_path_of_a_machine(self):
        for folder, _, names in os.walk(DATA):
            for name in names:
                if name.endswith((".csv", ".md", ".py", ".geojson")):
                    with open(os.path.join(folder, name), encoding="utf-8") as f:
                        self.assertIsNone(re.search(r"/(home|work|tmp|root)/", f.read()), name)


class Aarhus(unittest.TestCase):
    def test_citizens_add_up_to_the_official_totals(self):
        persons = persons_65_and_over("aarhus")
        self.assertEqual(persons[2015], 45561)
        self.assertEqual(persons[2020], 51373)
        for r in rows("aarhus", "projection.csv"):
            if 2016 <= int(r["year"]) <= 2020:
                self.assertEqual(persons[int(r["year"])], int(r["persons_65_79"]) + int(r["persons_80plus"]))

    def test_citizens_by_age_agree_with_the_municipality_in_2015(self):
        population = [r for r in rows("aarhus", "population.csv") if r["year"] == "2015"]
        with open(os.path.join(DATA, "sources", "aarhus_population_2015_65plus_kommune.csv"), encoding="utf-8") as f:
            for group in csv.DictReader(f):
                low = int(re.match(r"\d+", group["age_group"])[0])
                for sex, column in (("F", "women"), ("M", "men")):
                    counted = sum(int(r["persons"]) for r in population if r["sex"] == sex and
                                  low <= int(r["age"]) <= (low + 4 if low < 100 else 101))
                    self.assertEqual(counted, int(group[column]), (group["age_group"], sex))

    def test_weights_are_shares_of_one_and_agree_with_the_voters(self):
        table = rows("aarhus", "neighbourhoods.csv")
        self.assertEqual(len(table), 24)
        self.assertEqual(sum(round(float(r["weight"]) * 1e6) for r in table), 1_000_000)
        with open(os.path.join(DATA, "sources", "aarhus_voters_2017_by_lokalsamfund_derived.csv"),
        encoding="utf-8") as f:
            shares = {int(r["lokalsamfund_code"]): float(r["share_of_municipality"]) for r in csv.DictReader(f)}
        for r in table:
            self.assertAlmostEqual(float(r["weight"]), shares[int(r["key"])], delta=1.1e-5)

    def test_points_lie_in_the_municipality_and_near_their_community(self):
        with open(os.path.join(DATA, "sources", "aarhus_lokalsamfund_centroids.csv"), encoding="utf-8") as f:
            centroids = {int(r["code"]): (int(r["utm32_e"]), int(r["utm32_n"])) for r in csv.DictReader(f)}
        for r in rows("aarhus", "neighbourhoods.csv"):
            x, y = centroids[int(r["key"])]
            self.assertLess((int(r["x_m"]) - x) ** 2 + (int(r["y_m"]) - y) ** 2, 4000 ** 2, r["id"])
        for r in rows("aarhus", "centres.csv"):
            self.assertTrue(560_000 < int(r["x_m"]) < 584_000 and 6_207_000 < int(r["y_m"]) < 6_242_000, r["id"])

    def test_coordinates_agree_with_those_published_in_both_systems(self):
        sys.path.insert(0, DATA)
        from derivation.geography import utm32
        with open(os.path.join(DATA, "sources", "aarhus_statistikdistrikter_centroids.csv"), encoding="utf-8") as f:
            for r in csv.DictReader(f):
                east, north = utm32(float(r["lat"]), float(r["lon"]))
                self.assertAlmostEqual(east, int(r["utm32_e"]), delta=1.5)
                self.assertAlmostEqual(north, int(r["utm32_n"]), delta=1.5)

    def test_houses_are_37_and_4_and_7(self):
        table = rows("aarhus", "centres.csv")
        kinds = {}
        for r in table:
            kinds[r["kind"], r["existence"]] = kinds.get((r["kind"], r["existence"]), 0) + 1
        self.assertEqual(kinds, {("lokalcenter", "known"): 23, ("lokalcenter", "assumed"): 14, ("frivillighus",
            "known"): 3,
                                 ("frivillighus", "assumed"): 1, ("dagcenter", "known"): 7})
        self.assertEqual(len({r["area"] for r in table if r["kind"] == "dagcenter"}), 7)
        for r in table:
            if r["existence"] == "assumed":
                self.assertEqual(r["tag"], "assumed", r["id"])

    def test_houses_with_volunteers_per_district_are_as_the_readme_says(self):
        volunteers = {r["centre"] for r in rows("aarhus", "volunteers.csv")}
        for model, expected in (("districts_3", {"nord": 24, "midt": 8, "syd": 9}),
                                ("districts_3_vest_midt", {"nord": 15, "midt": 17, "syd": 9})):
            district = {r["unit"]: r["parent"] for r in rows("aarhus", "organisation.csv") if r["model"] == model}
            counted = dict.fromkeys(expected, 0)
            for r in rows("aarhus", "centres.csv"):
                if r["id"] in volunteers:
                    counted[district[r["area"]].removeprefix("distrikt-")] += 1
            self.assertEqual(counted, expected, model)

    def test_places_and_volunteers_sum_to_what_the_rules_say(self):
        offers, variant = rows("aarhus", "offers.csv"), rows("aarhus", "offers-forebyggende-lokalcentre.csv")
        expected = {"klub": 2817, "forebyggende": 246, "vedligeholdende_center": 246, "vedligeholdende_hjem": 31}
        for offer, places in expected.items():
            self.assertEqual(total(offers, "places", offer=offer), places)
            self.assertEqual(total(variant, "places", offer=offer), places)
        self.assertAlmostEqual((246 + 246) / 51348, 674 / 70387, delta=1e-5)
        self.assertEqual(len([r for r in offers if r["offer"] == "klub"]), 41)
        volunteers = rows("aarhus", "volunteers.csv")
        self.assertEqual(total(volunteers, "volunteers"), 2850)
        wanted = total(volunteers, "other_task_hours") + 0.25 * 0.15 * 51348 * 1.6
        self.assertAlmostEqual(wanted / (2850 * 2), 0.9, delta=0.001)

    def test_mortality_rises_with_age_and_gives_a_known_life_expectancy(self):
        q = {(r["year"], r["sex"], int(r["age"])): float(r["q"]) for r in rows("aarhus", "lifetable.csv")}
        for (year, sex, age), value in q.items():
            if age >= 66:
                self.assertGreater(value, q[year, sex, age - 1])
        for sex, expected in (("M", 18.3), ("F", 21.0)):
            alive, years = 1.0, 0.0
            for age in range(65, 110):
                years += alive * (1 - q["2022", sex, age] / 2)
                alive *= 1 - q["2022", sex, age]
            self.assertAlmostEqual(years, expected, delta=0.1)


class AarhusToday(unittest.TestCase):
    def test_people_of_2026_are_the_two_official_totals(self):
        table = [r for r in rows("aarhus-2026", "population.csv") if r["year"] == "2026"]
        young = sum(int(r["persons"]) for r in table if 65 <= int(r["age"]) < 80)
        old = sum(int(r["persons"]) for r in table if int(r["age"]) >= 80)
        official = next(r for r in rows("aarhus-2026", "projection.csv") if r["year"] == "2026")
        self.assertAlmostEqual(young, int(official["persons_65_79"]), delta=2)
        self.assertAlmostEqual(old, int(official["persons_80plus"]), delta=2)
        self.assertEqual(int(official["persons_65_79"]) + int(official["persons_80plus"]), 58453)

    def test_the_table_it_starts_from_is_that_of_2020_within_the_stated_factors(self):
        def table(town):
            return {(r["sex"], r["age"]): int(r["persons"]) for r in rows(town, "population.csv") if r["year"] == "2020"}
        observed, scaled = table("aarhus"), table("aarhus-2026")
        self.assertEqual(set(observed), set(scaled))
        for key, n in observed.items():
            factor = 1.0031 if int(key[1]) < 74 else 1.0371
            self.assertAlmostEqual(scaled[key], n * factor, delta=1.2)

    def test_houses_are_34_and_4_and_6(self):
        kinds = [r["kind"] for r in rows("aarhus-2026", "centres.csv")]
        self.assertEqual([kinds.count(k) for k in ("lokalcenter", "frivillighus", "dagcenter")], [34, 4, 6])
        self.assertNotIn("lc-gellerup", {r["id"] for r in rows("aarhus-2026", "centres.csv")})

    def test_houses_that_were_there_in_2020_keep_their_keys(self):
        keys = {r["id"]: r["key"] for r in rows("aarhus", "centres.csv")}
        for r in rows("aarhus-2026", "centres.csv"):
            if r["id"] in keys:
                self.assertEqual(r["key"], keys[r["id"]])
            else:
                self.assertNotIn(r["key"], keys.values())

    def test_places_are_copenhagens_per_citizen(self):
        offers = rows("aarhus-2026", "offers.csv")
        both = total(offers, "places", offer="forebyggende") + total(offers, "places", offer="vedligeholdende_center")
        self.assertAlmostEqual(both / 58453, 674 / 70387, delta=1e-5)


class Copenhagen(unittest.TestCase):
    def official(self, year):
        with open(os.path.join(DATA, "sources", "copenhagen_bydel_65plus_2016_2040.csv"), encoding="utf-8") as f:
            return {r["bydel_code"]: r for r in csv.DictReader(f)
                    if int(r["year_jan1"]) == year and r["kind"] == "observed"}

    def test_citizens_add_up_to_the_municipality_with_code_99(self):
        persons = persons_65_and_over("copenhagen")
        self.assertEqual((persons[2005], persons[2015]), (57517, 59859))
        nowhere = [r for r in rows("copenhagen", "population.csv") if r["neighbourhood"] == "all" and r["year"] == "2015"]
        self.assertEqual(sum(int(r["persons"]) for r in nowhere if int(r["age"]) >= 65), 60)

    def test_the_derived_cohort_change_is_that_of_the_source_folder(self):
        with open(os.path.join(DATA, "sources", "copenhagen_cohort_change_derived_2010_2015.csv"), encoding="utf-8") as f:
            known = {({"male": "M", "female": "F"}.get(r["sex"]), r["age_group_at_start"].split("-")[0]): r["one_year_ratio"]
                     for r in csv.DictReader(f) if r["area"].startswith("Copenhagen")}
        compared = 0
        for r in rows("copenhagen", "cohort_change.csv"):
            if (r["sex"], r["age_from"]) in known:
                self.assertAlmostEqual(float(r["ratio"]), float(known[r["sex"], r["age_from"]]), delta=1e-5)
                compared += 1
        self.assertEqual(compared, 16)

    def test_the_start_table_leaves_the_counted_citizens_of_2024_in_every_district(self):
        sys.path.insert(0, DATA)
        from derivation import copenhagen_people, people
        from derivation.survival import Survival
        survival = Survival(people.lifetable(), 2022, copenhagen_people.net_migration(), copenhagen_people.cohort_change())
        ids = {copenhagen_people.district_id(code): code for code in copenhagen_people.district_names()}
        for district, code in ids.items():
            left = [0.0, 0.0]
            for r in rows("copenhagen", "population.csv"):
                age = int(r["age"]) + 6
                if r["year"] == "2018" and r["neighbourhood"] == district and age >= 65:
                    left[age >= 80] += int(r["persons"]) * survival.still_there(r["sex"], age - 6, 6)
            official = self.official(2024)[code]
            self.assertAlmostEqual(left[0], int(official["persons_65_79"]), delta=3, msg=district)
            self.assertAlmostEqual(left[1], int(official["persons_80plus"]), delta=3, msg=district)

    def test_21_activity_centres_hold_674_places(self):
        centres, offers = rows("copenhagen", "centres.csv"), rows("copenhagen", "offers.csv")
        self.assertEqual(len([r for r in centres if r["id"].startswith("ac-")]), 21)
        self.assertEqual(total(offers, "places", offer="forebyggende") +
                         total(offers, "places", offer="vedligeholdende_center"), 674)
        self.assertEqual({r["existence"] for r in centres}, {"assumed"})

    def test_every_local_area_has_a_satellite_and_every_district_a_roof_shared_with_a_club(self):
        centres = rows("copenhagen", "centres.csv")
        self.assertEqual(len({r["area"] for r in centres if r["id"].startswith("sat-")}), 5)
        self.assertEqual(len([r for r in centres if r["nursing_home_side"] == "yes"]), 3)
        at = {r["id"]: (r["x_m"], r["y_m"]) for r in centres}
        shared = [r for r in centres if r["same_roof_as"]]
        self.assertEqual(len({r["neighbourhood"] for r in shared}), 10)
        for r in shared:
            self.assertEqual(at[r["id"]], at[r["same_roof_as"]])

    def test_houses_stand_in_their_district(self):
        sys.path.insert(0, DATA)
        outlines = rings("copenhagen")
        for r in rows("copenhagen", "centres.csv"):
            self.assertTrue(surrounds(outlines[r["neighbourhood"]], r), r["id"])


class ToyTown(unittest.TestCase):
    def test_has_500_citizens_and_30_volunteers(self):
        self.assertEqual(persons_65_and_over("toy"), {2015: 500, 2020: 500})
        self.assertEqual(total(rows("toy", "volunteers.csv"), "volunteers"), 30)
        self.assertAlmostEqual(sum(float(r["weight"]) for r in rows("toy", "neighbourhoods.csv")), 1.0)


class TheScenarios(unittest.TestCase):
    def test_close_no_house_without_saying_it_is_an_example(self):
        for folder, _, names in os.walk(SCENARIOS):
            for name in (n for n in names if n.endswith(".yaml")):
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    text = f.read()
                if "close_centre" in text:
                    title = next(line for line in text.splitlines() if line.startswith("title:"))
                    self.assertIn("eksempel", title.lower(), name)


if __name__ == "__main__":
    unittest.main()

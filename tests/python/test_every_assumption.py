# SPDX-License-Identifier: MPL-2.0
"""Every assumption does something: in a small town where everything happens, another value changes a result.

A parameter that no rule reads would pass every other test. Needs SAMSPIL (the program) and SAMSPIL_SOURCE_DIR.
Alone for some keys: python3 tests/python/test_every_assumption.py KEY...
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(os.environ.get("SAMSPIL_SOURCE_DIR", Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("SAMSPIL", "samspil")
TIMES = 8  # citizens, places and volunteers of toy town

# Assumptions that need not change a result here, and why.
EXCEPTIONS = {
    "entry": "a choice for known answers; tests/property/entry_replacement.test.cpp",
}

SCENARIO = """samspil: 1
title: {da: "Eksempel: her sker alt", en: "Example: everything happens here"}
data: data
period: {start: 2021-01-04, weeks: 130, burn_in_weeks: 78}
run: {replications: 1, seed: 5}
policy: {visitation_rule: minimum, gap_policy: stay_forebyggende, access_regime: assess_all, visitator_hours: 6,
  forum: active, network_meetings: 4, council_voice: true, substitution: 0.1, a_max: 1.5, W_max: 4, ride_seats: 0.8,
  transport_frame: 60000, ride_price: 20, consultants_clustered: true, recognition: 0.7, volunteer_voice: 0.7,
  volunteer_barrier: 0.4, colocation: true}
organisation: {model: areas_1, leadership: dual, sharing_within: 0.5, service_units: 2}
interventions:
  - {type: organisation_change, date: 2021-04-05, params: {model: districts_1, leadership: own_department,
      sharing_within: 0.5, service_units: 1, shock_weeks: 40}}
  - {type: compass_rollout, date: 2021-01-04, params: {ceiling: 0.7, mid_weeks: 10}}
  - {type: training, date: 2021-01-04, params: {persons: 40, ramp_weeks: 4}}
  - {type: operating_form, date: 2021-02-01, target: {centre: lc-vest}, params: {form: partnership}}
  - {type: operating_form, date: 2021-02-01, target: {centre: lc-ost}, params: {form: lease}}
  - {type: pool_change, date: 2021-02-01, params: {factor: 3}}
  - {type: invest, date: 2021-03-01, params: {total_kr: 3000000, item: rooms}}
  - {type: invest, date: 2021-03-08, params: {total_kr: 200000, item: access}}
  - {type: staff_mix, date: 2021-03-01, params: {mix: competence}}
  - {type: admin_workplaces, date: 2021-04-05, target: {centre: lc-vest}, params: {persons: 6}}
  - {type: profile_change, date: 2021-06-07, target: {centre: lc-norrevang}, params: {profile: vulnerable}}
  - {type: profile_change, date: 2021-06-07, target: {centre: lc-ost}, params: {profile: associations}}
  - {type: documentation, date: 2022-01-03, params: {documentation: all}}
  - {type: law_switch, date: 2022-01-03, params: {law: AEL-2025}}
  - {type: staff_mix, date: 2022-02-07, params: {mix: activity}}
  - {type: merge, date: 2022-03-07, target: {centre: lc-nord, to: lc-norrevang}}
"""
CENTRES = [("2", "lc-vest", "lokalcenter", "land", "sondervang", "569000", "6219000", "no"),
           ("3", "lc-ost", "lokalcenter", "byen", "norrevang", "571000", "6222000", "no"),
           ("4", "lc-nord", "lokalcenter", "byen", "norrevang", "570000", "6223000", "yes"),
           ("202", "dc-land", "dagcenter", "land", "sondervang", "569000", "6218000", "no")]
OFFERS = [(c, "klub", "12") for c in ("lc-vest", "lc-ost", "lc-nord")] + [
    ("lc-norrevang", "forebyggende", "2"), ("lc-vest", "forebyggende", "2"), ("lc-ost", "forebyggende", "2"),
    ("dc-land", "forebyggende", "3"), ("dc-land", "vedligeholdende_center", "2"), ("dc-land", "vedligeholdende_hjem", "1")]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def tagged(**values):
    return {**values, "tag": "assumed", "source": "made for the test"}


def make_town(folder):
    data = folder / "data"
    shutil.copytree(SOURCE / "data" / "toy", data)
    centres = read(data / "centres.csv")
    for key, ident, kind, area, place, x, y, beside in CENTRES:
        centres.append({**centres[0], "key": key, "id": ident, "name": ident, "kind": kind, "area": area,
                        "neighbourhood": place, "x_m": x, "y_m": y, "nursing_home_side": beside})
    write(data / "centres.csv", centres)
    offers = read(data / "offers.csv") + [tagged(centre=c, offer=o, places=n) for c, o, n in OFFERS]
    for row in offers:
        row["places"] = str(int(row["places"]) * (TIMES if row["offer"] == "klub" else TIMES // 2))
    write(data / "offers.csv", offers)
    volunteers = [tagged(centre=row["id"], volunteers=str(5 * TIMES), other_task_hours=str(7 * TIMES)) for row in centres]
    write(data / "volunteers.csv", volunteers)
    persons = read(data / "population.csv")
    for row in persons:
        row["persons"] = str(int(row["persons"]) * TIMES)
    write(data / "population.csv", persons)
    units = read(data / "organisation.csv")
    for model, parent, leaders in (("areas_1", "legeby", "1"), ("districts_1", "distrikt-byen", "0")):
        units.append({**units[0], "model": model, "key": "2", "unit": "land", "name": "Land", "level": "area",
                      "parent": parent, "leaders": leaders})
    write(data / "organisation.csv", units)
    write(data / "agreements.csv", [
        tagged(key=str(i + 1), id=f"a{i}", partner="association", kind="formal" if i % 2 else "informal", centre="",
               area="byen", hours="6", rooms="4", start="2015-01-01") for i in range(6)])
    write(data / "bridges.csv", [tagged(key="1", id="b1", kind="volunteer_consultant", area="byen", hours_per_week="3",
                                        **{"from": ""})])
    for table in ("services", "pools"):
        shutil.copy(SOURCE / "data" / "aarhus" / f"{table}.csv", data / f"{table}.csv")
    write(data / "rooms.csv", [tagged(centre="dc-byen", m2="400", hall="16", workshop="4", kitchen="2", gym="6", cafe="8",
                                      talk="2", opening_hours="32", admin_workplaces="1", clinic="yes", profile="general")])
    (folder / "town.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder / "town.yaml"


def figures(scenario, folder, change=None):
    """The KPIs and series of one run; None when the value is refused."""
    name = change.split("=")[0].split(".")[-1] if change else "as-is"
    settings = ["-s", change] if change else []
    made = subprocess.run([PROGRAM, "run", str(scenario), "-o", str(folder / name), "-j", "1", *settings],
                          capture_output=True, text=True)
    if made.returncode != 0:
        return None if change else sys.exit(made.stderr)
    subprocess.run([PROGRAM, "export", str(folder / name / "town.h5"), "--format", "json", "-o", str(folder / name / "out")],
                   check=True, capture_output=True)
    result = json.loads((folder / name / "out" / "result.json").read_text(encoding="utf-8"))
    shutil.rmtree(folder / name)
    return {"kpis": result["kpis"], "series": result["series"], "assumptions": result["assumptions"]}


def other_values(key, value, limits):
    """Values to try, the first that is allowed and moves something counts."""
    if "enum" in limits:
        return [word for word in limits["enum"]]
    lowest, highest = limits.get("minimum", -1e9), limits.get("maximum", 1e9)
    wanted = [value * 1.5, value * 0.5, value * 4, value + 1, lowest, (lowest + min(highest, 10)) / 2]
    if limits.get("type") == "integer":
        wanted = [round(x) for x in wanted]
    return [x for x in wanted if lowest <= x <= highest and x != value]


def moves(scenario, folder, before, key, value, limits):
    for other in other_values(key, value, limits):
        after = figures(scenario, folder, f"assumptions.{key}={other}")
        if after and (after["kpis"], after["series"]) != (before["kpis"], before["series"]):
            return True
    return False


def main(only):
    schema = json.loads(subprocess.run([PROGRAM, "schema"], check=True, capture_output=True, text=True).stdout)
    limits = schema["properties"]["assumptions"]["properties"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scenario = make_town(folder)
        before = figures(scenario, folder)
        values = {row["key"]: row["value"] for row in before["assumptions"] if row["group"] == "assumptions"}
        assert set(values) == set(limits), set(values) ^ set(limits)
        keys = [key for key in values if key in only] if only else [key for key in values if key not in EXCEPTIONS]
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            found = list(pool.map(lambda key: moves(scenario, folder, before, key, values[key], limits[key]), keys))
    silent = [key for key, moved in zip(keys, found) if not moved]
    print(f"{len(keys)} assumptions, without effect: {', '.join(silent) or 'none'}")
    return 1 if silent or set(EXCEPTIONS) - set(values) else 0


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))

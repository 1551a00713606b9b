# SPDX-License-Identifier: MPL-2.0
"""Every assumption does something: in one of a few situations of a small town, another value changes a result.

A parameter that no rule reads would pass every other test. Needs SAMSPIL (the program) and SAMSPIL_SOURCE_DIR.
By itself it tries every eighth key of the register; the slow suite tries all (--all). Some keys:
python3 tests/python/test_every_assumption.py KEY...
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
SHARE = 8  # one key in so many in the quick suite
TIMES = 8  # citizens, places and volunteers of toy town

# Assumptions that need not change a result here, and why.
EXCEPTIONS = {
    "entry": "a choice for known answers; tests/property/entry_replacement.test.cpp",
    "HR_F1": "the reference, fixed at 1",
    "edu_long65_m": "long education is a group in results only (docs/result-format.md)",
    "edu_long65_f": "as edu_long65_m",
    "edu_long85_m": "as edu_long65_m",
    "edu_long85_f": "as edu_long65_m",
    "b4": "acts on whom a bridge reaches between two offers: too few in a small town",
    "carry": "a few per cent of a frame carried into the next year: less than a place in a small town",
    "cafe_credit": "computed (rules/cafe.cpp) but read by no rule yet",
}

# Shares that only add up to one together: what else is set when one is tried.
TOGETHER = {f"level65_{n}": ["level65_1=0.66", "level65_2=0.25", "level65_3=0.06", "level65_4=0.03"] for n in range(1, 5)}

# Where an assumption may matter: the town as it is, and what is set besides. The first that moves a result counts.
SITUATIONS = {
    "town": [],
    "pressed": ["assumptions.h_c=60", "assumptions.forum_partners=40", "policy.ride_seats=0.2", "assumptions.help_cap=0.1",
                "assumptions.see_change=0.5", "assumptions.vac_w=40", "assumptions.staff_to=2", "policy.a_max=1",
                "assumptions.consider=3", "assumptions.uptake_warm=0.9", "assumptions.bridge_share=0.9",
                "assumptions.sens_compass=0.9", "assumptions.h_v=0.2", "assumptions.bridge_h=1", "policy.W_max=20",
                "policy.steer_low=1", "policy.steer_stop=1", "policy.steer_cut=1"],
    "plain": ["policy.council_voice=false", "mechanisms.club_help=false"],
}
WITHOUT_TABLES = ("services", "bridges", "rooms")  # in the plain town

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
  - {type: frame_change, date: 2021-05-03, params: {frame: forebyggende, factor: 1.4}}
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
    rooms = {"m2": "400", "workshop": "4", "kitchen": "2", "gym": "6", "cafe": "8", "talk": "2", "opening_hours": "32",
             "admin_workplaces": "1"}
    write(data / "rooms.csv", [
        tagged(centre="dc-byen", hall="16", **rooms, clinic="yes", profile="general"),
        tagged(centre="lc-ost", hall="4", **rooms, clinic="yes", profile="general"),
        tagged(centre="lc-nord", hall="2", **rooms, clinic="no", profile="nursing_home_side")])
    (folder / "town.yaml").write_text(SCENARIO, encoding="utf-8")


def make_plain(folder):
    """The same town without the optional tables, with a volunteer house, and workplaces in a day centre."""
    make_town(folder)
    for table in WITHOUT_TABLES:
        (folder / "data" / f"{table}.csv").unlink()
    centres = read(folder / "data" / "centres.csv")
    for row in centres:
        row["kind"] = "frivillighus" if row["id"] == "lc-vest" else row["kind"]
    write(folder / "data" / "centres.csv", centres)
    more = "".join(f"  - {{type: admin_workplaces, date: 2021-05-03, target: {{centre: {c}}}, params: {{persons: 9}}}}\n"
                   for c in ("dc-land", "dc-byen", "lc-norrevang"))
    (folder / "town.yaml").write_text(SCENARIO + more, encoding="utf-8")


def figures(folder, name, settings):
    """KPIs, series and results by group of one run, and its assumptions; None when a value is refused."""
    out = folder / name
    said = [word for setting in settings for word in ("-s", setting)]
    made = subprocess.run([PROGRAM, "run", str(folder / "town.yaml"), "-o", str(out), "-j", "1", *said],
                          capture_output=True, text=True)
    if made.returncode != 0:
        return None
    subprocess.run([PROGRAM, "export", str(out / "town.h5"), "--format", "json", "-o", str(out / "json")], check=True,
                   capture_output=True)
    result = json.loads((out / "json" / "result.json").read_text(encoding="utf-8"))
    shutil.rmtree(out)
    return {key: value for key, value in result.items() if key in ("kpis", "series", "groups", "assumptions")}


def same(one, other):
    return all(one.get(key) == other.get(key) for key in ("kpis", "series", "groups"))


def other_values(key, value, limits):
    """Values to try, the first that is allowed and moves something counts."""
    if "enum" in limits:
        return [word for word in limits["enum"]]
    lowest, highest = limits.get("minimum", -1e9), limits.get("maximum", 1e9)
    wanted = [value * 1.5, value * 0.5, value * 4, value + 1, lowest, (lowest + min(highest, 10)) / 2]
    if limits.get("type") == "integer":
        wanted = [round(x) for x in wanted]
    return [x for x in wanted if lowest <= x <= highest and x != value]


def moves(folder, before, besides, key, value, limits):
    for other in other_values(key, value, limits):
        others = [f"assumptions.{one}" for one in TOGETHER.get(key, [f"{key}={other}"])]
        after = figures(folder, key, besides + others)
        if after and not same(before, after):
            return True
    return False


def main(only):
    schema = json.loads(subprocess.run([PROGRAM, "schema"], check=True, capture_output=True, text=True).stdout)
    limits = schema["properties"]["assumptions"]["properties"]
    if only and only != {"--all"}:
        silent = [key for key in limits if key in only]
    else:
        silent = [key for key in limits if key not in EXCEPTIONS]
        if not only:
            silent = silent[SHARE // 2 :: SHARE]
    tried = len(silent)
    with tempfile.TemporaryDirectory() as name:
        for situation, besides in SITUATIONS.items():
            folder = Path(name) / situation
            folder.mkdir()
            (make_plain if situation == "plain" else make_town)(folder)
            before = figures(folder, "as-is", besides)
            assert before, f"the situation {situation} does not run"
            values = {row["key"]: row["value"] for row in before["assumptions"] if row["group"] == "assumptions"}
            with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
                found = list(pool.map(lambda key: moves(folder, before, besides, key, values[key], limits[key]), silent))
            silent = [key for key, moved in zip(silent, found) if not moved]
    print(f"{tried} assumptions, without effect: {', '.join(silent) or 'none'}")
    return 1 if silent or set(EXCEPTIONS) - set(limits) else 0


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))

#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Writes offers-mini (README.md beside this) as a scenario of Samspil: settings and tables, nothing else.

    benchmarks/peers/offers_mini_scenario.py FOLDER [--citizens 1000000]

A week of the engine is a month of the model, and ages count in weeks since 65. The month's law (level, then death at the
new level, then the offer) is restated as chances by the state at the month's start, which is what rates.csv holds; the
restatement is exact but for the one in some 20,000 whose level would fall and rise in the same month.
"""
import argparse
import csv
import datetime
import math
import pathlib

CENTRES, AGES, WEEKS_PER_YEAR = 37, 420, 365.25 / 7
LEVEL_65 = [0.70, 0.20, 0.08, 0.02]
DOWN, UP, DEATH = [0.008, 0.010, 0.012, 0], [0, 0.006, 0.004, 0.002], [0.7, 1.0, 1.6, 3.0]
DOWN_BAND, UP_BAND, DEATH_BAND = [1.0, 1.6, 2.5, 3.5], [1.0, 0.7, 0.5, 0.3], [0.0012, 0.0035, 0.010, 0.022]
SOURCE = ["assumed", "offers-mini: a reference model for speed, not a place"]
WEEK_0 = datetime.date(2021, 1, 4)


def chances(level, band, enrolled):
    """Of dying, worsening and recovering within a month, by the state at its start."""
    down = DOWN[level] * DOWN_BAND[band] * (0.5 if enrolled else 1)
    up = UP[level] * UP_BAND[band]
    death = [d * DEATH_BAND[band] for d in DEATH]
    stays = 1 - down - up
    dies = stays * death[level] + (down * death[level + 1] if level < 3 else 0) + (up * death[level - 1] if level > 0 else 0)
    worse = down * (1 - death[level + 1]) / (1 - dies) if level < 3 else 0
    better = up * (1 - death[level - 1]) / (1 - dies) if level > 0 else 0
    # The engine lets a recovery that is due together with a decline wait a week: the first month of both is a decline.
    return {"death": dies, "decline": worse, "recovery": better / (1 - worse)}


def rate_rows():
    for level in range(4):
        for band in range(4):
            # Who is a months old at a month's start is a + 1 when the month's chances are read.
            age_from = 65 + (max(0, 120 * band - 1)) / WEEKS_PER_YEAR
            age_to = 130 if band == 3 else 65 + (120 * (band + 1) - 1) / WEEKS_PER_YEAR
            for enrolled in (False, True):
                for process, chance in chances(level, band, enrolled).items():
                    if (process, level) in (("decline", 3), ("recovery", 0)):
                        continue  # nobody can
                    yield [process, level + 1, "yes" if enrolled else "no", f"{age_from:.6f}", f"{age_to:.6f}",
                           f"{chance:.12g}", "week", *SOURCE]


def born(weeks_since_65):
    at_65 = WEEK_0 - datetime.timedelta(days=7 * weeks_since_65 - 3)
    if at_65.month == 2 and at_65.day == 29:
        at_65 -= datetime.timedelta(days=1)
    return at_65.replace(year=at_65.year - 65)


def resident_rows(citizens):
    """Age 780 + floor(420 u^2): shares by week of age, rounded so that every centre has its whole number."""
    for centre in range(CENTRES):
        own = citizens // CENTRES + (1 if centre < citizens % CENTRES else 0)
        given = 0
        for age in range(AGES):
            until = math.floor(own * math.sqrt((age + 1) / AGES) + (centre + 0.5) / CENTRES) if age < AGES - 1 else own
            if until > given:
                yield [f"n{centre + 1}", "F", born(age).isoformat(), until - given, *SOURCE]
            given = max(given, until)


def write(folder, name, header, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split(","))
        out.writerows(rows)


def tables(folder, citizens):
    each, far = citizens / CENTRES, 50_000
    write(folder, "neighbourhoods", "key,id,name,x_m,y_m,radius_m,weight,ring_road,tag,source",
          ([c + 1, f"n{c + 1}", f"Omraade {c + 1}", far * c, 0, 100, f"{1 / CENTRES:.9f}", "inside", *SOURCE] for c in range(CENTRES)))
    write(folder, "centres", "key,id,name,kind,area,neighbourhood,x_m,y_m,same_roof_as,nursing_home_side,position,existence,tag,source",
          ([c + 1, f"c{c + 1}", f"Hus {c + 1}", "dagcenter", "all", f"n{c + 1}", far * c, 0, "", "no", "assumed", "assumed", *SOURCE]
           for c in range(CENTRES)))
    places = {"klub": math.ceil(each), "forebyggende": math.floor(each * 0.14), "vedligeholdende_center": math.floor(each * 0.12),
              "vedligeholdende_hjem": math.ceil(each)}
    write(folder, "offers", "centre,offer,places,tag,source",
          ([f"c{c + 1}", offer, n, *SOURCE] for c in range(CENTRES) for offer, n in places.items()))
    write(folder, "volunteers", "centre,volunteers,other_task_hours,tag,source", ([f"c{c + 1}", 0, 0, *SOURCE] for c in range(CENTRES)))
    write(folder, "organisation", "model,key,unit,name,level,parent,leaders,tag,source",
          [["one", 1000, "town", "By", "municipality", "", 0, *SOURCE], ["one", 1, "all", "Alle", "area", "town", 1, *SOURCE]])
    write(folder, "population", "year,neighbourhood,sex,age,persons,tag,source",
          ([2021, "all", sex, age, 0, *SOURCE] for sex in "FM" for age in range(60, 100)))
    write(folder, "lifetable", "year,sex,age,q,tag,source", ([2020, sex, age, 0.02, *SOURCE] for sex in "FM" for age in range(60, 106)))
    write(folder, "cohort_change", "sex,age_from,age_to,ratio,tag,source", ([sex, 55, 64, 1, *SOURCE] for sex in "FM"))
    write(folder, "net_migration", "sex,age_from,age_to,rate_per_year,tag,source", ([sex, 65, 120, 0, *SOURCE] for sex in "FM"))
    write(folder, "projection", "year,persons_65_79,persons_80plus,kind,tag,source",
          ([year, citizens, 0, "projection", *SOURCE] for year in (2021, 2025)))
    write(folder, "residents", "neighbourhood,sex,born,persons,tag,source", resident_rows(citizens))
    write(folder, "rates", "process,level,enrolled,age_from,age_to,chance,per,tag,source", rate_rows())


OFF = """nursing_home net_migration participation_effect assessment_error published_waits vulnerability volunteer_limit volunteer_burden
leader_attention change_shock sharing service_unit_saving peer_information media_information contacts bridges visitator_backlog
start_interview single_services right_to_help documentation interest_match hosting ride_dialogue transport_frame co_creation cafe ties
club_help kept_ties loneliness mental_health volunteer_support participant_recruiting forum agreements staff_limit staff_quality
budget_steering pools operating_forms""".split()

SCENARIO = """# offers-mini, the reference model of benchmarks/peers, as settings and tables. One week here is one month there.
samspil: 1
title: {{da: "offers-mini, {citizens} borgere", en: "offers-mini, {citizens} citizens"}}
data: data
period: {{start: 2021-01-11, weeks: 120, burn_in_weeks: 1}}
run: {{replications: 1, seed: 1}}
policy: {{offering: matching, ride_seats: 10}}
organisation: {{model: one, leadership: single}}
goals: [reach.klub, reach.forebyggende]
assumptions:
  entry: replacement
  level_at_start: as_at_65
  level65_1: {level[0]}
  level65_2: {level[1]}
  level65_3: {level[2]}
  level65_4: {level[3]}
  consider: 0
  s_mean_klub: 5
  s_mean_forebyggende: 5
  s_mean_vedligeholdende_center: 5
  s_mean_vedligeholdende_hjem: 5
  decline_p: 0
  leave_q: 0
  base_drop_klub: 0
  base_drop_forebyggende: 0
  base_drop_vedligeholdende: 0
  h0_club: 0
  home_weeks: 5200
  rec_ext: 0
  staff_slot_klub: 0
  staff_slot_forebyggende: 0
  staff_slot_vedligeholdende_center: 0
  staff_slot_vedligeholdende_hjem: 0
mechanisms:
{off}
"""


def write_scenario(folder, citizens):
    (folder / "data").mkdir(parents=True, exist_ok=True)
    tables(folder / "data", citizens)
    text = SCENARIO.format(citizens=citizens, level=LEVEL_65, off="\n".join(f"  {name}: false" for name in OFF))
    (folder / "offers-mini.yaml").write_text(text, encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--citizens", type=int, default=1_000_000)
    given = options.parse_args()
    write_scenario(given.folder, given.citizens)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
# Makes the tables of data/aarhus, aarhus-2026, copenhagen and toy from data/sources; standard library only.
#   python3 data/derive.py FOLDER           writes FOLDER/aarhus and the others
#   python3 data/derive.py --check          compares with the committed tables; exit 1 on a difference
import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True  # nothing is written below data/
sys.path.insert(0, HERE)

from derivation import (aarhus_today, context, copenhagen, geography, houses, money, outlines,  # noqa: E402
                        people, services, toy)
from derivation.tables import table_text  # noqa: E402

COLUMNS = {
    "neighbourhoods.csv": "key,id,name,x_m,y_m,radius_m,weight,ring_road",
    "population.csv": "year,neighbourhood,sex,age,persons",
    "cohort_change.csv": "sex,age_from,age_to,ratio",
    "net_migration.csv": "sex,age_from,age_to,rate_per_year",
    "projection.csv": "year,persons_65_79,persons_80plus,kind",
    "lifetable.csv": "year,sex,age,q",
    "organisation.csv": "model,key,unit,name,level,parent,leaders",
    "centres.csv": "key,id,name,kind,area,neighbourhood,x_m,y_m,same_roof_as,nursing_home_side,position,existence",
    "offers.csv": "centre,offer,places",
    "offers-forebyggende-lokalcentre.csv": "centre,offer,places",
    "volunteers.csv": "centre,volunteers,other_task_hours",
    "agreements.csv": "key,id,partner,kind,centre,area,hours,rooms,start",
    "services.csv": "id,label_da,label_en,offer,minutes,group,per_session,materials_kr,pedagogue,occupational_therapist,"
                    "physiotherapist,nurse,care_assistant,activity_worker",
    "pools.csv": "key,id,label_da,label_en,kr_per_year,initiatives,use",
    "bridges.csv": "key,id,kind,area,hours_per_week,from",
    "facts.csv": "id,label_da,label_en,value,unit",
    "targets.csv": "id,label_da,label_en,target,low,high,unit,role",
    "outlines.csv": "neighbourhood,ring,point,x_m,y_m",
}
HEADERS = {name: columns.split(",") + ["tag", "source"] for name, columns in COLUMNS.items()}


def aarhus():
    geo = geography.Geography()
    centre_rows = houses.centres(geo)
    offer_rows = services.offers(geo, centre_rows)
    rows = {
        "neighbourhoods.csv": geography.neighbourhoods(geo),
        "population.csv": people.population(),
        "cohort_change.csv": people.cohort_change(),
        "net_migration.csv": people.net_migration(),
        "projection.csv": people.projection(),
        "lifetable.csv": people.lifetable(),
        "organisation.csv": houses.organisation(),
        "centres.csv": centre_rows,
        "offers.csv": offer_rows,
        "offers-forebyggende-lokalcentre.csv": services.offers(geo, centre_rows, preventive_in_local_centres=True),
        "volunteers.csv": services.volunteers(offer_rows),
        "agreements.csv": services.agreements(centre_rows),
        "services.csv": money.services(),
        "pools.csv": money.pools(),
        "bridges.csv": services.bridges(houses.organisation()),
        "facts.csv": context.facts(),
        "targets.csv": context.targets(),
        "outlines.csv": outlines.of_aarhus(geo),
    }
    return {name: table_text(HEADERS[name], table) for name, table in rows.items()}


def aarhus_2026():
    rows = aarhus_today.tables(geography.Geography())
    return {name: table_text(HEADERS[name], table) for name, table in rows.items()}


def differences(folder, made):
    """Names of tables that are missing or differ in a committed folder."""
    wrong = []
    for name, text in made.items():
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            wrong.append(f"{path}: missing")
            continue
        with open(path, encoding="utf-8", newline="") as f:
            committed = f.read()
        if committed == text:
            continue
        pairs = zip(committed.split("\n"), text.split("\n"))
        line = next((i for i, (a, b) in enumerate(pairs, start=1) if a != b), "the end")
        wrong.append(f"{path}: differs from what the sources give, first at line {line}")
    return wrong


def main(arguments):
    parser = argparse.ArgumentParser(description="Make the tables of every town from data/sources.")
    parser.add_argument("folder", nargs="?", help="folder to write aarhus/ and the others into")
    parser.add_argument("--check", action="store_true", help="compare with the committed tables instead")
    options = parser.parse_args(arguments)
    if options.check == bool(options.folder):
        parser.error("give either a folder or --check")
    made = {"aarhus": aarhus(), "aarhus-2026": aarhus_2026(), "copenhagen": copenhagen.tables(HEADERS),
            "toy": toy.tables(HEADERS)}
    if options.check:
        wrong = [line for town, tables in made.items() for line in differences(os.path.join(HERE, town), tables)]
        print("\n".join(wrong) if wrong else "the tables of every town are what data/sources and the rules give")
        return 1 if wrong else 0
    for town, tables in made.items():
        os.makedirs(os.path.join(options.folder, town), exist_ok=True)
        for name, text in tables.items():
            with open(os.path.join(options.folder, town, name), "w", encoding="utf-8", newline="") as f:
                f.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: MPL-2.0
# Aarhus on 1 January 2026: the houses, leaders and people of today as far as they are known, the rest as in data/aarhus.
import math

from . import context, geography, houses, money, outlines, people, services
from .survival import Survival

START, TODAY, LIFETABLE_YEAR = 2020, 2026, 2022  # burn-in from, totals of, mortality in between
CONTINUE = ("facts_9: 34 of 35 folkehuse continue after the decision of 2024 (voresbrabrand.dk); of the 37 of 2020 the "
            "Gellerup house is left out (its activities are to be moved), Skelager (may be the same house as Skejby) and the "
            "last assumed one; which others went is not known")
LEFT_OUT = {"lc-gellerup", "lc-skelager", "lc-antaget-14"}
MERGED = "dc-vest-christiansbjerg"


def official():
    row = next(r for r in people.projection() if r["year"] == TODAY)
    return row["persons_65_79"], row["persons_80plus"]


def citizens():
    return sum(official())


def population():
    """Two tables: the start of the burn-in, and the people of 2026 that the same rules leave of it."""
    survival = Survival(people.lifetable(), LIFETABLE_YEAR, people.net_migration(), people.cohort_change())
    table = {(r["sex"], r["age"]): r["persons"] for r in people.population() if r["year"] == START}
    years = TODAY - START

    def group(age):
        return 1 if age + years >= 80 else 0

    stay = {(sex, age): n * survival.still_there(sex, age, years) for (sex, age), n in table.items()}
    expected = [sum(n for (_, age), n in stay.items() if age + years >= 65 and group(age) == g) for g in (0, 1)]
    factor = [counted / model for counted, model in zip(official(), expected)]
    how = f"{factor[0]:.4f} (under {80 - years}) or {factor[1]:.4f} to meet {TODAY}; see README"
    start = whole({key: n * factor[group(key[1])] for key, n in table.items()})
    later = {}
    for (sex, age), n in stay.items():
        key = sex, min(age + years, 101)
        later[key] = later.get(key, 0) + n * factor[group(age)]
    rows = [row(START, key, n, f"table of 2020 of data/aarhus times {how}") for key, n in start.items()]
    return rows + [row(TODAY, key, n, f"table of {START} here, {years} years older; 101 = 101+")
                   for key, n in whole(later).items()]


def row(year, key, persons, source):
    return {"year": year, "neighbourhood": "all", "sex": key[0], "age": key[1], "persons": persons, "tag": "derived",
            "source": source}


def whole(numbers):
    """Whole persons by sex and age; what rounding leaves over goes to the next age."""
    result, carry = {}, 0.0
    for key in sorted(numbers):
        carry += numbers[key]
        result[key] = max(0, math.floor(carry + 0.5))
        carry -= result[key]
    return result


def centres(geo):
    rows = []
    for r in houses.centres(geo):
        if r["id"] in LEFT_OUT or r["id"] in ("dc-vest", "dc-christiansbjerg"):
            continue
        r = dict(r)
        if r["kind"] == "lokalcenter":
            r["source"] = f"{CONTINUE}; {r['source']}"
            if r["name"].startswith("Lokalcenter "):
                r["name"] = "Folkehus " + r["name"].removeprefix("Lokalcenter ")
                r["source"] = "local centres became folkehuse in spring 2022 (aarhus.dk); " + r["source"]
            if r["name"] == "Holme Lokalcenter":
                r["name"] = "Folkehus Holme"
        rows.append(r)
    old = {r["id"]: r for r in houses.centres(geo)}
    pair = [old["dc-vest"], old["dc-christiansbjerg"]]
    voters = geo.voters_by_area()
    weight = [voters["vest"], voters["christiansbjerg"]]
    point = [sum(w * r[axis] for w, r in zip(weight, pair)) / sum(weight) for axis in ("x_m", "y_m")]
    rows.append(houses.row_of(geo, 208, MERGED, "Dagcenter Vest-Christiansbjerg", "dagcenter", "christiansbjerg", point, "",
                              "no", "assumed", "known", "assumed",
                              "aarhus.dk, Dagcentre: organisering: Vest and Christiansbjerg merged in spring 2022; point "
                              "assumed: between the two by voters; area assumed: Christiansbjerg; nursing home at its side: "
                              "assumed no"))
    return rows


def facts():
    def fact(ident, danish, english, value, unit, source, tag="source"):
        return {"id": ident, "label_da": danish, "label_en": english, "value": value, "unit": unit, "tag": tag,
                "source": source}

    dated = {"local_centres", "day_centres.2021", "citizens.65plus.2015"}
    rows = [r for r in context.facts() if r["id"] not in dated and not r["id"].startswith("copenhagen.")]
    young, old = official()
    return rows + [
        fact("citizens.65plus.2026", "Borgere 65+, 1. januar 2026", "Citizens 65+, 1 January 2026", young + old, "persons",
             f"Statistics Denmark FOLK1A: {young:,} aged 65-79 and {old:,} aged 80+"),
        fact("folkehuse.2023", "Folkehuse 2023", "Folkehuse 2023", 36, "houses", "8541.dk, Vrede over ny folkehus-usikkerhed"),
        fact("folkehuse.2024", "Folkehuse 2024", "Folkehuse 2024", 35, "houses", "voresbrabrand.dk"),
        fact("folkehuse.continue", "Folkehuse der fortsætter efter beslutningen i 2024",
             "Folkehuse that continue after the decision of 2024", 34, "houses", "voresbrabrand.dk: 34 of 35"),
        fact("day_centres.planned", "Dagcentre i planen efter 2022", "Day centres in the plan after 2022", 3, "houses",
             "aarhus.dk, Dagcentre: organisering: Nord, Midt, southern part; whether it has happened is not known"),
        fact("partnership.trojborg", "Folkehuset Trøjborg drives i strategisk partnerskab med",
             "Folkehuset Trøjborg is run in a strategic partnership with", "Røde Kors (Red Cross)", "",
             "S2-15: Aarhus, answer to a councillor, August 2025"),
        fact("law", "Ældreloven gælder fra", "The Elderly Act (Ældreloven) holds from", "1 July 2025", "",
             "date recalled; law no. 1651 of 30 December 2024; the Elderly Reform is named in S2-50", "recalled"),
    ]


def targets():
    rows = [r for r in context.targets() if not r["id"].startswith("population.")]
    table = {r["year"]: r for r in people.projection()}
    for year, margin, role in ((TODAY, 2, "; the table of 2020 is scaled to meet it"), (2031, 5, ""), (2036, 5, "")):
        for column, group, name in (("persons_65_79", "65_79", "65-79"), ("persons_80plus", "80plus", "80+")):
            n = table[year][column]
            rows.append({"id": f"population.{group}.{year}", "label_da": f"Borgere {name}, 1. januar {year}",
                         "label_en": f"Citizens {name}, 1 January {year}", "target": n,
                         "low": round(n * (1 - margin / 100)), "high": round(n * (1 + margin / 100)), "unit": "persons",
                         "role": "hold_out", "tag": "source",
                         "source": table[year]["source"] + f"; range assumed: {margin} % to each side{role}"})
    return rows


def tables(geo):
    centre_rows = centres(geo)
    voters = {f"dc-{area}": n for area, n in geo.voters_by_area().items()}
    voters[MERGED] = voters.pop("dc-vest") + voters.pop("dc-christiansbjerg")
    offer_rows = services.offers(geo, centre_rows, citizens=citizens(), day_centre_voters=voters)
    return {"neighbourhoods.csv": geography.neighbourhoods(geo), "population.csv": population(),
            "cohort_change.csv": people.cohort_change(), "net_migration.csv": people.net_migration(),
            "projection.csv": people.projection(), "lifetable.csv": people.lifetable(),
            "organisation.csv": houses.organisation(), "centres.csv": centre_rows, "offers.csv": offer_rows,
            "volunteers.csv": services.volunteers(offer_rows, citizens()), "facts.csv": facts(), "targets.csv": targets(),
            "services.csv": money.services(), "pools.csv": money.pools(), "outlines.csv": outlines.of_aarhus(geo)}

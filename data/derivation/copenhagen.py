# SPDX-License-Identifier: MPL-2.0
# Copenhagen: ten districts, five local areas, 21 activity centres with 674 places (2024). How many houses, places and
# citizens there are is known; where the houses stand and how the places are split is not, and is placed by rule.
import json
import math
import os

from . import copenhagen_context, copenhagen_entrants, copenhagen_people, money, people
from .geography import inside, utm32
from .outlines import outlines
from .survival import Survival
from .tables import SOURCES, share_out, table_text

CENTRES, PLACES, SATELLITE_PLACES = 21, 674, 6
CLUB_HOUSES_A_DISTRICT = 2
START, FIRST_YEAR, LIFETABLE_YEAR = 2018, 2024, 2022  # burn-in from, totals of, mortality in between
GRID_M = 100

COMMITTEE = "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4"
# The names of the five local areas say which districts they hold; they are recalled, not read.
AREAS = {"amager": ("Amager", ("9", "10")),
         "bispebjerg-norrebro": ("Bispebjerg/Nørrebro", ("3", "8")),
         "indre-by-osterbro": ("Indre By/Østerbro", ("1", "2")),
         "valby-vesterbro-kgs-enghave": ("Valby/Vesterbro/Kgs. Enghave", ("4", "5")),
         "vanlose-bronshoj-husum": ("Vanløse/Brønshøj/Husum", ("6", "7"))}
AREA_OF = {code: area for area, (_, codes) in AREAS.items() for code in codes}
AREA_RULE = "area: five local areas (S3-11), their names recalled"


def observed(code, year):
    row = copenhagen_people.totals()[code, year, "observed"]
    return int(row["persons_65_79"]), int(row["persons_80plus"])


class Districts:
    """Outlines in UTM metres and points that share a district out into equal parts."""

    def __init__(self):
        with open(os.path.join(SOURCES, "copenhagen_bydele_simplified.geojson"), encoding="utf-8") as f:
            self.outlines = json.load(f)
        self.names = copenhagen_people.district_names()
        self._grid = {}
        for feature in self.outlines["features"]:
            rings = [[utm32(y, x) for x, y in part[0]] for part in feature["geometry"]["coordinates"]]
            self._grid[str(feature["properties"]["bydel_code"])] = self._points(rings)

    @staticmethod
    def _points(rings):
        xs, ys = zip(*(point for ring in rings for point in ring))
        return [(x, y) for x in range(int(min(xs)), int(max(xs)), GRID_M) for y in range(int(min(ys)), int(max(ys)), GRID_M)
                if any(inside((x, y), ring) for ring in rings)]

    def middle(self, code):
        grid = self._grid[code]
        return tuple(sum(point[i] for point in grid) / len(grid) for i in (0, 1))

    def radius(self, code):
        return min(2500, round(0.5 * math.sqrt(len(self._grid[code]) * GRID_M**2 / math.pi)))

    def parts(self, code, count):
        """Middles of so many equal parts of the outline, the one nearest to the middle of the district first."""
        grid = sorted(self._grid[code], key=lambda p: (p[0] + p[1], p[0]))
        middles = [grid[(2 * k + 1) * len(grid) // (2 * count)] for k in range(count)]
        for _ in range(40):
            groups = [[] for _ in middles]
            for p in grid:
                groups[min(range(count), key=lambda k: ((p[0] - middles[k][0])**2 + (p[1] - middles[k][1])**2, k))].append(p)
            middles = [tuple(round(sum(p[i] for p in group) / len(group)) for i in (0, 1)) for group in groups]
        centre = self.middle(code)
        return sorted(middles, key=lambda p: ((p[0] - centre[0])**2 + (p[1] - centre[1])**2, p))


def neighbourhoods(districts):
    weights = copenhagen_people.weights()
    return [{"key": int(code), "id": copenhagen_people.district_id(code), "name": name,
             "x_m": round(districts.middle(code)[0]), "y_m": round(districts.middle(code)[1]),
             "radius_m": districts.radius(code), "weight": f"{weights[code] / 1e6:.6f}", "ring_road": "inside",
             "tag": "derived",
             "source": "outline: Københavns Kommune open data Bydele, CC BY 4.0; point: middle of the outline (of area, "
                       "not of people); weight: share of the citizens 65+ of 1 January 2015, used for code 99 only; "
                       "radius assumed: half the radius of a circle of the same area; ring road: not a division of "
                       "Copenhagen, all inside (assumed)"} for code, name in districts.names.items()]


def outline_rows(districts):
    features = [(int(code), copenhagen_people.district_id(code), feature["geometry"])
                for feature in districts.outlines["features"] for code in [str(feature["properties"]["bydel_code"])]]
    return outlines(features, "Københavns Kommune, Bydele, CC BY 4.0")


def start_population(survival):
    """People of 1 January 2018: those of 2015 carried on, times a factor a district and age group of 2024."""
    carried = {}
    for (year, code, sex, age), n in copenhagen_people.counts().items():
        if year == 2015:
            to = code, sex, min(age + START - 2015, 100)
            carried[to] = carried.get(to, 0) + n * survival.still_there(sex, age, START - 2015)
    years, rows = FIRST_YEAR - START, []
    for code in [*copenhagen_people.district_names(), copenhagen_people.NO_DISTRICT]:
        mine = {(sex, age): n for (c, sex, age), n in carried.items() if c == code}
        later = [sum(n * survival.still_there(sex, age, years) for (sex, age), n in mine.items()
                     if age + years >= 65 and (age + years >= 80) == (group == 1)) for group in (0, 1)]
        factor = [official / model for official, model in zip(observed(code, FIRST_YEAR), later)]
        where = "all" if code == copenhagen_people.NO_DISTRICT else copenhagen_people.district_id(code)
        carry = 0.0
        for sex, age in sorted(mine):
            carry += mine[sex, age] * factor[1 if age + years >= 80 else 0]
            persons = max(0, math.floor(carry + 0.5))
            carry -= persons
            rows.append({"year": START, "neighbourhood": where, "sex": sex, "age": age, "persons": persons,
                         "tag": "derived",
                         "source": f"2015 carried to {START}, times {factor[0]:.4f} (under {80 - years}) or "
                                   f"{factor[1]:.4f} to meet {FIRST_YEAR}; see README"})
    return rows


def house(key, ident, name, kind, code, point, roof, nursing_home, source):
    return {"key": key, "id": ident, "name": name, "kind": kind, "area": AREA_OF[code],
            "neighbourhood": copenhagen_people.district_id(code), "x_m": point[0], "y_m": point[1], "same_roof_as": roof,
            "nursing_home_side": nursing_home, "position": "assumed", "existence": "assumed", "tag": "assumed",
            "source": f"{source}; point assumed: middle of one of the equal parts of the district; {AREA_RULE}"}


def centres(districts):
    old = {code: sum(observed(code, FIRST_YEAR)) for code in districts.names}
    count = share_out(CENTRES, old, 1)
    biggest = {area: max(codes, key=lambda c: old[c]) for area, (_, codes) in AREAS.items()}
    rows, number, clubs = [], 0, []
    for code, name in districts.names.items():
        satellite = biggest[AREA_OF[code]] == code
        points = districts.parts(code, count[code] + 1 + satellite)
        ident = copenhagen_people.district_id(code)
        for k in range(count[code]):
            number += 1
            rows.append(house(number, f"ac-{ident}-{k + 1}", f"Antaget aktivitetscenter {name} {k + 1}", "dagcenter", code,
                              points[k], "", "no",
                              f"rule: {CENTRES} activity centres ({COMMITTEE}) to the districts by citizens 65+ of "
                              "1 January 2024, at least one each, largest remainder; nursing home at its side: assumed no"))
        clubs.append(house(300 + int(code), f"klub-{ident}-1", f"Antagne klubber {name} 1", "frivillighus", code,
                           points[0], f"ac-{ident}-1", "no",
                           "rule: two club houses a district, the first under the roof of an activity centre (clubs and "
                           "centres join each other's activities, S3-95)"))
        clubs.append(house(320 + int(code), f"klub-{ident}-2", f"Antagne klubber {name} 2", "frivillighus", code,
                           points[count[code]], "", "no", "rule: two club houses a district, the second by itself"))
        if satellite:
            k = list(AREAS).index(AREA_OF[code])
            rows.append(house(201 + k, f"sat-{AREA_OF[code]}", f"Antaget satellit {name}", "dagcenter", code, points[-1], "",
                              "yes" if k % 2 == 0 else "no",
                              "rule: one satellite a local area, in its largest district, three of five at a nursing home "
                              "open to the area (S3-102, S3-103); coordinated by the activity centres (S3-104)"))
    return sorted(rows + clubs, key=lambda r: r["key"])


def organisation(centre_rows):
    def row(key, unit, name, level, parent, leaders, tag, source):
        return {"model": "areas_5", "key": key, "unit": unit, "name": name, "level": level, "parent": parent,
                "leaders": leaders, "tag": tag, "source": source}

    rows = [row(1000, "kobenhavn", "Københavns Kommune", "municipality", "", 0, "source", "root of the organisation")]
    for key, (unit, (name, _)) in enumerate(AREAS.items(), start=1):
        own = sum(1 for r in centre_rows if r["area"] == unit and r["id"].startswith("ac-"))
        rows.append(row(key, unit, name, "area", "kobenhavn", own, "recalled",
                        "five local areas: S3-11; names recalled from the organisation of Sundheds- og "
                        "Omsorgsforvaltningen about 2010; leaders: each activity centre is an independent unit with its "
                        "own (S3-106, S3-127)"))
    return rows


def offers(centre_rows):
    rows = []

    def add(spread, offer, source):
        rows.extend({"centre": c, "offer": offer, "places": n, "tag": "assumed", "source": source}
                    for c, n in spread.items())

    own = [r for r in centre_rows if r["id"].startswith("ac-")]
    districts = [r["neighbourhood"] for r in own]
    old = {copenhagen_people.district_id(c): sum(observed(c, FIRST_YEAR)) for c in copenhagen_people.district_names()}
    behind = {r["id"]: old[r["neighbourhood"]] / districts.count(r["neighbourhood"]) for r in own}
    satellites = {r["id"]: SATELLITE_PLACES for r in centre_rows if r["id"].startswith("sat-")}
    small = sum(satellites.values())
    half = PLACES // 2
    split = (f"rule: {PLACES} places ({COMMITTEE}), half of them forebyggende and half vedligeholdende_center (S3-100 "
             "wants both in every centre; the split is assumed)")
    by_citizens = ", by the citizens 65+ behind each activity centre (those of its district shared equally), largest remainder"
    add(satellites, "forebyggende", f"{split}; satellites: {SATELLITE_PLACES} each, one offer only (S3-103)")
    add(share_out(half - small, behind), "forebyggende", f"{split}; {small} in the satellites, the rest{by_citizens}")
    add(share_out(PLACES - half, behind), "vedligeholdende_center", split + by_citizens)
    all_65 = sum(observed("", FIRST_YEAR))
    home = round(1.5 * all_65 / 1000 / 2.5)
    first = {r["id"]: old[r["neighbourhood"]] for r in own if r["id"].endswith("-1")}  # a district is served from one house
    add(share_out(home, first), "vedligeholdende_hjem",
        f"rule: 1.5 courses at a time per 1,000 citizens 65+; a place = 5 home visits a week = 2.5 citizens: {home} places; "
        "from the first activity centre of each district, by its citizens 65+, largest remainder")
    clubs = {r["id"]: old[r["neighbourhood"]] for r in centre_rows if r["id"].startswith("klub-")}
    seats = round(0.15 * all_65 * 1.6 / 0.875 / 5)
    add(share_out(seats, clubs), "klub",
        f"rule: 15 % of {all_65:,} citizens with 1.6 sessions a week fill 87.5 % of the seats (5 a week per place): {seats} "
        "places; to the club houses by the citizens 65+ of their districts")
    return rows


def volunteers(offer_rows):
    all_65 = sum(observed("", FIRST_YEAR))
    club = {r["centre"]: r["places"] for r in offer_rows if r["offer"] == "klub"}
    total = copenhagen_context.volunteers(all_65)
    persons = share_out(total, club)
    other = round(0.9 * total * 2 - 0.25 * 0.15 * all_65 * 1.6)
    hours = share_out(other, persons)
    return [{"centre": c, "volunteers": persons[c], "other_task_hours": hours[c], "tag": "assumed",
             "source": f"rule: as many per citizen 65+ as assumed for Aarhus in 2020 (2,850 per 51,373): {total}; by club "
                       f"places; other hours: demand is 0.9 of 2 h per volunteer, less 0.25 h for each club attendance a "
                       f"week = {other} h, by volunteers"} for c in club]


def tables(headers):
    districts = Districts()
    centre_rows = centres(districts)
    offer_rows = offers(centre_rows)
    life, migration, cohorts = people.lifetable(), copenhagen_people.net_migration(), copenhagen_people.cohort_change()
    survival = Survival(life, LIFETABLE_YEAR, migration, cohorts)
    start = start_population(survival)
    population = copenhagen_people.population() + start
    population += copenhagen_entrants.entrants(start, START, FIRST_YEAR, survival)
    rows = {
        "neighbourhoods.csv": neighbourhoods(districts),
        "population.csv": population,
        "cohort_change.csv": cohorts, "net_migration.csv": migration,
        "projection.csv": copenhagen_people.projection(), "lifetable.csv": life,
        "organisation.csv": organisation(centre_rows), "centres.csv": centre_rows, "offers.csv": offer_rows,
        "volunteers.csv": volunteers(offer_rows), "facts.csv": copenhagen_context.facts(), "services.csv": money.services(),
        "pools.csv": money.copenhagen_pools(),
        "targets.csv": copenhagen_context.targets(sum(observed("", FIRST_YEAR))),
        "outlines.csv": outline_rows(districts),
    }
    return {name: table_text(headers[name], table) for name, table in rows.items()}

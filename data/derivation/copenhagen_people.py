# SPDX-License-Identifier: MPL-2.0
# Who lives in Copenhagen: population by district, single age and sex, cohort change, migration, projection.
import math

from .people import SEX
from .tables import ascii_id, read_source, share_out

YEARS = (2005, 2015)
NO_DISTRICT = "99"  # "Uden for inddeling": citizens without an address in a district
COUNTS = "Københavns Kommune, open data by district, age and sex; 100 = 100+"
COHORT = ("one-year cohort change 2010-2015, Københavns Kommune by single age: resident on the next 1 January over "
          "residents at start")
BANDS = ((65, 69), (70, 74), (75, 79), (80, 84), (85, 89), (90, 94))


def counts():
    """Persons by year, district code, sex and age (100 = 100 and over)."""
    result = {}
    for r in read_source("copenhagen_bydel_55plus_single_age.csv"):
        key = (int(r["year"]), r["bydel_code"], SEX[r["sex"]], int(r["age"].rstrip("+")))
        result[key] = result.get(key, 0) + int(r["persons"])
    return result


def district_names():
    return {r["bydel_code"]: r["name"] for r in read_source("copenhagen_bydele_centroids.csv")}


def district_id(code):
    return ascii_id(district_names()[code])


def population():
    persons, rows = counts(), []
    codes = [*district_names(), NO_DISTRICT]
    for year in YEARS:
        for code in codes:
            where = "all" if code == NO_DISTRICT else district_id(code)
            how = "; code 99, no district" if code == NO_DISTRICT else ""
            for sex in "FM":
                for age in range(55, 101):
                    rows.append({"year": year, "neighbourhood": where, "sex": sex, "age": age,
                                 "persons": persons.get((year, code, sex, age), 0), "tag": "source",
                                 "source": COUNTS + how})
    return rows


def weights():
    """Millionths of the citizens 65+ of 2015 by district, without code 99."""
    persons = counts()
    old = {code: sum(n for (y, c, _, age), n in persons.items() if y == 2015 and c == code and age >= 65)
           for code in district_names()}
    return share_out(1_000_000, old)


def one_year(sex, ages, years, persons):
    """Residents at start and one year later, over ages (below 99) and years."""
    start = sum(n for (y, _, s, a), n in persons.items() if s == sex and y in years and a in ages)
    after = sum(n for (y, _, s, a), n in persons.items() if s == sex and y - 1 in years and a - 1 in ages)
    return start, after


def cohort_change():
    persons, years, rows = counts(), range(2010, 2015), []
    for sex in "FM":
        for low, high in ((55, 59), (60, 64), *BANDS, (95, 98)):
            start, after = one_year(sex, range(low, high + 1), years, persons)
            rows.append({"sex": sex, "age_from": low, "age_to": high, "ratio": f"{after / start:.5f}",
                         "tag": "derived", "source": COHORT})
    return rows


def denmark():
    persons = {}
    for r in read_source("population_folk1a_55plus_single_age.csv"):
        if r["area_code"] == "000":
            persons[int(r["year_jan1"]), "000", SEX[r["sex"]], int(r["age"])] = int(r["persons"])
    return persons


def net_migration():
    here, country, years, rows = counts(), denmark(), range(2010, 2015), []
    for sex in "FM":
        for low, high in BANDS:
            ratio = []
            for persons in (country, here):
                start, after = one_year(sex, range(low, high + 1), years, persons)
                ratio.append(after / start)
            rate = math.log(ratio[0]) - math.log(ratio[1])
            rows.append({"sex": sex, "age_from": low, "age_to": high, "rate_per_year": f"{rate:.6f}",
                         "tag": "derived",
                         "source": "ln(one-year cohort ratio of Denmark) - ln(that of Copenhagen), FOLK1A and "
                                   "Københavns Kommune 2010-2015; positive = leaving; holds the city's higher "
                                   "mortality too"})
        rows.append({"sex": sex, "age_from": 95, "age_to": 120, "rate_per_year": "0.000000", "tag": "assumed",
                     "source": "rule: no migration from 95, too few persons to measure it"})
    return rows


def totals():
    """Official rows by district code ("" = the whole municipality), year and kind."""
    return {(r["bydel_code"], int(r["year_jan1"]), r["kind"].split()[0]): r
            for r in read_source("copenhagen_bydel_65plus_2016_2040.csv")}


def projection():
    rows = []
    for (code, year, kind), r in totals().items():
        if code != "" or (kind == "observed") != (year <= 2026):
            continue
        rows.append({"year": year, "persons_65_79": int(r["persons_65_79"]),
                     "persons_80plus": int(r["persons_80plus"]), "kind": kind, "tag": "source",
                     "source": "Københavns Kommune KKBEF1, 1 January" if kind == "observed"
                               else "Københavns Kommune KKFR2026 (projection of 13 March 2026)"})
    return rows

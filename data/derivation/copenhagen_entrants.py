# SPDX-License-Identifier: MPL-2.0
# Copenhagen: who turns 65 from 2024 on, read backwards from the city's own count and projection of those aged 65-79.
# The last table by single age is of 2015, and the city grows by people moving in, which the model does not have.
import math

from . import copenhagen_people

LAST_YEAR = 2039


def boundary(code, year):
    kind = "observed" if year <= 2026 else "projection"
    return int(copenhagen_people.totals()[code, year, kind]["persons_65_79"])


def entrants(start_rows, start, first_year, survival):
    """Rows of age 64 for every year: as many as bring each district to its 65-79 on the next 1 January."""
    rows = []
    for code in copenhagen_people.district_names():
        district = copenhagen_people.district_id(code)
        mine = [r for r in start_rows if r["neighbourhood"] == district]
        young = {s: sum(r["persons"] for r in mine if r["sex"] == s and r["age"] < 64) for s in "FM"}
        women = young["F"] / sum(young.values())
        years = first_year - start
        now = {(r["sex"], r["age"] + years): r["persons"] * survival.still_there(r["sex"], r["age"], years)
               for r in mine if 65 <= r["age"] + years <= 79}
        carry = 0.0
        for year in range(first_year, LAST_YEAR + 1):
            later = {(s, a + 1): n * survival.still_there(s, a, 1) for (s, a), n in now.items() if a < 79}
            split = {"F": women, "M": 1 - women}
            kept = sum(share * survival.still_there(s, 64, 1) for s, share in split.items())
            wanted = max(0.0, (boundary(code, year + 1) - sum(later.values())) / kept)
            for sex, share in split.items():
                carry += wanted * share
                persons = max(0, math.floor(carry + 0.5))
                carry -= persons
                later[sex, 65] = wanted * share * survival.still_there(sex, 64, 1)
                rows.append({"year": year, "neighbourhood": district, "sex": sex, "age": 64, "persons": persons,
                             "tag": "derived",
                             "source": f"rule: as many as bring the district to its 65-79 of 1 January {year + 1} "
                                       f"({'KKBEF1' if year < 2026 else 'KKFR2026'}); see README"})
            now = later
    return rows

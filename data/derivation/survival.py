# SPDX-License-Identifier: MPL-2.0
# Persons expected years later by the rules of the model: deaths of one life table, leaving by five-year bands, and the
# cohorts that turn 65 carried with cohort change. Only for tables that must give known totals at a later date.
import math


def death_probabilities(lifetable_rows, year):
    """q by sex and age at a year, linear between the years of the table, held at its ends."""
    by_year = {}
    for r in lifetable_rows:
        by_year.setdefault(r["year"], {})[r["sex"], r["age"]] = float(r["q"])
    before = max((y for y in by_year if y <= year), default=min(by_year))
    after = min((y for y in by_year if y >= year), default=max(by_year))
    share = (year - before) / (after - before) if after > before else 0.0
    return {k: q + share * (by_year[after][k] - q) for k, q in by_year[before].items()}


def band(rows, column, sex, age, beyond):
    found = [float(r[column]) for r in rows if r["sex"] == sex and r["age_from"] <= age <= r["age_to"]]
    return found[0] if found else beyond


class Survival:
    def __init__(self, lifetable_rows, year, migration_rows, cohort_rows):
        self._q = death_probabilities(lifetable_rows, year)
        self._migration, self._cohort = migration_rows, cohort_rows

    def _hazard(self, sex, age):
        oldest = max(a for s, a in self._q if s == sex)
        leaving = max(0.0, band(self._migration, "rate_per_year", sex, age, 0.0))  # the model moves nobody in
        return -math.log(1 - min(0.999, self._q[sex, min(age, oldest)])) + leaving

    def still_there(self, sex, age, years):
        """Share of those of a completed age on 1 January who are there so many years later."""
        kept, left = 1.0, years
        while age < 64 and left > 0:
            kept *= band(self._cohort, "ratio", sex, age, 1.0)
            age, left = age + 1, left - 1
        if left == 0:
            return kept
        if age == 64:  # birthdays spread over the first year: half of it is lived at 65
            kept *= math.exp(-0.5 * self._hazard(sex, 65))
            age, left = 65, left - 1
        for n in range(left):
            kept *= math.exp(-0.5 * (self._hazard(sex, age + n) + self._hazard(sex, age + n + 1)))
        return kept

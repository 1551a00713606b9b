# SPDX-License-Identifier: MPL-2.0
# Who lives in Aarhus: population by age and sex, cohort change, migration, projection, life table.
import math

from .tables import read_source

SEX = {"male": "M", "female": "F"}
FOLK1A = "Statistics Denmark FOLK1A, 1 January, Aarhus (751), single ages 55-100"
COHORT = ("one-year cohort change 2014-2020 from FOLK1A, Aarhus (751): resident on the next 1 January over "
          "residents at start")


def folk1a():
    return {(int(r["year_jan1"]), SEX[r["sex"]], int(r["age"])): int(r["persons"])
            for r in read_source("population_folk1a_55plus_single_age.csv") if r["area_code"] == "751"}


def oldest(persons):
    """Persons aged 101 and over by year and sex: official totals minus FOLK1A, split as in 2015."""
    by_sex_2015 = {"F": 0, "M": 0}
    for row in read_source("aarhus_population_2015_65plus_kommune.csv"):
        if row["age_group"] == "100+":
            by_sex_2015 = {"F": int(row["women"]) - persons[2015, "F", 100],
                           "M": int(row["men"]) - persons[2015, "M", 100]}
    both_2015 = by_sex_2015["F"] + by_sex_2015["M"]
    result = {(2015, s): n for s, n in by_sex_2015.items()}
    for row in read_source("municipality_65plus_2016_2040.csv"):
        year = int(row["year_jan1"])
        if row["area_code"] != "751" or row["kind"] != "observed" or year > 2020:
            continue
        known = sum(persons[year, s, age] for s in "FM" for age in range(80, 101))
        missing = int(row["persons_80plus"]) - known
        women = round(missing * by_sex_2015["F"] / both_2015)
        result[year, "F"], result[year, "M"] = women, missing - women
    return result


def population():
    persons = folk1a()
    over_100 = oldest(persons)
    rows = []
    for year in (2008, 2014, *range(2015, 2021)):  # 2008 and 2014: to try the model on years nobody fitted
        for sex in "FM":
            for age in range(55, 101):
                rows.append({"year": year, "neighbourhood": "all", "sex": sex, "age": age,
                             "persons": persons[year, sex, age], "tag": "source", "source": FOLK1A})
            if year < 2015:
                continue  # how many are over 100 is not known
            how = ("100+ in Aarhus Kommune, Statistiske informationer, July 2015, minus age 100 in FOLK1A" if year == 2015
                   else "80+ in the municipality's official total minus FOLK1A 80-100, split by sex as in 2015 "
                        "(35 women, 2 men)")
            rows.append({"year": year, "neighbourhood": "all", "sex": sex, "age": 101, "persons": over_100[year, sex],
                         "tag": "derived", "source": "age 101 means 101 and over: " + how})
    return rows


def cohort_change():
    persons = folk1a()
    rows = []
    for sex in "FM":
        ages, years = range(55, 60), range(2014, 2020)
        start = sum(persons[y, sex, a] for y in years for a in ages)
        after = sum(persons[y + 1, sex, a + 1] for y in years for a in ages)
        rows.append({"sex": sex, "age_from": 55, "age_to": 59, "ratio": f"{after / start:.5f}", "tag": "derived",
                     "source": COHORT})
        for r in read_source("population_cohort_change_derived_2014_2020.csv"):
            if r["area"] == "Aarhus" and SEX[r["sex"]] == sex:
                low, high = r["age_group_at_start"].split("-")
                rows.append({"sex": sex, "age_from": int(low), "age_to": int(high), "ratio": r["one_year_ratio"],
                             "tag": "derived", "source": COHORT})
    return rows


def net_migration():
    counts = {(r["area"], SEX[r["sex"]], r["age_group_at_start"]):
              int(r["alive_and_resident_next_jan1"]) / int(r["person_years_at_start"])
              for r in read_source("population_cohort_change_derived_2014_2020.csv")}
    rows = []
    for sex in "FM":
        for low in range(65, 95, 5):
            group = f"{low}-{low + 4}"
            rate = math.log(counts["Denmark", sex, group]) - math.log(counts["Aarhus", sex, group])
            rows.append({"sex": sex, "age_from": low, "age_to": low + 4, "rate_per_year": f"{rate:.6f}",
                         "tag": "derived", "source": "ln(one-year cohort ratio of Denmark) - ln(that of Aarhus), FOLK1A 2014-2020; "
                                   "positive = "
                                   "leaving; holds local mortality differences too"})
        rows.append({"sex": sex, "age_from": 95, "age_to": 120, "rate_per_year": "0.000000", "tag": "assumed",
                     "source": "rule: no migration from 95, too few persons to measure it"})
    return rows


def projection():
    rows = []
    for r in read_source("municipality_65plus_2016_2040.csv"):
        year = int(r["year_jan1"])
        observed = r["kind"] == "observed"
        if r["area_code"] != "751" or observed != (year <= 2026):
            continue
        rows.append({"year": year, "persons_65_79": int(r["persons_65_79"]),
                     "persons_80plus": int(r["persons_80plus"]),
                     "kind": "observed" if observed else "projection", "tag": "source",
                     "source": "Statistics Denmark FOLK1A, 1 January" if observed
                               else "Statistics Denmark FRKM126 (projection of June 2026)"})
    return rows


def five_years(first):
    """HMD death probabilities of five calendar years by sex and age."""
    hmd = {}
    for r in read_source("mortality_qx_hmd_denmark_2005_2014.csv"):
        if first <= int(r["year"]) <= first + 4:
            hmd.setdefault((SEX[r["sex"]], int(r["age"])), []).append(float(r["qx"]))
    return hmd


def lifetable(earlier=True):
    hmd = five_years(2010)
    later = {(SEX[r["sex"]], int(r["age"])): r for r in read_source("mortality_qx_derived_2020_2025.csv")}
    rows = []
    before = five_years(2005)
    for sex, age in ((s, a) for s in "FM" for a in range(60, 110) if earlier):
        rows.append({"year": 2007, "sex": sex, "age": age, "q": f"{sum(before[sex, age]) / 5:.6f}", "tag": "derived",
                     "source": "mean of 2005-2009, Human Mortality Database Denmark 1x1 (CC BY 4.0)"})
    for sex in "FM":
        for age in range(60, 110):
            rows.append({"year": 2012, "sex": sex, "age": age, "q": f"{sum(hmd[sex, age]) / 5:.6f}", "tag": "derived",
                         "source": "mean of 2010-2014, Human Mortality Database Denmark 1x1 (CC BY 4.0)"})
    for sex in "FM":
        ratio = float(later[sex, 105]["wpp_ratio_2020_25_over_2010_15"])
        for age in range(60, 110):
            if (sex, age) in later:
                q, how = float(later[sex, age]["qx_derived_2020_2025"]), ""
            else:
                q, how = sum(hmd[sex, age]) / 5 * ratio, "; ages 106-109 with the ratio of age 105"
            rows.append({"year": 2022, "sex": sex, "age": age, "q": f"{q:.6f}", "tag": "derived",
                         "source": "HMD mean 2010-2014 times the ratio 2020-2025 over 2010-2015 of UN WPP 2024 "
                                   "(CC BY 3.0 IGO)" + how})
    return rows

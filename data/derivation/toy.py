# SPDX-License-Identifier: MPL-2.0
# Toy town: 500 citizens 65+, two neighbourhoods, two houses; every figure assumed, small enough to check by hand.
from . import money, people
from .outlines import rows_of_ring
from .tables import share_out, table_text

RULE = "toy town: round numbers chosen for hand calculation"
SIZE = 500
YEARLY_RATIO = 0.99


def population_table():
    """A town that stays as it is: 275 women and 225 men of 65 and over, spread as the survivors of the life table."""
    q = {(r["year"], r["sex"], r["age"]): float(r["q"]) for r in people.lifetable(earlier=False)}
    rows = []
    for sex, total in (("F", 275), ("M", 225)):
        alive, at_65 = {}, 1.0
        for age in range(65, 101):
            alive[age] = at_65
            at_65 *= 1 - sum(q[year, sex, a] for year in (2012, 2022) for a in (age, age + 1)) / 4
        old = share_out(total, alive)
        young = {age: round(total / sum(alive.values()) / YEARLY_RATIO ** (65 - age)) for age in range(55, 65)}
        rows += [(sex, age, n) for age, n in {**young, **old}.items()]
    return rows


def assumed(**columns):
    return dict(columns, tag="assumed", source=RULE)


def centre(key, ident, name, kind, neighbourhood, x, y):
    return assumed(key=key, id=ident, name=name, kind=kind, area="byen", neighbourhood=neighbourhood, x_m=x, y_m=y,
                   same_roof_as="", nursing_home_side="no", position="assumed", existence="assumed")


def tables(headers):
    people_rows = population_table()
    young_old = sum(n for _, age, n in people_rows if 65 <= age <= 79)
    old_old = SIZE - young_old
    rows = {
        "neighbourhoods.csv": [
            assumed(key=1, id="norrevang", name="Nørrevang", x_m=570000, y_m=6222000, radius_m=800, weight="0.6",
                ring_road="inside"),
            assumed(key=2, id="sondervang", name="Søndervang", x_m=570000, y_m=6219000, radius_m=800, weight="0.4",
                ring_road="outside")],
        "population.csv": [assumed(year=year, neighbourhood="all", sex=sex, age=age, persons=n)
                           for year in (2015, 2020) for sex, age, n in people_rows],
        "cohort_change.csv": [assumed(sex=sex, age_from=55, age_to=64, ratio=f"{YEARLY_RATIO:.2f}") for sex in "FM"],
        "net_migration.csv": [assumed(sex=sex, age_from=65, age_to=120, rate_per_year="0") for sex in "FM"],
        "projection.csv": [assumed(year=year, persons_65_79=young_old, persons_80plus=old_old,
                                   kind="observed" if year <= 2026 else "projection") for year in range(2016, 2041)],
        "lifetable.csv": people.lifetable(earlier=False),
        "organisation.csv": [
            assumed(model="areas_1", key=1000, unit="legeby", name="Legeby Kommune", level="municipality",
                parent="", leaders=0),
            assumed(model="areas_1", key=1, unit="byen", name="Byen", level="area", parent="legeby", leaders=1),
            assumed(model="districts_1", key=1000, unit="legeby", name="Legeby Kommune", level="municipality",
                parent="", leaders=0),
            assumed(model="districts_1", key=101, unit="distrikt-byen", name="Distrikt Byen", level="district",
                parent="legeby", leaders=1),
            assumed(model="districts_1", key=1, unit="byen", name="Byen", level="area", parent="distrikt-byen",
                leaders=0)],
        "centres.csv": [centre(1, "lc-norrevang", "Lokalcenter Nørrevang", "lokalcenter", "norrevang", 570300,
        6222000),
                        centre(201, "dc-byen", "Dagcenter Byen", "dagcenter", "sondervang", 570000, 6219300)],
        "offers.csv": [assumed(centre=c, offer=o, places=n) for c, o, n in (
            ("lc-norrevang", "klub", 16), ("dc-byen", "klub", 12), ("dc-byen", "forebyggende", 3),
            ("dc-byen", "vedligeholdende_center", 3), ("dc-byen", "vedligeholdende_hjem", 1))],
        "offers-forebyggende-lokalcentre.csv": [assumed(centre=c, offer=o, places=n) for c, o, n in (
            ("lc-norrevang", "klub", 16), ("dc-byen", "klub", 12), ("lc-norrevang", "forebyggende", 3),
            ("dc-byen", "vedligeholdende_center", 3), ("dc-byen", "vedligeholdende_hjem", 1))],
        "volunteers.csv": [assumed(centre="lc-norrevang", volunteers=18, other_task_hours=14),
                           assumed(centre="dc-byen", volunteers=12, other_task_hours=10)],
        "services.csv": money.services(),
        "outlines.csv": square("norrevang", 570000, 6222000) + square("sondervang", 570000, 6219000),
        "facts.csv": [assumed(id="citizens.65plus", label_da="Borgere på 65 år og derover",
        label_en="Citizens aged 65 and over",
                              value=SIZE, unit="persons")],
        "targets.csv": [
            assumed(id="reach.klub", label_da="Andel i klub", label_en="Share in a club", target="0.15", low="0.10",
                high="0.30",
                    unit="share", role="calibrate"),
            assumed(id="utilisation.forebyggende", label_da="Udnyttelse, forebyggende",
                label_en="Utilisation, preventive",
                    target="0.90", low="0.85", high="0.95", unit="share", role="calibrate"),
            assumed(id="utilisation.vedligeholdende_center", label_da="Udnyttelse, vedligeholdende i center",
                    label_en="Utilisation, maintaining in a centre", target="0.90", low="0.85", high="0.95",
                    unit="share",
                    role="calibrate"),
            assumed(id="volunteers.stock", label_da="Frivillige", label_en="Volunteers", target="30", low="28",
                high="32",
                    unit="persons", role="calibrate")],
    }
    return {name: table_text(headers[name], table) for name, table in rows.items()}


def square(ident, x, y):
    """800 m to each side of the middle."""
    corners = [(x + 800 * sx, y + 800 * sy) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return rows_of_ring(ident, 0, corners, "assumed", RULE)

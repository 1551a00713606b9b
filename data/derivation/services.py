# SPDX-License-Identifier: MPL-2.0
# What the houses hold: places per offer, volunteers and the hours they are wanted for.
from .tables import share_out

CITIZENS = 51348            # FOLK1A 1 January 2020, ages 65-100
PLACES_PER_CITIZEN = 674 / 70387   # Copenhagen 2024: places in activity centres over citizens 65+
CLUB_REACH, CLUB_SESSIONS, CLUB_USE = 0.15, 1.6, 0.875
SEATS_PER_PLACE = 5
HOME_COURSES_PER_1000, CITIZENS_PER_HOME_PLACE = 1.5, 2.5
CLUB_FLOOR = 20
VOLUNTEERS, VOLUNTEER_FLOOR, HOURS_EACH, CLUB_HOURS, LOAD = 2850, 20, 2.0, 0.25, 0.9

def copenhagen(citizens):
    return ("rule: Copenhagen 2024 has 674 places per 70,387 citizens 65+ (Sundheds- og Omsorgsudvalget 14 Nov "
            "2024; FOLK1A), "
            f"times {citizens:,} = {round(PLACES_PER_CITIZEN * citizens)} places, half forebyggende and half "
            "vedligeholdende_center")


def club_attendances(citizens=CITIZENS):
    return CLUB_REACH * citizens * CLUB_SESSIONS


def total_places(citizens=CITIZENS):
    both = round(PLACES_PER_CITIZEN * citizens)
    return {"klub": round(club_attendances(citizens) / CLUB_USE / SEATS_PER_PLACE), "forebyggende": both // 2,
            "vedligeholdende_center": both - both // 2,
            "vedligeholdende_hjem": round(HOME_COURSES_PER_1000 * citizens / 1000 / CITIZENS_PER_HOME_PLACE)}


def house_weights(geo, centre_rows, kinds):
    """Voters behind each house: those of its community shared equally; a community without a house goes to the nearest."""
    houses = [r for r in centre_rows if r["kind"] in kinds]
    weights = {r["id"]: 0.0 for r in houses}
    for code, voters in geo.voters_by_community().items():
        own = [r for r in houses if r["neighbourhood"] == geo.community_id(code)]
        if not own:
            x, y = geo.centre_of(code)
            own = [min(houses, key=lambda r: ((r["x_m"] - x) ** 2 + (r["y_m"] - y) ** 2, r["key"]))]
        for r in own:
            weights[r["id"]] += voters / len(own)
    return weights


def offers(geo, centre_rows, preventive_in_local_centres=False, citizens=CITIZENS, day_centre_voters=None):
    """`day_centre_voters`: voters behind each day centre, where they are not one an area."""
    places = total_places(citizens)
    rows, rule = [], copenhagen(citizens)

    def add(spread, offer, source):
        for centre, n in spread.items():
            rows.append({"centre": centre, "offer": offer, "places": n, "tag": "assumed", "source": source})

    houses = house_weights(geo, centre_rows, ("lokalcenter", "frivillighus"))
    add(share_out(places["klub"], houses, CLUB_FLOOR), "klub",
        f"rule: 15 % of {citizens:,} citizens with 1.6 sessions a week fill 87.5 % of the seats (5 a week per place): "
        f"{places['klub']} places; 20 to each of the {len(houses)} houses, the rest by the voters behind it")
    areas = day_centre_voters or {f"dc-{area}": voters for area, voters in geo.voters_by_area().items()}
    by_area = "; to the day centres by the eligible voters 2017 of their areas, largest remainder"
    if preventive_in_local_centres:
        local = house_weights(geo, centre_rows, ("lokalcenter",))
        add(share_out(places["forebyggende"], local, 2), "forebyggende",
            rule + "; variant: in the local centres, 2 to each, the rest by the voters behind it")
    else:
        add(share_out(places["forebyggende"], areas), "forebyggende", rule + by_area)
    add(share_out(places["vedligeholdende_center"], areas), "vedligeholdende_center", rule + by_area)
    add(share_out(places["vedligeholdende_hjem"], areas), "vedligeholdende_hjem",
        "rule: 1.5 courses at a time per 1,000 citizens 65+; a place = 5 home visits a week = 2.5 citizens at 2 "
        "sessions: "
        f"{places['vedligeholdende_hjem']} places" + by_area)
    return rows


def volunteers(offer_rows, citizens=CITIZENS):
    club = {r["centre"]: r["places"] for r in offer_rows if r["offer"] == "klub"}
    persons = share_out(VOLUNTEERS, club, VOLUNTEER_FLOOR)
    club_hours = CLUB_HOURS * club_attendances(citizens)
    other = round(LOAD * VOLUNTEERS * HOURS_EACH - club_hours)
    hours = share_out(other, persons)
    return [{"centre": centre, "volunteers": persons[centre], "other_task_hours": hours[centre], "tag": "assumed",
             "source": "rule: 2,850 volunteers (2,700 in S1-04, about 3,000 in S4-10), 20 to each of the "
                       f"{len(club)} houses, the rest by club "
                       f"places; other hours: demand is 0.9 of 2 h per volunteer, less 0.25 h for each of "
                       f"{round(club_attendances(citizens))} club attendances a week = {other} h, by volunteers"}
            for centre in club]


def bridges(organisation_rows):
    """Hours a week of bridge-builders: how many there are stands in the sources, what they have for bridges is assumed."""
    areas = [row["unit"] for row in organisation_rows if row["model"] == "areas_7" and row["level"] == "area"]
    staff = [("volunteer_consultant", "konsulent", 5, "S1-09, S4-17: 7 volunteer consultants, one in each area"),
             ("prevention_consultant", "forebyggelse", 2, "S4-19: prevention consultants in all areas; one each assumed"),
             ("experience_worker", "oplevelse", 0.5, "S1-10, S4-18: 7 local experience workers, mostly at nursing homes")]
    rows = [(kind, f"{name}-{area}", area, hours, source) for kind, name, hours, source in staff for area in areas]
    rows.append(("experience_worker", "oplevelse-flyvende", "", 1, "S1-10: 4 flying experience workers, mostly at nursing homes"))
    rows.append(("genlyd", "genlyd", "", 8, "S4-23: GENLYD helps with the first contact"))
    return [{"key": key, "id": row_id, "kind": kind, "area": area, "hours_per_week": hours, "from": "", "tag": "assumed",
             "source": f"{source}; hours a week for bridges assumed"}
            for key, (kind, row_id, area, hours, source) in enumerate(rows, start=1)]


FORMAL, INFORMAL = 50, 200  # agreements: S1-07 (45 with 35 partners in 2025, S2-17), S2-18
FORMAL_PARTNERS = ("association", "association", "organisation", "institution")
INFORMAL_PARTNERS = ("school", "church", "association", "day-care", "business")


def agreements(centre_rows):
    """Formal ones hold for an area, informal ones for a house, both dealt out in turn."""
    areas = sorted({r["area"] for r in centre_rows})
    with_volunteers = [r["id"] for r in centre_rows if r["kind"] != "dagcenter"]
    rows = []
    for n in range(FORMAL):
        rows.append({"key": n + 1, "id": f"formal-{n + 1}", "partner": FORMAL_PARTNERS[n % len(FORMAL_PARTNERS)],
                     "kind": "formal", "centre": "", "area": areas[n % len(areas)], "hours": "1", "rooms": "2",
                     "start": "2015-01-01", "tag": "assumed",
                     "source": "about 50 formal agreements (S1-07; 45 with 35 partners in 2025, S2-17); rule: areas in "
                               "turn, 1 volunteer hour and 2 room hours a week"})
    for n in range(INFORMAL):
        rows.append({"key": 1001 + n, "id": f"informal-{n + 1}", "partner": INFORMAL_PARTNERS[n % len(INFORMAL_PARTNERS)],
                     "kind": "informal", "centre": with_volunteers[n % len(with_volunteers)], "area": "", "hours": "0.25",
                     "rooms": "1", "start": "2015-01-01", "tag": "assumed",
                     "source": "about 200 informal agreements with schools, churches, day care and few businesses "
                               "(S2-18); rule: houses in turn, a quarter of an hour and 1 room hour a week"})
    return rows

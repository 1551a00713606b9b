# SPDX-License-Identifier: MPL-2.0
# The houses: 37 local centres, 4 volunteer houses, 7 day centres, known ones from the venue lists, the rest by rule.
from .geography import AREA_NAMES, AREA_RULE, distance, utm32
from .tables import ascii_id

LOCAL_CENTRES = 37
MINIMUM_GAP_M = 600
SMALLEST_SHARE = 0.01  # a community with fewer of the voters gets no house of its own

FOUND = "aarhus_venues_found.csv"
ADDED = "aarhus_venues_added.csv"


def known_local_centres(geo):
    """(id suffix, name, point, kind of position, nursing home at its side, where the name and the point come from)."""
    def at(lat, lon):
        return utm32(lat, lon)

    boulevard = [sum(pair) / 2 for pair in zip(at(56.14192, 10.18542), at(56.14162, 10.20305))]
    return [
        ("dalgas", "Lokalcenter Dalgas", at(56.14162, 10.20305), "approximate", "",
         f"{FOUND}, {ADDED}: bus stop Dalgas Avenue/Marselis Boulevard"),
        ("marselis", "Lokalcenter Marselis", boulevard, "assumed", "",
         f"{FOUND}: Marselis Boulevard 94 A, certainty low-medium; point assumed half-way between two bus stops "
         f"at the boulevard"),
        ("ankersgade", "Folkehuset Ankersgade", geo.polling_place("751002"), "approximate", "",
         f"{FOUND}, {ADDED}: Ankersgade 21, formerly Lokalcenter Frederiksbjerg/Langenæs; point: its polling "
         f"place of 2017, approx."),
        ("rosenvang", "Lokalcenter Rosenvang", at(56.131271, 10.183323), "approximate", "",
         f"{FOUND}, {ADDED}: Rosenvangs Allé 76; point: the neighbouring school"),
        ("abildgaarden", "Lokalcenter Abildgården", geo.polling_place("751042"), "approximate", "",
         f"{FOUND}: Skovvangsvej 99, bulletin of 2015; point: Skovvangskolen nearby"),
        ("trojborg", "Lokalcenter Trøjborg", at(56.16655, 10.21361), "approximate", "",
         f"{FOUND}, {ADDED}: Kirkegårdsvej 53; point: bus stop Kirkegårdsvej"),
        ("bjerggaarden", "Lokalcenter Bjerggården", geo.district("05.80"), "assumed",
            "named with a nursing home (plejehjem/lokalcenter)",
         f"{FOUND}: bulletin of 2015, certainty low; point assumed: statistical district Christiansbjerg"),
        ("fuglebakken", "Lokalcenter Fuglebakken", at(56.16604, 10.18531), "known", "",
         f"{FOUND}, {ADDED}: OpenStreetMap (ODbL)"),
        ("vejlby", "Lokalcenter Vejlby", at(56.19431, 10.21796), "known", "",
            f"{FOUND}, {ADDED}: OpenStreetMap (ODbL)"),
        ("skodstrup", "Folkehuset Skødstrup", at(56.271534, 10.308426), "approximate", "",
         f"{FOUND}, {ADDED}: point: Skødstrup Skole, same street"),
        ("skejby", "Folkehus Skejby", geo.district("05.21"), "assumed", "",
         f"{FOUND}; may be the same house as Skelager (not confirmed); point assumed: statistical district Skejby"),
        ("mollestien", "Folkehuset Møllestien", at(56.15744, 10.20313), "known", "",
         f"{FOUND}, {ADDED}: OpenStreetMap (ODbL), café taken to be that of the house"),
        ("viby", "Folkehuset Viby", geo.district("02.30"), "assumed", "",
         f"{FOUND}; point assumed: statistical district Viby Torv"),
        ("toftegaarden", "Folkehus Toftegården", geo.district("05.30"), "assumed", "",
         f"{FOUND}: postal code assumed; point assumed: statistical district Nørrevangen/Vorrevangen"),
        ("gellerup", "Folkehuset Gellerup", geo.district("06.32"), "approximate", "",
         f"{FOUND}: Gudrunsvej 80; point: statistical district Gellerup"),
        ("brabrand", "Folkehuset Brabrand", geo.polling_place("751024"), "assumed", "",
         f"{FOUND} (Søcafeen); point assumed: the polling place in Brabrand"),
        ("kolt-hasselager", "Folkehuset Kolt-Hasselager", geo.polling_place("751018"), "assumed", "",
         f"{FOUND}; point assumed: the polling place in Hasselager"),
        ("holme", "Holme Lokalcenter", geo.district("02.70"), "assumed", "",
         f"{FOUND}; point assumed: statistical district Holme"),
        ("horgaarden", "Lokalcenter Hørgården", at(56.19485, 10.23854), "approximate", "named with a nursing home",
         f"{ADDED}: Hørgårdsvej 17; point: bus stop Hørgårdsvej/Vestre Strandallé"),
        ("tranbjerg", "Lokalcenter Tranbjerg", at(56.09267, 10.13697), "known", "", f"{ADDED}: OpenStreetMap (ODbL)"),
        ("skelager", "Lokalcenter Skelager", at(56.19296, 10.19403), "known", "",
         f"{ADDED}: OpenStreetMap (ODbL); may be today's Folkehus Skejby (not confirmed)"),
        ("eskegaarden", "Lokalcenter Eskegården", geo.polling_place("751009"), "assumed", "",
         f"{ADDED}: certain to 2006, later not confirmed; point assumed: the polling place in Beder"),
        ("trige", "Folkehuset Trige", at(56.25243, 10.14431), "known", "",
         f"{ADDED}: OpenStreetMap (ODbL), formerly Bjørnshøjcentret"),
    ]


def volunteer_houses(geo):
    return [
        ("folkestedet", "Folkestedet (Carl Blochs Gade)", geo.district("01.60"), "approximate", "", "known",
         f"{FOUND}: Carl Blochs Gade 28, folkehus and frivillighus, counted here once; point: statistical "
         f"district Ceresbyen/Godsbanen"),
        ("trojborg", "Huset Trøjborg", utm32(56.16655, 10.21361), "approximate", "lc-trojborg", "known",
         f"{FOUND}, {ADDED}: same address as the local centre"),
        ("fristedet-skaering", "Fristedet Skæring", geo.polling_place("751050"), "assumed", "", "known",
         f"{FOUND}; point assumed: the polling place in Skæring"),
        ("klostergade", "KlostergadeCentret (ikke bekræftet som frivillighus)", utm32(56.15849, 10.2057),
            "approximate", "", "assumed",
         f"{FOUND}, {ADDED}: an independent seniors' house; that it is the fourth volunteer house is assumed, not "
         f"confirmed; "
         "point: bus stop Klostertorvet"),
    ]


def day_centres(geo):
    """One per area in 2021 (stated by the municipality); three with a named house, the rest placed by rule."""
    voters = {}
    for place in geo.polling:
        if place["point"]:
            voters.setdefault(geo.area_of(place["point"]), []).append(place)

    def middle_of(area):
        total = sum(p["voters"] for p in voters[area])
        return [sum(p["voters"] * p["point"][i] for p in voters[area]) / total for i in (0, 1)]

    listed = f"{FOUND}: the municipality's page on day centres"
    return {
        "nord": ("Dagcenter Nord (Trige)", utm32(56.25243, 10.14431), "approximate", "",
                 f"{listed}, Dagcenter Trige; point: Folkehuset Trige in the same village"),
        "vest": ("Dagcenter Vest", middle_of("vest"), "assumed", "",
                 "named as merged with Christiansbjerg in spring 2022; point assumed: voter-weighted middle of "
                 "the area's polling places"),
        "christiansbjerg": ("Dagcenter Christiansbjerg", middle_of("christiansbjerg"), "assumed", "",
                            "named as merged with Vest in spring 2022; point assumed: voter-weighted middle of "
                            "the area's polling places"),
        "midt": ("Dagcenter Midt (Møllestien)", utm32(56.15744, 10.20313), "known", "lc-mollestien",
                 f"{listed}, in Møllestien"),
        "marselis": ("Dagcenter Marselis (Marselisborgcentret)", utm32(56.14192, 10.18542), "approximate", "",
                     f"{listed}; {ADDED}: bus stop MarselisborgCentret"),
        "viby-hojbjerg": ("Dagcenter Viby-Højbjerg (Skåde)", geo.district("02.50"), "approximate", "",
                          f"{listed}, Skåde; point: statistical district Højbjerg/Skåde"),
        "syd": ("Dagcenter Syd (Kolt-Hasselager)", geo.polling_place("751018"), "approximate", "",
                f"{listed}, Kolt-Hasselager; point: the polling place in Hasselager"),
    }


def place_assumed(geo, taken):
    """Points for the local centres nobody has named, one at a time, where most voters share a house or have none."""
    voters = geo.voters_by_community()
    everybody = sum(voters.values())
    houses = {code: sum(1 for p in taken if geo.community_of(p) == code) for code in voters}

    def need(code):
        if houses[code]:
            return (0, voters[code] / houses[code])
        return (1 if voters[code] >= SMALLEST_SHARE * everybody else -1, voters[code])

    while True:
        for code in sorted(voters, key=need, reverse=True):
            found = free_point(geo, code, taken)
            if found:
                break
        point, how = found
        taken.append(point)
        houses[code] += 1
        yield point, how


def free_point(geo, code, taken):
    places = sorted((p for p in geo.polling if p["lokalsamfund_code"] == code and p["point"]),
                    key=lambda p: (-p["voters"], p["polling_place_id"]))
    districts = sorted((d for d in geo.districts if d["lokalsamfund_code"] == code),
                       key=lambda d: (float(d["area_km2"]), d["code"]))
    candidates = ([(p["point"], f"polling place {p['name']}") for p in places] +
                  [(d["point"], f"statistical district {d['name']}") for d in districts])
    for point, how in candidates:
        if all(distance(point, other) >= MINIMUM_GAP_M for other in taken):
            return point, how
    return None


def row_of(geo, key, ident, name, kind, area, point, roof, nursing_home, position, existence, tag, source):
    return {"key": key, "id": ident, "name": name, "kind": kind, "area": area,
            "neighbourhood": geo.community_id(geo.community_of(point)), "x_m": round(point[0]),
            "y_m": round(point[1]), "same_roof_as": roof, "nursing_home_side": nursing_home, "position": position, "existence": existence,
            "tag": tag, "source": source}


def centres(geo):
    rows, taken = [], []
    beside = "nursing home at its side: "
    for key, (suffix, name, point, position, home, source) in enumerate(known_local_centres(geo), start=1):
        taken.append(tuple(point))
        side = beside + (home if home else "assumed no (no source says so)")
        rows.append(row_of(geo, key, "lc-" + suffix, name, "lokalcenter", geo.area_of(point), point, "",
                           "yes" if home else "no", position, "known",
                           "assumed" if position == "assumed" else "derived",
                           f"{source}; {side}; {AREA_RULE}"))
    houses = volunteer_houses(geo)
    taken += [tuple(house[2]) for house in houses]
    spare = place_assumed(geo, list(dict.fromkeys(taken)))
    for number in range(1, LOCAL_CENTRES - len(rows) + 1):
        point, how = next(spare)
        rows.append(row_of(geo, len(rows) + 1, f"lc-antaget-{number:02d}", f"Antaget hus {number}", "lokalcenter",
                           geo.area_of(point), point, "", "no", "assumed", "assumed", "assumed",
                           "rule: the local centres nobody has named (37 in all, S0-03) go one by one to the "
                           "largest community without "
                           "a house (if it has 1 % of the voters), then to the one with most voters per house; at "
                           "the first of its "
                           "polling places (most voters first) and statistical districts (smallest first) that is "
                           "600 m from "
                           f"every house; point: {how}; "
                           f"nursing home at its side: assumed no; {AREA_RULE}"))
    for offset, (suffix, name, point, position, roof, existence, source) in enumerate(houses):
        rows.append(row_of(geo, 101 + offset, "fh-" + suffix, name, "frivillighus", geo.area_of(point), point, roof,
                           "no",
                           position, existence, "assumed" if "assumed" in (position, existence) else "derived",
                           f"{source}; nursing home at its side: assumed no; {AREA_RULE}"))
    for offset, area in enumerate(AREA_NAMES):
        name, point, position, roof, source = day_centres(geo)[area]
        rows.append(row_of(geo, 201 + offset, f"dc-{area}", name, "dagcenter", area, point, roof, "no", position,
                           "known",
                           "assumed" if position == "assumed" else "derived",
                           f"{source}; one per area in 2021 (aarhus.dk, Dagcentre: organisering); "
                           "nursing home at its side: assumed no"))
    if len({row["id"] for row in rows}) != len(rows) or any(ascii_id(row["id"]) != row["id"] for row in rows):
        raise ValueError("centre ids must be unique and ascii")
    return rows


def organisation():
    named = "aarhus.dk pages on day centres, leaflets and consultation replies: seven areas named"
    rows = []

    def add(model, key, unit, name, level, parent, leaders, tag, source):
        rows.append({"model": model, "key": key, "unit": unit, "name": name, "level": level, "parent": parent,
                     "leaders": leaders, "tag": tag, "source": source})

    for model in ("areas_7", "districts_3", "districts_3_vest_midt"):
        add(model, 1000, "aarhus", "Aarhus Kommune", "municipality", "", 0, "source", "root of the organisation")
        if model != "areas_7":
            for key, (unit, name, evidence) in enumerate((
                    ("distrikt-nord", "Distrikt Nord", "inferred from the day centre plan and one hearing meeting "
                                                       "per district"),
                    ("distrikt-midt", "Distrikt Midt", "consultation reply 16358 says Distrikt Midt"),
                    ("distrikt-syd", "Distrikt Syd", "inferred from the day centre plan and one hearing meeting "
                                                     "per district")),
                    start=101):
                add(model, key, unit, name, "district", "aarhus", 1, "source" if key == 102 else "derived",
                    f"S0-23, S0-25: three service units and three administrative leaders; name: {evidence}")
        for key, (unit, name) in enumerate(AREA_NAMES.items(), start=1):
            if model == "areas_7":
                add(model, key, unit, name, "area", "aarhus", 1, "derived",
                    f"{named}; one leader per area assumed from S0-01 and S4-17 (one consultant in each area)")
            else:
                parent, why = (VEST_WITH_MIDT if unit == "vest" and model.endswith("vest_midt")
                               else DISTRICT_OF_AREA[unit])
                add(model, key, unit, name, "area", parent, 0, "assumed", why)
    return rows


DISTRICT_OF_AREA = {
    "nord": ("distrikt-nord", "rule: by name"),
    "vest": ("distrikt-nord", "rule: the day centres of Vest and Christiansbjerg merged in spring 2022 and the "
                              "municipality lists the house under Nord"),
    "christiansbjerg": ("distrikt-nord", "rule: the day centres of Vest and Christiansbjerg merged in spring 2022 "
                                         "and the municipality lists the house under Nord"),
    "midt": ("distrikt-midt", "rule: by name"),
    "marselis": ("distrikt-midt", "rule: the inner city south of the railway goes with Midt"),
    "viby-hojbjerg": ("distrikt-syd", "rule: the southern part of the municipality"),
    "syd": ("distrikt-syd", "rule: by name"),
}

# The variant makes the districts more even: 15, 17 and 9 of the 41 houses with volunteers instead of 24, 8 and 9.
VEST_WITH_MIDT = ("distrikt-midt", "rule: variant with districts of more even size, Vest goes with Midt")

# SPDX-License-Identifier: MPL-2.0
# Where things are: latitude and longitude to UTM 32, the 24 communities, and which of the 7 areas a point belongs to.
import json
import math
import os

from .tables import SOURCES, ascii_id, read_source, share_out

AREA_NAMES = {"nord": "Nord", "vest": "Vest", "christiansbjerg": "Christiansbjerg", "midt": "Midt",
              "marselis": "Marselis", "viby-hojbjerg": "Viby-Højbjerg", "syd": "Syd"}

INSIDE_RING_ROAD = {"01", "11", "12", "13", "14", "15", "16"}

# Assumed: no list of which streets belong to which area was found. First the community as a whole ...
AREA_OF_COMMUNITY = {
    "01": "midt", "11": "viby-hojbjerg", "12": "viby-hojbjerg", "13": "vest", "14": "christiansbjerg",
    "15": "christiansbjerg", "16": "vest", "21": "syd", "22": "syd", "23": "syd", "24": "vest", "25": "vest",
    "26": "nord", "27": "nord", "28": "nord", "31": "syd", "32": "syd", "33": "syd", "34": "vest", "35": "vest",
    "36": "nord", "37": "nord", "38": "nord", "39": "nord"}
# ... then the statistical districts that the names of houses point elsewhere for.
AREA_OF_DISTRICT = {
    "00.12": "marselis", "01.80": "marselis", "01.90": "marselis", "02.00": "marselis", "02.10": "marselis",
    "02.20": "marselis", "01.00": "christiansbjerg", "01.10": "christiansbjerg", "03.10": "midt", "03.21": "midt"}

AREA_RULE = ("rule: area by the statistical district whose centroid is nearest (Marselis: Frederiksbjerg, Langenæs, "
             "Fredensvang, Marselis, Marselisborg; Christiansbjerg also Trøjborg; Midt also Fuglebakken and "
             "Haslevangen/Frydenlund), else by the community; see README")


def utm32(lat, lon):
    """ETRS89 latitude and longitude in degrees to UTM zone 32 in metres (Krüger series, sixth order)."""
    a, f = 6378137.0, 1 / 298.257222101
    n = f / (2 - f)
    radius = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alpha = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    phi, lam = math.radians(lat), math.radians(lon - 9.0)
    e = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.atanh(math.sin(lam) / math.sqrt(1 + t * t))
    east, north = eta, xi
    for j, c in enumerate(alpha, start=1):
        east += c * math.cos(2 * j * xi) * math.sinh(2 * j * eta)
        north += c * math.sin(2 * j * xi) * math.cosh(2 * j * eta)
    return 500000 + 0.9996 * radius * east, 0.9996 * radius * north


def distance(a, b):
    return math.hypot(a[0] - b[0], a[1] - b[1])


def point_of(row):
    return utm32(float(row["lat"]), float(row["lon"]))


class Geography:
    """The communities, their polling places and statistical districts, with everything in UTM metres."""

    def __init__(self):
        self.communities = {r["code"]: r for r in read_source("aarhus_lokalsamfund_centroids.csv")}
        self.districts = [dict(r, point=(float(r["utm32_e"]), float(r["utm32_n"])))
                          for r in read_source("aarhus_statistikdistrikter_centroids.csv")]
        self.polling = read_source("aarhus_voters_2017_polling_places.csv")
        for place in self.polling:
            place["voters"] = int(place["eligible_voters"])
            place["point"] = point_of(place) if place["lat"] else None
        with open(os.path.join(SOURCES, "aarhus_lokalsamfund_simplified.geojson"), encoding="utf-8") as f:
            self.outlines = json.load(f)
        self._rings = [(feature["properties"]["lokalsamfund"],
                        [[utm32(y, x) for x, y in ring] for part in parts for ring in part[:1]])
                       for feature in self.outlines["features"]
                       for parts in [feature["geometry"]["coordinates"]
                                     if feature["geometry"]["type"] == "MultiPolygon"
                                     else [feature["geometry"]["coordinates"]]]]

    def district(self, code):
        return next(d for d in self.districts if d["code"] == code)["point"]

    def polling_place(self, number):
        return next(p for p in self.polling if p["polling_place_id"] == number)["point"]

    def community_of(self, point):
        for code, rings in self._rings:
            if any(inside(point, ring) for ring in rings):
                return code
        return min(self.communities, key=lambda c: distance(self.centre_of(c), point))

    def nearest_district(self, point):
        return min(self.districts, key=lambda d: (distance(d["point"], point), d["code"]))

    def area_of(self, point):
        near = self.nearest_district(point)["code"]
        return AREA_OF_DISTRICT.get(near) or AREA_OF_COMMUNITY[self.community_of(point)]

    def centre_of(self, code):
        """Voter-weighted mean of the polling places with a position, else the centroid of the outline."""
        placed = [p for p in self.polling if p["lokalsamfund_code"] == code and p["point"]]
        if not placed:
            row = self.communities[code]
            return (float(row["utm32_e"]), float(row["utm32_n"]))
        voters = sum(p["voters"] for p in placed)
        return tuple(sum(p["voters"] * p["point"][i] for p in placed) / voters for i in (0, 1))

    def voters_by_community(self):
        return {code: sum(p["voters"] for p in self.polling if p["lokalsamfund_code"] == code)
                for code in self.communities}

    def voters_by_area(self):
        """Polling places counted whole in the area of their point; without one, by name or community."""
        unplaced = {"751063": "midt"}  # Frydenlundskolen: statistical district Haslevangen/Frydenlund
        voters = dict.fromkeys(AREA_NAMES, 0)
        for place in self.polling:
            if place["point"]:
                voters[self.area_of(place["point"])] += place["voters"]
            else:
                fallback = AREA_OF_COMMUNITY[place["lokalsamfund_code"]]
                voters[unplaced.get(place["polling_place_id"], fallback)] += place["voters"]
        return voters

    def community_id(self, code):
        return ascii_id(self.communities[code]["name"])


def inside(point, ring):
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def neighbourhoods(geo):
    voters = geo.voters_by_community()
    millionths = share_out(1_000_000, voters)
    rows = []
    for code, row in geo.communities.items():
        x, y = geo.centre_of(code)
        placed = sum(1 for p in geo.polling if p["lokalsamfund_code"] == code and p["point"])
        radius = min(2500, round(0.5 * math.sqrt(float(row["area_km2"]) * 1e6 / math.pi)))
        where = (f"voter-weighted mean of {placed} polling place(s) of 2017" if placed else "centroid of the outline")
        rows.append({
            "key": int(code), "id": geo.community_id(code), "name": row["name"], "x_m": round(x), "y_m": round(y),
            "radius_m": radius, "weight": f"{millionths[code] / 1e6:.6f}",
            "ring_road": "inside" if code in INSIDE_RING_ROAD else "outside", "tag": "derived",
            "source": f"point: {where}; weight: share of the municipality's {sum(voters.values())} eligible "
                      f"voters 2017 "
                      "(Den Danske Valgdatabase); outline and area: Aarhus Kommune open data lokalsamfund-i-aarhus, "
                      "CC BY 4.0; radius assumed: half the radius of a circle of the same area, at most 2500 m; "
                      "ring road assumed: codes 01 and 11-16 inside, the rest outside"})
    return rows

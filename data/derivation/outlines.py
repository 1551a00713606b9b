# SPDX-License-Identifier: MPL-2.0
# Where a neighbourhood ends, for maps: the outlines of the sources in whole metres of UTM 32.
from .geography import utm32


def rows_of_ring(ident, ring, points, tag, source):
    return [{"neighbourhood": ident, "ring": ring, "point": n, "x_m": x, "y_m": y, "tag": tag, "source": source}
            for n, (x, y) in enumerate(points)]


def outlines(features, source):
    """Rows of outlines.csv. `features`: (key, id, geometry) of each neighbourhood. Holes of no width are left out."""
    rows = []
    for _, ident, geometry in sorted(features, key=lambda feature: feature[0]):
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [points for part in parts for points in map(metres, part) if len(points) > 2]
        for number, points in enumerate(rings):
            rows += rows_of_ring(ident, number, points, "derived", source)
    return rows


def of_aarhus(geo):
    features = [(int(code), geo.community_id(code), feature["geometry"]) for feature in geo.outlines["features"]
                for code in [feature["properties"]["lokalsamfund"]]]
    return outlines(features, "Aarhus Kommune, lokalsamfund-i-aarhus, CC BY 4.0")


def metres(ring):
    """Without the first point said again at the end, and without points that rounding laid on their neighbour."""
    points = [tuple(round(v) for v in utm32(latitude, longitude)) for longitude, latitude in ring]
    return [p for before, p in zip([points[-2]] + points, points[:-1]) if p != before]

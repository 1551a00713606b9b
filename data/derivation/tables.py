# SPDX-License-Identifier: MPL-2.0
# Reading source files, writing tables (RFC 4180, UTF-8), ascii ids and fair rounding.
import csv
import io
import os
import re

SOURCES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "sources")


def read_source(name):
    with open(os.path.join(SOURCES, name), encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def table_text(header, rows):
    """A table as text (lines end in LF, as git keeps them); every row is a dict with exactly the columns of the header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        if set(row) != set(header):
            raise ValueError(f"columns {sorted(row)} differ from {sorted(header)}")
        writer.writerow([row[column] for column in header])
    return out.getvalue()


def ascii_id(name):
    plain = name.lower()
    for danish, latin in (("æ", "ae"), ("ø", "o"), ("å", "aa"), ("é", "e")):
        plain = plain.replace(danish, latin)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def share_out(total, weights, floor=0):
    """Whole numbers summing to total: a floor each, the rest by weight, largest remainders first."""
    keys = list(weights)
    rest = total - floor * len(keys)
    if rest < 0:
        raise ValueError("the floor is higher than the total allows")
    sum_of_weights = sum(weights.values())
    exact = {k: rest * weights[k] / sum_of_weights for k in keys}
    whole = {k: int(exact[k]) for k in keys}
    left = rest - sum(whole.values())
    by_remainder = sorted(keys, key=lambda k: (-(exact[k] - whole[k]), keys.index(k)))
    for k in by_remainder[:left]:
        whole[k] += 1
    return {k: whole[k] + floor for k in keys}

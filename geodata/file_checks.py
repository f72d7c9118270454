"""Rules that an authority's own LPO boundaries must meet before they replace the built ones.

The file may be finer than the source and may hold sea, so its areas are not summed against the
country's: each kommun must be covered, and each LPO must lie where its kommuner lie.
"""

from collections import Counter
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata import outline_checks
from geodata.boundaries import METRES, Shapes, load_kommuner, mend
from geodata.checks import Fault
from geodata.division import division_of, load_areas, load_facts, to_areas_on, to_pieces
from geodata.files import to_key
from words import _

LEAST_COVERED = 0.8  # of a kommun: the source's coasts and borders are generalised
LEAST_OWN = 0.5  # of a whole kommun within its own LPO
COUNTRY = (200_000.0, 6_050_000.0, 1_000_000.0, 7_750_000.0)  # Sweden with its sea, EPSG:3006


def check_file(table: gpd.GeoDataFrame, on: date) -> list[Fault]:
    """All that is wrong with the areas of `files.load_file`, for the division of the day."""
    outside = check_inside(table)
    lpos = table[table["kod"].isin(set(_lpos(on)["code"]))].drop_duplicates("kod")
    shapes: Shapes = dict(zip(lpos["kod"], lpos.geometry, strict=True))
    broken = outline_checks.check_valid(shapes)
    told = {fault.area for fault in (*outside, *broken)}
    sound = {code: shape for code, shape in shapes.items() if code not in told}
    faults = {*check_codes(list(table["kod"]), on), *outside, *broken, *check_shapes(sound, on)}
    return sorted(faults)


def check_shapes(shapes: Shapes, on: date) -> list[Fault]:
    """Overlap, gaps, cover and place of valid outlines; missing areas are not told of again."""
    kommuner = mend(load_kommuner())
    pieces = to_pieces(on)
    told = set(pieces.loc[~pieces["lpo"].isin(set(shapes)), "kommun"])
    expected = {code: shape for code, shape in kommuner.items() if code not in told}
    if not expected:
        return []
    shares = outline_checks.to_shares(expected, shapes)
    own = pieces[pieces["kommun"].isin(set(expected))]
    return [
        *outline_checks.check_overlaps(shapes),
        *outline_checks.check_gaps(shapes, shapely.union_all(list(expected.values()))),
        *outline_checks.check_covered(expected, shares, LEAST_COVERED),
        *outline_checks.check_own_kommuner(own, shares, LEAST_OWN),
        *check_city_parts(shapes, on),
    ]


def check_codes(codes: list[str], on: date) -> list[Fault]:
    """Every LPO of the day is there once, and nothing else is."""
    lpos = set(_lpos(on)["code"])
    counts = Counter(codes)
    missing = [Fault(code, "saknas", _("saknas i filen")) for code in lpos - set(codes)]
    twice = _("finns på {count} rader; slå ihop dem till en")
    repeated = [
        Fault(code, "dubblett", twice.format(count=count))
        for code, count in counts.items()
        if count > 1 and code in lpos
    ]
    return missing + repeated + [_to_unknown(text) for text in set(codes) - lpos]


def check_inside(table: gpd.GeoDataFrame) -> list[Fault]:
    """Every outline lies in Sweden: else the coordinate system named in the file is wrong."""
    detail = _("ligger utanför Sverige; är koordinatsystemet rätt angivet?")
    west, south, east, north = COUNTRY
    faults = []
    for code, bounds in zip(table["kod"], shapely.bounds(np.array(table.geometry)), strict=True):
        inside = west < bounds[0] and south < bounds[1] and bounds[2] < east and bounds[3] < north
        if not np.isnan(bounds).any() and not inside:
            faults.append(Fault(code or "–", "utanfor", detail))
    return faults


def check_city_parts(shapes: Shapes, on: date) -> list[Fault]:
    """A city part holds at least half of its districts that lie in any area of the file.

    Districts by the water may lie outside all of them: the source leaves small islands out.
    """
    points = _load_districts(on)
    tree = shapely.STRtree(list(shapes.values()))
    codes = list(shapes)
    detail = _("bara {inside} av {count} stadsdelar ligger i området; är områden förväxlade?")
    faults = []
    for lpo in sorted(set(points) & set(shapes)):
        hits = tree.query(points[lpo], predicate="intersects")[1]
        inside = sum(codes[hit] == lpo for hit in hits)
        if inside < len(hits) / 2:
            text = detail.format(inside=inside, count=len(hits))
            faults.append(Fault(lpo, "lage", text))
    return faults


def _load_districts(on: date) -> dict[str, list[shapely.Point]]:
    """LPO → its city districts' points in EPSG:3006."""
    seeds = to_areas_on(load_facts("seeds"), on)
    degrees = gpd.points_from_xy(seeds["lon"].astype(float), seeds["lat"].astype(float), crs=4326)
    points: dict[str, list[shapely.Point]] = {}
    for lpo, point in zip(seeds["lpo"], degrees.to_crs(METRES), strict=True):
        points.setdefault(lpo, []).append(point)
    return points


def _lpos(on: date) -> pd.DataFrame:
    return to_areas_on(load_areas(), division_of("lpo", on), "lpo")


def _to_unknown(text: str) -> Fault:
    """An area that the day's division does not have; says so when another day's has it."""
    areas = load_areas()
    for name, code, day in zip(areas["name"], areas["code"], areas["valid_from"], strict=True):
        if code.startswith("lpo-") and to_key(text) in (to_key(name), to_key(code)):
            detail = _("finns inte i indelningen den dagen; ange --day {day} om filen gäller då")
            return Fault(text, "okand", detail.format(day=day))
    detail = _("finns inte i indelningen; rätta namnet eller lägg ytan till ett annat område")
    return Fault(text or "–", "okand", detail)

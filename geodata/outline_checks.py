"""Rules that outlines must meet, one small function a rule. All outlines in EPSG:3006."""

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries import HECTARE, Shapes, find_holes, find_overlaps
from geodata.checks import Fault
from words import _

LEAST_HECTARES = 1.0  # smaller overlaps and gaps are noise from rounding and projection
COAST = 2_000.0  # metres: so far the coast and the country's border may differ between sources
KINDS = ("Polygon", "MultiPolygon")
REASONS = {
    "Self-intersection": _("gränsen korsar sig själv"),
    "Ring Self-intersection": _("gränsen rör vid sig själv"),
    "Hole lies outside shell": _("ett hål ligger utanför området"),
    "Nested shells": _("en del ligger inuti en annan del"),
    "Duplicate Rings": _("samma gräns finns två gånger"),
    "Interior is disconnected": _("området faller i bitar"),
}


def check_valid(shapes: Shapes) -> list[Fault]:
    """Each outline is a valid, non-empty polygon."""
    faults = []
    for code, shape in shapes.items():
        if shape is None or shape.is_empty or shape.geom_type not in KINDS:
            kind = _("tom") if shape is None or shape.is_empty else shape.geom_type
            detail = _("ytan är ingen polygon ({kind})").format(kind=kind)
            faults.append(Fault(code, "yta", detail))
        elif not shape.is_valid:
            faults.append(Fault(code, "ogiltig", _to_reason(shape)))
    return faults


def check_overlaps(shapes: Shapes) -> list[Fault]:
    """No two outlines overlap by more than one hectare."""
    detail = _("överlappar {other} med {area:.0f} hektar")
    return [
        Fault(code, "overlapp", detail.format(other=other, area=area))
        for a, b, area in find_overlaps(shapes)
        if area > LEAST_HECTARES
        for code, other in ((a, b), (b, a))
    ]


def check_gaps(shapes: Shapes, country: BaseGeometry) -> list[Fault]:
    """No gap over one hectare between neighbours; `country` is the outline to fill."""
    codes, outlines = list(shapes), list(shapes.values())
    tree = shapely.STRtree(outlines)
    inland = shapely.buffer(country, -COAST)
    empty = shapely.get_parts(shapely.difference(inland, shapely.union_all(outlines)))
    faults = []
    for gap in [*empty, *find_holes(shapes)]:
        around = sorted({codes[i] for i in tree.query(gap, predicate="dwithin", distance=1.0)})
        if gap.area > LEAST_HECTARES * HECTARE and len(around) > 1:
            detail = _("lucka på {area:.0f} hektar mot {others}")
            for code in around:
                others = ", ".join(other for other in around if other != code)
                text = detail.format(area=gap.area / HECTARE, others=others)
                faults.append(Fault(code, "lucka", text))
    return faults


def check_total(shapes: Shapes, country: BaseGeometry, within: float = 0.001) -> list[Fault]:
    """The areas add up to the country's, within that share."""
    total, whole = sum(shape.area for shape in shapes.values()), country.area
    if abs(total / whole - 1) <= within:
        return []
    detail = _("områdenas yta är {total:.0f} km², landets {whole:.0f} km²")
    return [Fault("se", "summa", detail.format(total=total / 1e6, whole=whole / 1e6))]


def to_shares(kommuner: Shapes, lpos: Shapes) -> pd.DataFrame:
    """kommun, lpo, share: how much (0–1) of the kommun's area lies in the LPO, where any does."""
    codes, outlines = list(lpos), list(lpos.values())
    tree = shapely.STRtree(outlines)
    rows = []
    for kommun, outline in kommuner.items():
        for i in tree.query(outline, predicate="intersects"):
            share = outline.intersection(outlines[i]).area / outline.area
            rows.append((kommun, codes[i], share))
    return pd.DataFrame(rows, columns=["kommun", "lpo", "share"])


def check_covered(kommuner: Shapes, shares: pd.DataFrame, least: float) -> list[Fault]:
    """At least that share of each kommun's area lies in some LPO."""
    covered = shares.groupby("kommun")["share"].sum()
    detail = _("kommunen täcks bara till {share:.0f} % av områdena i filen")
    return [
        Fault(code, "tackning", detail.format(share=100 * covered.get(code, 0.0)))
        for code in kommuner
        if covered.get(code, 0.0) < least
    ]


def check_own_kommuner(pieces: pd.DataFrame, shares: pd.DataFrame, least: float) -> list[Fault]:
    """At least that share of each whole kommun lies in its own LPO; `pieces` as `to_pieces`."""
    found = shares.set_index(["kommun", "lpo"])["share"].to_dict()
    detail = _("täcker bara {share:.0f} % av kommun {kommun}; är områden förväxlade?")
    return [
        Fault(lpo, "lage", detail.format(share=100 * found.get((kommun, lpo), 0.0), kommun=kommun))
        for kommun, lpo, part in zip(pieces["kommun"], pieces["lpo"], pieces["share"], strict=True)
        if part == 1.0 and found.get((kommun, lpo), 0.0) < least
    ]


def _to_reason(shape: BaseGeometry) -> str:
    reason, _bracket, place = shapely.is_valid_reason(shape).partition("[")
    text = REASONS.get(reason, reason)
    return _("ogiltig polygon: {text} vid {place}").format(
        text=text, place=place.rstrip("]") or "–"
    )

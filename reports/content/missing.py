"""What should have been reported in the period and is not in the release, and from whom."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from data_access.areas import fetch_areas
from data_access.establishment import fetch_stages
from data_access.released_rates import fetch_listed
from data_access.released_reports import fetch_reported
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.stages import AT_WORK
from reporting.context import KnownArea
from reporting.kinds import LOCAL, REGIONAL, kinds
from reporting.obligations import FIRST_PERIOD, to_owed
from reporting.register import Listing
from reporting.told import TOLD
from reports.content.asked import Asked
from reports.content.parts import see, to_table
from reports.document.blocks import Block, Paragraph, Table, to_line
from ui import formats
from words import _

COUNTED = {"atgarder": Listing.MEASURE, "indikatorer": Listing.INDICATOR}  # kind → what is counted
MOST_NAMES = 12
Unit = tuple[str, str]  # area, period


def to_blocks(asked: Asked) -> list[Block]:
    """A row a kind of report: how many came, of how many, and who is missing most."""
    table = to_missing(asked)
    if table is None:
        return [Paragraph(to_line(_("Inget skulle rapporteras för perioden.")))]
    said = _(
        "Det som skulle ha rapporterats för {period} och inte finns i utgåvan saknas; det är inte "
        "noll. Efter namnet står hur många rapporter som saknas när de är fler än en."
    )
    return [see(said.format(period=asked.period), table), table]


def to_missing(asked: Asked) -> Table | None:
    """A row a kind."""
    rows = []
    for kind, owed in to_owed_units(asked).items():
        came = owed & to_came(asked, kind)
        names = _to_names(asked, owed - came)
        rows.append((kinds()[kind].title, len(came), len(owed), names or _("ingen")))
    if not rows:
        return None
    columns = [_("Rapport"), _("Finns"), _("Av"), _("Saknas från")]
    caption = _("Rapporter som finns i utgåvan {period}, {area}")
    named = caption.format(period=asked.period, area=asked.title)
    return to_table(asked, "saknas", named, pd.DataFrame(rows, columns=columns))


def to_owed_units(asked: Asked) -> dict[str, set[Unit]]:
    """Kind → every unit that the area and those in it must report in the period."""
    found: dict[str, set[Unit]] = defaultdict(set)
    known = {*TOLD, *COUNTED}
    for period in asked.periods:
        quarter = Quarter.parse(period)
        if quarter < FIRST_PERIOD:
            continue
        areas = list(_to_areas(asked, quarter))
        for unit in to_owed(areas, quarter, _to_started(asked, quarter)):
            if unit.kind in known:
                found[unit.kind].add((unit.area, period))
    return {kind: found[kind] for kind in kinds() if kind in found}


def to_came(asked: Asked, kind: str) -> set[Unit]:
    """The units of a kind that the release has."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    if kind in COUNTED:
        listing = str(COUNTED[kind])
        told = fetch_listed(listing, LOCAL, ("quarter",), asked.periods, **held)
        sent = told[told["value"].notna() | (told["reason"] == "skyddat")]
        return set(zip(sent["code"].astype(str), sent["quarter"].astype(str), strict=True))
    units = fetch_reported(kind, **held)
    return set(zip(units["area"], units["period"], strict=True))


def _to_areas(asked: Asked, quarter: Quarter) -> Iterator[KnownArea]:
    """The lokalpolisområden and polisregioner of the area as the division was then."""
    code, level = asked.area.code, asked.area.level
    for own in (LOCAL, REGIONAL):
        for row in fetch_areas(quarter.last, own, viewer=asked.viewer).to_dict("records"):
            lies_in = {row["code"], row["polisregion"], *str(row["lan"]).split()}
            is_in = code in lies_in and (own == LOCAL or level == "polisregion")
            if level == "riket" or is_in:
                region = str(row["polisregion"] or row["code"])
                yield KnownArea(row["code"], row["name"], own, region, frozenset())


def _to_started(asked: Asked, quarter: Quarter) -> frozenset[str]:
    viewer: Viewer = asked.viewer
    stages = fetch_stages(LOCAL, quarter.last, known_on=asked.known_on, viewer=viewer)
    return frozenset(stages.loc[stages["stage"].isin(AT_WORK), "code"])


def _to_names(asked: Asked, missing: set[Unit]) -> str:
    """Who is missing, those that lack most first: `Umeå (3), Lund`, and how many more."""
    counts: dict[str, int] = defaultdict(int)
    for area, _period in missing:
        counts[area] += 1
    names = {}
    for period in asked.periods:
        found = fetch_areas(Quarter.parse(period).last, viewer=asked.viewer)
        names |= dict(zip(found["code"], found["name"], strict=True))
    ordered = sorted(counts, key=lambda code: (-counts[code], names.get(code, code)))
    told = [
        f"{names.get(code, code)} ({counts[code]})" if counts[code] > 1 else names.get(code, code)
        for code in ordered[:MOST_NAMES]
    ]
    rest = len(ordered) - len(told)
    more = _(" och {n} till").format(n=formats.number(rest)) if rest else ""
    return ", ".join(told) + more

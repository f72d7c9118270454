"""What several pages ask the data layer for, put together once per picture and scope."""

from datetime import date

import pandas as pd

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.establishment import fetch_assessments, fetch_pieces, fetch_stages
from data_access.population import fetch_basis
from data_access.viewer import Viewer
from geodata.store import DRAWN_LEVELS
from pages.status_reads import to_shares, to_stages
from ui.filters import to_within
from ui.map_indicators import LEVELS_ABOVE
from ui.population_words import young_basis


@cached
def fetch_status(indicator: str, level: str, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """One row per area of the level on the day, with what the classes of one of the map's own
    indicators need.

    Below: code, name, polisregion, lan, stage, since, established_on, days, partly, prioritised.
    Above: code, name, polisregion, lan, share, covered, counted_over.
    """
    areas = fetch_areas(on, level, viewer=viewer)
    if level in LEVELS_ABOVE:
        return to_shares(areas, fetch_pieces(on, viewer=viewer), indicator, level)
    stages = fetch_stages(level, on, viewer=viewer)
    needs = fetch_assessments(level, on, viewer=viewer)[["code", "prioritised"]]
    return to_stages(areas, stages, needs, [on] * len(areas))


@cached
def fetch_names(on: date, *, viewer: Viewer) -> dict[str, dict[str, str]]:
    """Level → code → name of every area on the day, in Swedish order; every level is there, also
    one of which the viewer sees none."""
    areas = fetch_areas(on, viewer=viewer)
    none: dict[str, dict[str, str]] = {level: {} for level in ("riket", *DRAWN_LEVELS)}
    return none | {
        str(level): dict(zip(of_level["code"], of_level["name"], strict=True))
        for level, of_level in areas.groupby("level", sort=False)
    }


@cached
def fetch_levels(on: date, *, viewer: Viewer) -> dict[str, str]:
    """Code → level of every area on the day."""
    names = fetch_names(on, viewer=viewer)
    return {code: level for level, of_level in names.items() for code in of_level}


@cached
def fetch_inside(
    level: str, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> list[str]:
    """Codes of the level's areas that lie within a polisregion and a län, where chosen."""
    areas = fetch_areas(on, level, viewer=viewer)
    return to_within(areas, level, region, lan)["code"].to_list()


def to_basis(indicator: str, on: date, viewer: Viewer) -> str:
    """What the number of young people rests on, in words; '' for what counts none."""
    return to_young_basis(on, viewer) if indicator == "unga" else ""


def to_young_basis(on: date, viewer: Viewer) -> str:
    """What the number of young people rests on, in words."""
    basis = fetch_basis(on, viewer=viewer)
    return young_basis(basis.young_status, basis.young_as_of)

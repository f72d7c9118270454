"""What several pages ask the data layer for, put together once per picture and scope."""

from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

import settings
from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.establishment import fetch_assessments, fetch_pieces, fetch_stages
from data_access.viewer import Viewer
from geodata import store
from geodata.division import FIRST_DAY
from indicators import coverage
from indicators.establishment import days_since
from ui import map_view
from ui.filters import to_within
from ui.map_indicators import LEVELS_ABOVE, all_indicators, indicators_at
from ui.tables import to_table

_SHARES = {
    "prioriterade": coverage.share_of_prioritised_covered,
    "kommuner": coverage.share_of_kommuner_covered,
    "unga": coverage.share_of_young_covered,
}


@cached
def fetch_status(indicator: str, level: str, on: date, *, viewer: Viewer) -> pd.DataFrame:
    """One row per area of the level on the day, with what the indicator's classes need.

    Below: code, name, polisregion, lan, stage, since, established_on, days, partly, prioritised.
    Above: code, name, polisregion, lan, share, covered, counted_over.
    """
    areas = fetch_areas(on, level, viewer=viewer)
    if level in LEVELS_ABOVE:
        shares = _SHARES[indicator](fetch_pieces(on, viewer=viewer), level)
        return areas.merge(shares, on="code", how="left")
    stages = fetch_stages(level, on, viewer=viewer)
    needs = fetch_assessments(level, on, viewer=viewer)[["code", "prioritised"]]
    found = areas.merge(stages, on="code", how="left").merge(needs, on="code", how="left")
    found["days"] = found["established_on"].map(
        lambda day: None if pd.isna(day) else days_since(day, on)
    )
    return found


@cached
def fetch_names(on: date, *, viewer: Viewer) -> dict[str, dict[str, str]]:
    """Level → code → name of every area on the day, in Swedish order."""
    areas = fetch_areas(on, viewer=viewer)
    return {
        str(level): dict(zip(of_level["code"], of_level["name"], strict=True))
        for level, of_level in areas.groupby("level", sort=False)
    }


@cached
def fetch_shown(
    indicator: str, level: str, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The status of the areas within the choice, and the table of them that a reader sees."""
    status = fetch_status(indicator, level, on, viewer=viewer)
    shown = to_within(status, level, region, lan)
    return shown, to_table(shown, all_indicators()[indicator], level)


@cached
def fetch_kinds(
    indicator: str, level: str, on: date, *, viewer: Viewer
) -> dict[str, tuple[str, int]]:
    """Code → (name, place of its class) of every area of the level on the day."""
    classify = all_indicators()[indicator].classify
    status = fetch_status(indicator, level, on, viewer=viewer).to_dict("records")
    return {row["code"]: (row["name"], classify(row)) for row in status}


@cached
def fetch_payload(
    indicator: str, level: str, on: date, today: date, *, viewer: Viewer
) -> dict[str, Any]:
    """The map's payload for every step of the slider."""
    by_day = [
        (step, fetch_kinds(indicator, level, step, viewer=viewer))
        for step in map_view.to_steps(FIRST_DAY, on, today)
    ]
    now = fetch_status(indicator, level, on, viewer=viewer)
    outlines = [
        (outline.starts, outline.file.name) for outline in load_outlines() if outline.level == level
    ]
    return map_view.to_payload(
        all_indicators()[indicator], on, today, by_day, now, sorted(outlines)
    )


@cached
def fetch_others(
    indicator: str, level: str, on: date, today: date, *, viewer: Viewer
) -> dict[str, Any]:
    """The level's other indicators, so that the browser can switch without asking the server."""
    indicators = indicators_at(level)
    return {
        "choices": [[key, found.label] for key, found in indicators.items()],
        "others": [
            map_view.to_other(fetch_payload(key, level, on, today, viewer=viewer))
            for key in indicators
            if key != indicator
        ],
    }


@lru_cache(maxsize=1)
def load_outlines() -> list[store.Outlines]:
    """The built outlines; an authority's newly installed file is taken up at the next start."""
    return store.ensure_outlines(settings.load().areas_dir)


@lru_cache(maxsize=1)
def load_bounds() -> store.Bounds:
    """South-west and north-east corner of every area."""
    return store.load_bounds(settings.load().areas_dir)


def has_rough_borders(level: str, on: date) -> bool:
    """Whether the map of the level has approximate borders on the day."""
    return store.has_rough_borders(store.find_outlines(load_outlines(), level, on).file)

"""What several pages ask the data layer for, put together once per picture and scope."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

import settings
from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.establishment import fetch_assessments, fetch_pieces, fetch_recent, fetch_stages
from data_access.viewer import DEMONSTRATION, Viewer
from geodata import store
from geodata.division import FIRST_DAY, LEVELS
from geodata.store import ensure_outlines
from indicators import coverage
from indicators.establishment import days_since
from ui import map_view, overview
from ui.classes import LEVELS_ABOVE, all_indicators, indicators_at

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
        (outline.starts, outline.file.name)
        for outline in ensure_outlines(settings.load().areas_dir)
        if outline.level == level
    ]
    return map_view.to_payload(
        all_indicators()[indicator], on, today, by_day, now, sorted(outlines)
    )


def has_rough_borders(level: str, on: date) -> bool:
    """Whether the map of the level has approximate borders on the day."""
    outlines = ensure_outlines(settings.load().areas_dir)
    return store.has_rough_borders(store.find_outlines(outlines, level, on).file)


def warm() -> None:
    """Put together what most visitors ask for first, before they come."""
    today = date.today()
    for indicator in indicators_at("lpo"):
        fetch_payload(indicator, "lpo", today, today, viewer=DEMONSTRATION)
    fetch_headline(today, None, None, viewer=DEMONSTRATION)


@cached
def fetch_headline(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> overview.Headline:
    """The overview's figures for the day, within a polisregion and a län if chosen."""
    status = _within(fetch_status("steg", "lpo", on, viewer=viewer), region, lan)
    pieces = fetch_pieces(on, viewer=viewer)
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    pieces = pieces[pieces["lan"] == lan] if lan else pieces
    established = status["stage"] == "etablerat"
    prioritised = status["prioritised"].map(lambda value: value is True)
    young = pieces["young"].sum()
    return overview.Headline(
        areas=len(status),
        established=int(established.sum()),
        missing=int(status["stage"].isna().sum()),
        prioritised=int(prioritised.sum()),
        prioritised_established=int((established & prioritised).sum()),
        share_young=pieces.loc[pieces["covered"], "young"].sum() / young if young else float("nan"),
        regions=status["polisregion"].nunique(),
        regions_with=status.loc[established, "polisregion"].nunique(),
    )


def _within(frame: pd.DataFrame, region: str | None, lan: str | None) -> pd.DataFrame:
    for column, code in (("polisregion", region), ("lan", lan)):
        if code:
            frame = frame[frame[column].map(lambda codes, c=code: c in str(codes).split())]
    return frame


def fetch_news(
    since: date, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> pd.DataFrame:
    """Events after `since` up to the day, latest first, for areas within the choice."""
    events = fetch_recent(since, on, viewer=viewer)
    inside = set(_within(fetch_areas(on, viewer=viewer), region, lan)["code"])
    if region or lan:
        events = events[events["codes"].map(lambda codes: bool(inside & set(codes.split())))]
    return events.sort_values("effective_on", ascending=False)


def fetch_geography(on: date, *, viewer: Viewer) -> pd.DataFrame:
    """level, count of the day's areas, from large to small."""
    counts = fetch_areas(on, viewer=viewer)["level"].value_counts()
    levels = [level for level in LEVELS if level in counts and level != "riket"]
    return pd.DataFrame({"level": levels, "count": [counts[level] for level in levels]})


def fetch_public_events(*, viewer: Viewer) -> pd.DataFrame:
    """The events that rest on a public source."""
    events = fetch_recent(FIRST_DAY - timedelta(days=1), date.today(), viewer=viewer)
    return events[~events["is_example"]]

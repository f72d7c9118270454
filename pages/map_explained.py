"""The chosen area's figure on the map, explained."""

from functools import partial

from data_access.areas import Area
from data_access.viewer import Viewer
from pages import explained_counts, explained_events
from pages.explained_reads import Place
from pages.explaining import Explain
from pages.figure_levels import is_smoothed
from pages.map_indicator import fetch_any_status, find_indicator
from pages.trend_reads import fetch_entries
from ui import formats
from ui.choice import Choice
from ui.explain import Explained
from ui.explained_counts import Per
from ui.map_indicators import indicators_at


def of_area(area: Area, choice: Choice, viewer: Viewer) -> dict[str, Explain]:
    """The figure of the map's indicator in the area; nothing where the map is of another level."""
    if area.level != choice.level:
        return {}
    if choice.indicator in indicators_at(choice.level):
        own = indicators_at(choice.level)[choice.indicator]
        return {f"{own.label}, {area.name}": partial(_of_events, area, choice, viewer)}
    entry = fetch_entries(viewer=viewer)[choice.indicator]
    return {f"{entry.name}, {area.name}": partial(_of_counts, area, choice, viewer)}


def _of_events(area: Area, choice: Choice, viewer: Viewer) -> Explained:
    shown = find_indicator(choice.indicator, choice.level, smooth=False, viewer=viewer)
    status = fetch_any_status(choice.indicator, choice.level, choice.day, False, viewer=viewer)
    row = next(one for one in status.itertuples() if one.code == area.code)
    kind = shown.kinds[shown.classify(row._asdict())]
    value, basis = shown.value(row._asdict()) or kind.label, ""
    if "covered" in status.columns and row.counted_over:
        covered, over = (formats.number(float(n)) for n in (row.covered, row.counted_over))
        basis = f"{covered} / {over}"
    return explained_events.to_explained(
        f"{shown.label}, {area.name}", value, shown.definition, basis, choice, viewer
    )


def _of_counts(area: Area, choice: Choice, viewer: Viewer) -> Explained:
    asked = (choice.indicator, choice.level, choice.day, is_smoothed(choice))
    status = fetch_any_status(*asked, viewer=viewer).set_index("code")
    period = str(status.loc[area.code, "period"])
    place = Place(area.level, area.code, area.name, period)
    entry = fetch_entries(viewer=viewer)[choice.indicator]
    return explained_counts.to_explained(entry, place, Per.TEN_THOUSAND, viewer=viewer)

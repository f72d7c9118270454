"""The map as the pages use it: payload, selection, and what the browser tells back."""

from datetime import date

from data_access.areas import fetch_areas
from data_access.viewer import Viewer
from pages import map_reads
from ui import filters, map_view, summaries
from ui.choice import Choice, first_indicator
from ui.map_indicators import indicators_at


def show_map(
    choice: Choice,
    today: date,
    viewer: Viewer,
    *,
    key: str,
    height: int = map_view.HEIGHT,
    switch: bool = True,
    day_parameter: str = "dag",
) -> None:
    """Draw the choice's day; a click selects, the resting slider sets `day_parameter`.

    `switch` lets the reader change indicator in the legend.
    """
    areas = fetch_areas(choice.day, viewer=viewer)
    asked = (choice.indicator, choice.level, choice.day, today)
    payload = map_reads.fetch_payload(*asked, viewer=viewer)
    inside = None
    if choice.region or choice.lan:
        inside = filters.to_inside(choice, areas, choice.level)["code"].to_list()
    title = summaries.map_title(indicators_at(choice.level)[choice.indicator], choice)
    bounds = map_reads.load_bounds()[choice.bounds_of]
    own = {"title": title, "selected": choice.area, "inside": inside, "bounds": bounds}

    def heard() -> None:
        told = map_view.told(key)
        if "kod" in told:
            filters.put(omrade=told["kod"])
        if "indikator" in told:
            usual = told["indikator"] == first_indicator(choice.level)
            filters.put(indikator=None if usual else told["indikator"])
        if "dag" in told:
            filters.put(**{day_parameter: told["dag"]})

    others = {"choices": [], "others": []}
    if switch:
        others = map_reads.fetch_others(*asked, viewer=viewer)
    map_view.show(payload | others | own, key=key, on_change=heard, height=height)

"""What Samverkan i dag says and draws of a choice, made once for each choice and scope."""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from data_access.areas import fetch_area
from data_access.cache import cached
from data_access.viewer import Viewer
from pages import reads
from pages.cooperation_reads import fetch_cooperation
from ui import cooperation, cooperation_chart
from ui.chart_base import Drawing
from ui.choice import Choice


class Cooperation(NamedTuple):
    """Where the mappings stand and which are late, in words; the forms' picture (None when none is
    reported) and what it says; the mappings' picture; the table, and its rows' codes."""

    told: str
    late: str
    forms: Drawing | None
    forms_told: str
    states: Drawing
    table: pd.DataFrame
    codes: tuple[str, ...]


@cached
def fetch_drawn(choice: Choice, *, release: int, viewer: Viewer) -> Cooperation | None:
    """Of the kommuner of the choice; None when there is none. Raises UnknownArea,
    DatabaseUnavailable."""
    every = fetch_cooperation(choice.day, release=release, viewer=viewer)
    found = every[every["code"].isin(_to_kommuner(choice, viewer))].reset_index(drop=True)
    if found.empty:
        return None
    lan = reads.fetch_names(choice.day, viewer=viewer)["lan"]
    forms = cooperation_chart.to_forms_drawing(found)
    return Cooperation(
        cooperation.to_told(found),
        cooperation.to_late(found),
        forms,
        cooperation_chart.forms_told(found) if forms else "",
        cooperation_chart.to_states_drawing(found, lan),
        cooperation.to_table(found),
        tuple(found["code"]),
    )


def _to_kommuner(choice: Choice, viewer: Viewer) -> Collection[str]:
    """The kommuner of the chosen area, or within the chosen region and län."""
    if choice.area:
        area = fetch_area(choice.area, choice.day, viewer=viewer)
        if area.level == "kommun":
            return {area.code}
        return {code for code, _name, _part in area.kommuner}
    asked = ("kommun", choice.day, choice.region, choice.lan)
    return set(reads.fetch_inside(*asked, viewer=viewer))

"""What Samverkan i dag says and draws of a choice, made once for each choice and scope."""

from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from pages import reads
from pages.cooperation_reads import fetch_cooperation
from pages.within_reads import fetch_within
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
    asked = (choice.day, choice.region, choice.lan, choice.area)
    inside = fetch_within(("kommun",), *asked, viewer=viewer)
    own = every if inside is None else every[every["code"].isin(inside)]
    found = own.reset_index(drop=True)
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

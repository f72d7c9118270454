"""What the map page says beside its map: the table and the sentence above it."""

from datetime import date
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from data_access.cache import cached
from data_access.viewer import Viewer
from pages.coverage_reads import fetch_counts
from pages.map_indicator import fetch_any_status, find_indicator
from ui import map_figures
from ui.filters import to_within
from ui.map_indicators import LEVELS_ABOVE, indicators_at
from ui.paper import to_twin
from ui.place_words import level_name
from ui.summaries import status_sentence
from ui.tables import to_table


class Shown(NamedTuple):
    """What the map page says of the areas within the choice: a row of the table for each code."""

    codes: list[str]
    table: pd.DataFrame
    arrow: pa.Table  # the table as the browser gets it: made once, not at each click
    sentence: str
    twin: str  # the table as it is printed


@cached
def fetch_shown(
    indicator: str,
    level: str,
    on: date,
    region: str | None,
    lan: str | None,
    smooth: bool = False,
    *,
    viewer: Viewer,
) -> Shown:
    """The table of the areas within the choice, and what it says in short."""
    status = fetch_any_status(indicator, level, on, smooth, viewer=viewer)
    status = to_within(status, level, region, lan)
    found = find_indicator(indicator, level, smooth, viewer=viewer)
    counted = indicator not in indicators_at(level)
    if counted:
        table = map_figures.to_table(status, level_name(level))
        sentence = map_figures.to_sentence(status, found.label)
    else:
        table = to_table(status, found, level)
        above = level in LEVELS_ABOVE
        whole = fetch_counts(on, region, lan, viewer=viewer)[indicator] if above else None
        sentence = status_sentence(status, found, level, on, of_lan=lan is not None, whole=whole)
    return Shown(
        codes=status["code"].to_list(),
        table=table,
        arrow=pa.Table.from_pandas(table, preserve_index=False),
        sentence=sentence,
        twin=to_twin(table),
    )

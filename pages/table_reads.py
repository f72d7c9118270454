"""What the map page says beside its map: the table and the sentence above it."""

from datetime import date
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from data_access.cache import cached
from data_access.viewer import Viewer
from pages.reads import fetch_status
from ui.filters import to_within
from ui.map_indicators import all_indicators
from ui.summaries import status_sentence
from ui.tables import to_table


class Shown(NamedTuple):
    """What the map page says of the areas within the choice: a row of the table for each code."""

    codes: list[str]
    table: pd.DataFrame
    arrow: pa.Table  # the table as the browser gets it: made once, not at each click
    sentence: str


@cached
def fetch_shown(
    indicator: str, level: str, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> Shown:
    """The table of the areas within the choice, and what it says in short."""
    status = fetch_status(indicator, level, on, viewer=viewer)
    status = to_within(status, level, region, lan)
    found = all_indicators()[indicator]
    table = to_table(status, found, level)
    return Shown(
        codes=status["code"].to_list(),
        table=table,
        arrow=pa.Table.from_pandas(table, preserve_index=False),
        sentence=status_sentence(status, found, level, on, of_lan=lan is not None),
    )

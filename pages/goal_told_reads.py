"""What regions report of the common goals: outcomes, and what they say themselves."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from data_access.released_reports import fetch_reports
from data_access.viewer import Viewer
from indicators.goals import Outcomes
from indicators.periods import Quarter


class Told(NamedTuple):
    """What a region itself says of a goal in its newest report: its judgement and its words."""

    judgement: str | None
    text: str | None


def to_reported(
    on: date, release: int, viewer: Viewer
) -> tuple[Mapping[tuple[str, str], Outcomes], dict[tuple[str, str], Told]]:
    """(goal, region) → its outcomes, and what was said last, of quarters that are over."""
    outcomes: dict[tuple[str, str], dict[Quarter, float]] = defaultdict(dict)
    told = {}
    rows = fetch_reports("mal", release=release, viewer=viewer)
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        of, quarter = (row["mal"], row["area"]), Quarter.parse(row["period"])
        if quarter.last > on:
            continue
        told[of] = Told(row["bedomning"], row["beskrivning"])  # in order of time: the last stays
        if row["utfall"] is not None:
            outcomes[of][quarter] = float(row["utfall"])
    return outcomes, told

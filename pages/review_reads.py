"""What a view shows of the reports: those that its filters leave, and how many they are."""

from datetime import date

import pandas as pd

from data_access.areas import fetch_areas
from data_access.viewer import Viewer
from indicators.periods import Quarter, quarters_before
from indicators.reporting import SENT, to_completeness
from pages.reads import fetch_names
from pages.review_periods import LISTED, OVER_TIME
from ui.review_search import ALL, TO_REVIEW, Search, to_units
from ui.review_words import LATE


def to_regions(today: date, *, viewer: Viewer) -> dict[str, str]:
    """Code → name of the polisregioner in which the viewer reviews, in Swedish order."""
    areas = fetch_areas(today, viewer=viewer)
    own = [
        viewer.answers_for(*(code for code in row if isinstance(code, str)))
        for row in zip(areas["code"], areas["polisregion"], areas["polisomrade"], strict=True)
    ]
    there = set(areas.loc[own, "polisregion"].dropna())
    names = fetch_names(today, viewer=viewer)["polisregion"]
    return {code: name for code, name in names.items() if code in there}


def to_selected(reports: pd.DataFrame, search: Search) -> pd.DataFrame:
    """The reports that the filters leave. Without a period the list has the newest that are over:
    what is not to be sent yet says nothing."""
    kept = pd.Series(True, index=reports.index)
    wanted = {
        "period": str(search.period) if search.period else None,
        "region": search.region,
        "kind": search.kind,
        "shown": SENT if search.view == TO_REVIEW else search.state,
    }
    if wanted["shown"] == LATE:
        kept &= reports["late"]
        del wanted["shown"]
    for column, value in wanted.items():
        if value is not None:
            kept &= reports[column] == value
    if search.view == ALL and search.period is None:
        kept &= reports["period"].isin(to_listed(reports))
    return reports[kept]


def to_listed(reports: pd.DataFrame) -> list[str]:
    """The newest periods that are over, of those there are."""
    over = reports.loc[reports["is_over"], "period"]
    return sorted(set(over), reverse=True)[:LISTED]


def to_recent(reports: pd.DataFrame, last: Quarter) -> pd.DataFrame:
    """What is owed in the quarters up to the last one, the oldest first."""
    recent = [str(period) for period in [*quarters_before(last, OVER_TIME - 1), last]]
    owed = reports[reports["is_owed"] & reports["period"].isin(recent)]
    return owed.sort_values("period", kind="stable")


def count(owed: pd.DataFrame, *by: str) -> pd.DataFrame:
    """Completeness and punctuality of the owed rows in groups."""
    return to_completeness(owed, by)


def to_following(unit: str, reports: pd.DataFrame, search: Search) -> str | None:
    """The report to review after the opened one, in the order of the list; both as the address
    has them."""
    wanted = Search(TO_REVIEW, search.period, search.region, search.kind)
    waiting = set(to_units(to_selected(reports, wanted)))
    units = to_units(reports)
    place = units.index(unit) if unit in units else 0
    return next((one for one in units[place + 1 :] + units[:place] if one in waiting), None)

"""Which periods are reviewed, and which of them a view needs."""

from datetime import date

from indicators.periods import Quarter, quarters_before
from reporting.obligations import FIRST_PERIOD, to_periods
from ui.review_search import ALL, MEASURES, Search

OVER_TIME = 8  # quarters in a picture


LISTED = 4  # quarters in the list of all


def to_default(today: date) -> Quarter:
    """The newest period that is over."""
    return [FIRST_PERIOD, *(one for one in to_periods(today) if one.last < today)][-1]


def to_needed(search: Search, today: date) -> set[Quarter]:
    """The periods of which everything that is owed is shown."""
    shown = search.period or to_default(today)
    before = {ALL: LISTED - 1, MEASURES: OVER_TIME - 1}.get(search.view, 0)
    opened = {search.unit[2]} if search.unit else set()
    return {shown, *quarters_before(shown, before), *opened}

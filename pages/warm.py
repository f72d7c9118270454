"""What most visitors ask for first, put together before they come."""

from datetime import date

from data_access.viewer import DEMONSTRATION
from pages.map_reads import fetch_payload
from pages.overview_reads import fetch_headline
from ui.map_indicators import indicators_at


def warm() -> None:
    """Put together what most visitors ask for first, before they come."""
    today = date.today()
    for indicator in indicators_at("lpo"):
        fetch_payload(indicator, "lpo", today, today, viewer=DEMONSTRATION)
    fetch_headline(today, None, None, viewer=DEMONSTRATION)

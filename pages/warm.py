"""What most visitors ask for first, put together before they come."""

import clock
from data_access.viewer import DEMONSTRATION
from pages.map_reads import fetch_packet
from pages.overview_reads import fetch_headline
from ui import map_view


def warm() -> None:
    """Put together what most visitors ask for first, before they come."""
    today = clock.today()
    map_view.to_base()
    fetch_packet("lpo", today, today, viewer=DEMONSTRATION)
    fetch_headline(today, None, None, viewer=DEMONSTRATION)

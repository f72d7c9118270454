"""Where and when there are counted figures: levels, the newest release."""

from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from ui.choice import Choice
from ui.map_indicators import indicators_at

LEVELS = ("lpo", "polisomrade", "polisregion", "lan")
SMOOTHED = ("lpo", "polisomrade", "lan")  # of fewer areas nothing is learnt


def newest_release(viewer: Viewer) -> Release | None:
    """The newest release; None before the first."""
    releases = fetch_releases(viewer=viewer)
    return releases[0] if releases else None


def is_smoothed(choice: Choice) -> bool:
    """Whether the map shows smoothed rates: asked for, and of something that can be."""
    counted = choice.indicator not in indicators_at(choice.level)
    return choice.smooth and counted and choice.level in SMOOTHED

"""Who presses a button."""

from data_access.viewer import Viewer
from pages import asking


def who_acts() -> Viewer:
    """Asked anew: a callback runs before the page, which may have been drawn for one who is out
    since. Raises PermissionError when nobody may come in, DatabaseUnavailable."""
    viewer = asking.ask().viewer
    if viewer is None:
        raise PermissionError
    return viewer

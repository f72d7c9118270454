"""Who is asking. Until sign-in is set up everyone is the demonstration's reader."""

from data_access.viewer import DEMONSTRATION, Viewer


def current_viewer() -> Viewer:
    """The viewer of this run, an argument of every query."""
    return DEMONSTRATION

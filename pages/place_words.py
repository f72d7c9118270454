"""The chosen place in words, for titles and files."""

from data_access.viewer import Viewer
from pages import reads
from ui.choice import Choice
from ui.place_words import place_name


def to_within(choice: Choice, viewer: Viewer) -> str:
    """The chosen polisregion and län: `Norrbottens län`, `polisregion Nord`, `Sverige`."""
    names = reads.fetch_names(choice.day, viewer=viewer)
    return place_name(
        names["polisregion"][choice.region] if choice.region else None,
        names["lan"][choice.lan] if choice.lan else None,
        whole="se" in names["riket"],
    )


def to_place(choice: Choice, viewer: Viewer) -> str:
    """The chosen area, else as `to_within`."""
    if not choice.area:
        return to_within(choice, viewer)
    names = reads.fetch_names(choice.day, viewer=viewer)
    return next((of[choice.area] for of in names.values() if choice.area in of), choice.area)

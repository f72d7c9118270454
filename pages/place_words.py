"""The chosen place in words."""

from data_access.viewer import Viewer
from pages import reads
from ui.choice import Choice
from words import _


def to_place_words(choice: Choice, viewer: Viewer) -> str:
    """`Umeå`, `Polisregion Nord`, `Norrbottens län`, or `Hela landet` (what the viewer sees of
    it)."""
    names = reads.fetch_names(choice.day, viewer=viewer)
    if choice.area:
        return next((of[choice.area] for of in names.values() if choice.area in of), choice.area)
    parts = []
    if choice.region:
        name = names["polisregion"].get(choice.region, choice.region)
        parts.append(_("Polisregion {name}").format(name=name))
    if choice.lan:
        parts.append(names["lan"].get(choice.lan, choice.lan))
    return ", ".join(parts) or _("Hela landet")

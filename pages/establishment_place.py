"""What Etablering shows, in words: the country, or the areas that are chosen."""

from data_access.viewer import Viewer
from pages import reads
from ui.choice import Choice
from ui.pace_choice import PRIORITISED, PaceChoice
from words import _


def to_words(choice: Choice, own: PaceChoice, viewer: Viewer) -> str:
    """The choice in words, for titles and files."""
    names = reads.fetch_names(choice.day, viewer=viewer)
    parts = []
    if choice.region:
        parts.append(_("Polisregion {name}").format(name=names["polisregion"][choice.region]))
    if choice.lan:
        parts.append(names["lan"][choice.lan])
    if choice.area:
        parts.append(next(of[choice.area] for of in names.values() if choice.area in of))
    whole = " · ".join(parts) or (_("Sverige") if names["riket"] else _("Dina områden"))
    return _("{place}, prioriterade").format(place=whole) if own.base == PRIORITISED else whole

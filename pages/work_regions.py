"""Which polisregioner a part shows: the chosen ones, or those that the choice lies in."""

from typing import NamedTuple

from data_access.areas import fetch_areas
from data_access.viewer import Viewer
from pages import reads
from ui.choice import Choice
from ui.headings import as_text
from words import _


class Regions(NamedTuple):
    """Code → name of each, and what is said where they are more than what was chosen."""

    names: dict[str, str]
    note: str = ""


def to_regions(choice: Choice, viewer: Viewer) -> Regions:
    """The chosen region, that of the chosen area or län, else all that the viewer knows."""
    names = reads.fetch_names(choice.day, viewer=viewer).get("polisregion", {})
    chosen = choice.area or choice.lan or choice.region
    areas = fetch_areas(choice.day, viewer=viewer).set_index("code")
    region = None if chosen is None else areas.loc[chosen, "polisregion"]
    if not isinstance(region, str):
        return Regions(names)
    of = {code: name for code, name in names.items() if code == region}
    if chosen == region or not of:
        return Regions(of)
    note = _("Rapporteras per polisregion. {area} ligger i polisregion {region}, som visas.")
    area = as_text(str(areas.loc[chosen, "name"]))
    return Regions(of, note.format(area=area, region=as_text(of[region])))

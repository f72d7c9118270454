"""Which areas lie within what is chosen, put together once per choice and scope."""

from datetime import date

from data_access.areas import Area, fetch_area
from data_access.cache import cached
from data_access.viewer import Viewer
from pages import reads


@cached
def fetch_within(
    levels: tuple[str, ...],
    on: date,
    region: str | None,
    lan: str | None,
    area_code: str | None,
    *,
    viewer: Viewer,
) -> frozenset[str] | None:
    """Codes of what lies within a choice: of a chosen area as `to_inside` has it, else of the
    levels' areas in the polisregion and the län; None when that is all there is. What crosses the
    choice is not in it: a län beside a region, and the other way. Raises UnknownArea."""
    if area_code:
        return to_inside(fetch_area(area_code, on, viewer=viewer))
    if not (region or lan):
        return None
    wider = {"riket", "lan" if region else "", "polisregion" if lan else ""}
    inside = [reads.fetch_inside(one, on, region, lan, viewer=viewer) for one in {*levels} - wider]
    return frozenset(code for codes in inside for code in codes)


def to_inside(area: Area) -> frozenset[str] | None:
    """The codes of the area and of what lies in it, of a kommun those of the local police areas
    that it lies in; None means all there is."""
    if area.level == "riket":
        return None
    kommuner = (code for code, _name, _part in area.kommuner)
    return frozenset({area.code, *(code for code, _name in area.lpos), *kommuner})

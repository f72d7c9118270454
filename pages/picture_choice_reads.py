"""Which areas lie within the choice of the filter bar, put together once per choice and scope."""

from datetime import date

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.viewer import Viewer
from ui import filters


@cached
def fetch_within(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> tuple[str, ...]:
    """Codes of the areas of every level within a polisregion and a län, where chosen, in order.
    What crosses the choice is not in it: the country, a län beside a region, and the other way."""
    wider = {"riket", "lan" if region else "", "polisregion" if lan else ""}
    areas = fetch_areas(on, viewer=viewer)
    found = [
        filters.to_within(of_level, str(level), region, lan)["code"]
        for level, of_level in areas.groupby("level", sort=False)
        if level not in wider or not (region or lan)
    ]
    return tuple(sorted(code for codes in found for code in codes))

"""Who reports: every area of any division, its region and its name."""

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.viewer import Viewer
from geodata.division import load_membership


def to_regions_of(*, viewer: Viewer) -> dict[str, str]:
    """Every lokalpolisområde and polisregion of any day → its polisregion."""
    return {code: region for code, (region, _name) in fetch_reporters(viewer=viewer).items()}


def to_names_of(*, viewer: Viewer) -> dict[str, str]:
    """The same areas → their names."""
    return {code: name for code, (_region, name) in fetch_reporters(viewer=viewer).items()}


@cached
def fetch_reporters(*, viewer: Viewer) -> dict[str, tuple[str, str]]:
    """Every lokalpolisområde and polisregion of any division → its polisregion and its name."""
    found: dict[str, tuple[str, str]] = {}
    for day in sorted(set(load_membership()["valid_from"])):
        areas = fetch_areas(day, viewer=viewer)
        own = areas[areas["level"].isin(["lpo", "polisregion"])]
        regions = own["polisregion"].where(own["level"] == "lpo", own["code"])
        found |= dict(zip(own["code"], zip(regions, own["name"], strict=True), strict=True))
    return found

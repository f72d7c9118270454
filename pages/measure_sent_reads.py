"""Who has sent measures, of all that owe them."""

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages.measure_reads import fetch_measures


@cached
def fetch_reporting(
    level: str,
    code: str,
    periods: tuple[str, ...],
    *,
    release: int,
    viewer: Viewer,
) -> tuple[int, int]:
    """How many local police areas in an area have sent any measure in the periods, and how many
    there are: each owes them, with a council or without (`reporting.obligations`)."""
    day = Quarter.parse(periods[-1]).last
    areas = fetch_areas(day, "lpo", viewer=viewer)
    held = areas["code"] if level in ("lpo", "riket") else areas[level]
    inside = set(areas.loc[held.map(lambda of: level == "riket" or code in of.split()), "code"])
    lpos = fetch_measures("lpo", periods, (), release=release, viewer=viewer)
    sent = inside & set(lpos.loc[lpos["value"].notna() | (lpos["reason"] == "skyddat"), "code"])
    return len(sent), len(inside)

"""Who has sent measures, of those that have a council to send them."""

from datetime import date

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.establishment import fetch_stages
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.stages import AT_WORK
from pages.measure_reads import fetch_measures


@cached
def fetch_reporting(
    level: str,
    code: str,
    periods: tuple[str, ...],
    known_on: date | None = None,
    *,
    release: int,
    viewer: Viewer,
) -> tuple[int, int]:
    """How many local police areas in an area have sent any measure in the periods, and how many
    there have sent or have a council that had started by the last of them, as known on `known_on`
    (None = now): others need not."""
    day = Quarter.parse(periods[-1]).last
    areas = fetch_areas(day, "lpo", viewer=viewer)
    held = areas["code"] if level in ("lpo", "riket") else areas[level]
    inside = set(areas.loc[held.map(lambda of: level == "riket" or code in of.split()), "code"])
    lpos = fetch_measures("lpo", periods, (), release=release, viewer=viewer)
    sent = inside & set(lpos.loc[lpos["value"].notna() | (lpos["reason"] == "skyddat"), "code"])
    stages = fetch_stages("lpo", day, known_on=known_on, viewer=viewer)
    started = set(stages.loc[stages["stage"].isin(AT_WORK), "code"])
    return len(sent), len(sent | (started & inside))

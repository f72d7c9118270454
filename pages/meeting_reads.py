"""Councils' meetings as Deltagande shows them, put together once per release and scope."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.courses import fetch_courses
from data_access.frames import to_frame
from data_access.register import fetch_register
from data_access.released_reports import fetch_reported, fetch_reports
from data_access.viewer import Viewer
from indicators.participation import with_states
from indicators.periods import Quarter, newest_over
from indicators.stages import AT_WORK
from reporting.obligations import FIRST_PERIOD
from reporting.register import Listing
from ui.meeting_choice import REGIONAL

KIND = "deltagande"
_COLUMNS = {"area": "str", "period": "str", "is_owed": "bool", "region": "str", "within": "str"}
_Unit = tuple[str, str, bool, str, str]


@cached
def fetch_units(
    councils: str, on: date, known_on: date | None = None, *, release: int, viewer: Viewer
) -> pd.DataFrame:
    """Every local (or regional) council of every quarter that is over on the day, as
    `indicators.participation` counts on: area, period, is_owed, region, within (codes of all that
    the area is or lies in, separated by a space), rows; of councils as known on `known_on` (None =
    now)."""
    quarters = Quarter.range(FIRST_PERIOD, newest_over(on))
    made = (
        _to_regional(quarters, on, viewer)
        if councils == REGIONAL
        else _to_local(quarters, known_on, viewer)
    )
    units = to_frame(made, _COLUMNS)
    reported = fetch_reported(KIND, release=release, viewer=viewer).astype({"rows": "Int64"})
    return units.merge(reported, on=["area", "period"], how="left")


def _to_local(quarters: list[Quarter], known_on: date | None, viewer: Viewer) -> Iterator[_Unit]:
    """A unit owes a report when its council has started, or is established, on the last day."""
    for course in fetch_courses(known_on=known_on, viewer=viewer):
        above = (course.code, course.polisomrade, course.polisregion, course.lan, course.kommuner)
        for quarter in quarters:
            if course.holds(quarter.last):
                is_owed = course.stage_on(quarter.last) in AT_WORK
                yield course.code, str(quarter), is_owed, course.polisregion, " ".join(above)


def _to_regional(quarters: list[Quarter], on: date, viewer: Viewer) -> Iterator[_Unit]:
    """Each region has a council that must report every quarter. All that has a part in the region
    is within it: a kommun or a län that it crosses too."""
    within: dict[str, set[str]] = {}
    for course in fetch_courses(viewer=viewer):
        parts = (course.code, course.polisomrade, *course.lan.split(), *course.kommuner.split())
        within.setdefault(course.polisregion, set()).update(parts)
    for code in fetch_areas(on, "polisregion", viewer=viewer)["code"]:
        inside = " ".join(sorted({code, *within.get(code, ())}))
        yield from ((code, str(one), True, code, inside) for one in quarters)


@cached
def fetch_rows(*, release: int, viewer: Viewer) -> pd.DataFrame:
    """Every row of meetings that is told, as `indicators.participation` counts on."""
    return with_states(fetch_reports(KIND, release=release, viewer=viewer))


def fetch_actors(*, viewer: Viewer) -> dict[str, str]:
    """Code → name of the register's actors in its order, those that have ended too."""
    return fetch_register(viewer=viewer).names(Listing.ACTOR)


@cached
def fetch_newest(councils: str, on: date, *, release: int, viewer: Viewer) -> Quarter | None:
    """The newest quarter of which any of the councils has reported, as `fetch_units` has them."""
    return find_newest(fetch_units(councils, on, release=release, viewer=viewer))


def find_newest(units: pd.DataFrame) -> Quarter | None:
    """The newest quarter of which any of the councils has reported."""
    came = units[units["rows"].notna()]
    return None if came.empty else Quarter.parse(came["period"].max())

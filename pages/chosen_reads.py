"""The courses that Etablering counts: those within the choice, and what else is counted there."""

from collections.abc import Sequence
from datetime import date

from data_access.cache import cached
from data_access.courses import fetch_courses, fetch_priorities
from data_access.coverage_course import fetch_pieces_on_each
from data_access.establishment import fetch_stages
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators import coverage
from indicators.counted import Counted, count_whole_prioritised
from indicators.courses import Course
from indicators.coverage_course import to_days
from indicators.pace import to_existing
from indicators.stages import NOT_NEEDED
from ui.pace_choice import PRIORITISED

DEADLINES = ("frist", "redovisning")
_LEVELS = ["lpo", "kommun", "polisomrade", "polisregion", "lan"]


@cached
def fetch_chosen(
    on: date,
    region: str | None,
    lan: str | None,
    area_code: str | None,
    base: str,
    *,
    viewer: Viewer,
) -> tuple[Course, ...]:
    """The courses within the choice, of every day: in the region and the län, in or around the
    area, and, when only those are asked for, prioritised by the day."""
    found = fetch_courses(viewer=viewer)
    if base == PRIORITISED:
        priorities = fetch_priorities(on, viewer=viewer)
        found = tuple(one for one in found if priorities[one.code])
    return tuple(one for one in found if _is_in(one, region, lan, area_code))


def _is_in(course: Course, region: str | None, lan: str | None, area: str | None) -> bool:
    counties = course.lan.split()
    lies_in = (course.code, course.polisomrade, course.polisregion, "se", *counties)
    return (
        region in (None, course.polisregion)
        and (lan is None or lan in counties)
        and (area is None or area in (*lies_in, *course.kommuner.split()))
    )


def count_prioritised(
    on: date, region: str | None, lan: str | None, area: str | None, *, viewer: Viewer
) -> Counted:
    """The prioritised areas within the choice, established in all of it as on Översikt."""
    then = fetch_pieces_on_each(to_days(FIRST_DAY, on), viewer=viewer)
    now = coverage.within(then[then["day"] == on], region, lan)
    if area and area != "se":
        now = now[(now[_LEVELS] == area).any(axis=1)]
    courses = to_existing(fetch_courses(viewer=viewer), on)
    not_needed = {one.code for one in courses if one.stage_on(on) == NOT_NEEDED}
    return count_whole_prioritised(now, then, not_needed)


def count_partly(here: Sequence[Course], on: date, *, viewer: Viewer) -> int:
    """How many of the established areas are so in a part alone."""
    stages = fetch_stages("lpo", on, viewer=viewer)
    own = stages[stages["code"].isin([one.code for one in here])]
    return int((own["partly"] & own["established_on"].notna()).sum())


def to_deadline(on: date, *, viewer: Viewer) -> date | None:
    """The next day by which something is to be done, after the day itself."""
    found = fetch_milestones(viewer=viewer)
    coming = found[(found["day"] > on) & found["kind"].isin(DEADLINES)]
    return None if coming.empty else coming.iloc[0]["day"]

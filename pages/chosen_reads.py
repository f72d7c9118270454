"""The courses that Etablering counts: those within the choice, and what else is counted there."""

from collections.abc import Sequence
from datetime import date

from data_access.cache import cached
from data_access.courses import fetch_courses, fetch_priorities
from data_access.establishment import fetch_pieces, fetch_stages
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from indicators import coverage
from indicators.courses import Course
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
) -> tuple[int, int]:
    """(established in all of it, number) of the prioritised areas, as on Översikt."""
    pieces = fetch_pieces(on, viewer=viewer)
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    pieces = pieces[pieces["lan"] == lan] if lan else pieces
    if area and area != "se":
        pieces = pieces[(pieces[_LEVELS] == area).any(axis=1)]
    found = coverage.share_of_prioritised_covered(pieces).sum(numeric_only=True)
    return int(found["covered"]), int(found["counted_over"])


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

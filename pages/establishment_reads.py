"""What Etablering counts, within the choice, put together once a day and scope."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from data_access.cache import cached
from data_access.courses import fetch_courses, fetch_priorities
from data_access.establishment import fetch_pieces, fetch_stages
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators import coverage, forecast, pace
from indicators.courses import Course
from indicators.pace import Stalled, Wait
from indicators.periods import Quarter
from indicators.stages import ESTABLISHED, NOT_NEEDED
from pages.reads import fetch_names
from ui.pace_choice import PRIORITISED
from ui.pace_words import Lead
from ui.stage_chart import Bar

DEADLINES = ("frist", "redovisning")
_LEVELS = ("lpo", "kommun", "polisomrade", "polisregion", "lan")


class Group(NamedTuple):
    """The areas of a polisregion or polisområde on the day, and how fast they come along."""

    code: str
    name: str
    areas: int
    established: int
    new: dict[Quarter, int]
    waits: tuple[Wait, ...]
    stalled: tuple[Stalled, ...]


class Picture(NamedTuple):
    """All that the page shows. `courses` are the day's areas, what needs attention first; `partly`
    of the established are so in a part alone; `past` are the quarters of the pace."""

    courses: tuple[Course, ...]
    names: dict[str, str]
    bars: tuple[Bar, ...]
    all: Lead
    prioritised: Lead
    partly: int
    new: dict[Quarter, int]
    past: tuple[Quarter, ...]
    waits: tuple[Wait, ...]
    stalled: tuple[Stalled, ...]
    level: str
    groups: tuple[Group, ...]


def to_deadline(on: date, *, viewer: Viewer) -> date | None:
    """The next day by which something is to be done, after the day itself."""
    found = fetch_milestones(viewer=viewer)
    coming = found[(found["day"] > on) & found["kind"].isin(DEADLINES)]
    return None if coming.empty else coming.iloc[0]["day"]


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


@cached
def fetch_picture(
    on: date,
    region: str | None,
    lan: str | None,
    area_code: str | None,
    base: str,
    still: int,
    *,
    viewer: Viewer,
) -> Picture | None:
    """All that the page shows of the choice; None when no area lies in it."""
    place = (region, lan, area_code)
    courses = fetch_chosen(on, *place, base, viewer=viewer)
    here = pace.to_existing(courses, on)
    if not here:
        return None
    stalled = pace.find_stalled(here, on, still)
    stops = pace.to_stops(FIRST_DAY, on)
    bars = tuple(Bar(stop, dict(pace.count_stages(courses, stop.day))) for stop in stops)
    wide = fetch_chosen(on, *place, PRIORITISED, viewer=viewer)
    names = fetch_names(on, viewer=viewer)
    level = _to_level(here, names, wide=not any(place) or area_code == "se")
    deadline = to_deadline(on, viewer=viewer)
    return Picture(
        courses=tuple(pace.to_order(here, on, stalled)),
        names={one.code: names["lpo"][one.code] for one in here},
        bars=bars,
        all=_to_lead(courses, on, bars[-1].counts.get(ESTABLISHED, 0), len(here), deadline),
        prioritised=_to_lead(wide, on, *_count_prioritised(on, *place, viewer=viewer), deadline),
        partly=_count_partly(here, on, viewer=viewer),
        new=dict(pace.count_new(courses, on)),
        past=tuple(forecast.to_past(FIRST_DAY, on)),
        waits=tuple(pace.to_waits(here, on)),
        stalled=tuple(stalled),
        level=level,
        groups=tuple(_to_groups(courses, on, stalled, level, names[level])),
    )


def _to_lead(
    courses: Sequence[Course], on: date, established: int, areas: int, deadline: date | None
) -> Lead:
    past, new = forecast.to_past(FIRST_DAY, on), pace.count_new(courses, on)
    not_needed = pace.count_stages(courses, on)[NOT_NEEDED]
    left = areas - established - not_needed
    came = sum(new[quarter] for quarter in past)
    return Lead(areas, established, forecast.to_forecast(came, past, left, on, deadline))


def _count_prioritised(
    on: date, region: str | None, lan: str | None, area: str | None, *, viewer: Viewer
) -> tuple[int, int]:
    """(established in all of it, number) of the prioritised areas, as on Översikt."""
    pieces = fetch_pieces(on, viewer=viewer)
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    pieces = pieces[pieces["lan"] == lan] if lan else pieces
    if area and area != "se":
        pieces = pieces[(pieces[list(_LEVELS)] == area).any(axis=1)]
    found = coverage.share_of_prioritised_covered(pieces).sum(numeric_only=True)
    return int(found["covered"]), int(found["counted_over"])


def _count_partly(here: Sequence[Course], on: date, *, viewer: Viewer) -> int:
    stages = fetch_stages("lpo", on, viewer=viewer)
    codes = {one.code for one in here}
    return int(
        (stages["code"].isin(codes) & stages["partly"] & stages["established_on"].notna()).sum()
    )


def _to_level(here: Sequence[Course], names: dict[str, dict[str, str]], *, wide: bool) -> str:
    """What the areas are grouped by: the widest of which the viewer knows the names."""
    for level in ("polisregion", "polisomrade") if wide else ("polisomrade",):
        if all(_to_group(one, level) in names.get(level, {}) for one in here):
            return level
    return "lpo"


def _to_group(course: Course, level: str) -> str:
    return course.code if level == "lpo" else str(getattr(course, level))


def _to_groups(
    courses: Sequence[Course],
    on: date,
    stalled: Sequence[Stalled],
    level: str,
    names: dict[str, str],
) -> list[Group]:
    """A group a name, in the names' order."""
    groups = []
    for code, name in names.items():
        own = [one for one in courses if _to_group(one, level) == code]
        here = pace.to_existing(own, on)
        if here:
            counts = pace.count_stages(own, on)
            still = tuple(one for one in stalled if _to_group(one.course, level) == code)
            new, waits = dict(pace.count_new(own, on)), tuple(pace.to_waits(here, on))
            group = Group(code, name, len(here), counts[ESTABLISHED], new, waits, still)
            groups.append(group)
    return groups

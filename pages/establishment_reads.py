"""What Etablering shows of the choice, put together once a day and scope."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators import forecast, groups, pace
from indicators.counted import count_furthest
from indicators.courses import Course
from indicators.forecast import Lead
from indicators.groups import Group
from indicators.pace import Stalled, Wait
from indicators.periods import Quarter
from pages.chosen_reads import count_partly, count_prioritised, fetch_chosen, to_deadline
from pages.reads import fetch_names
from ui import time_axis
from ui.stage_chart import Bar


class Establishment(NamedTuple):
    """All that the page shows. `courses` are the day's areas, what needs attention first; `all`
    counts an area as soon as its furthest council is established, `prioritised` only in all of it;
    `partly` of the established are so in a part alone; `past` are the quarters of the pace; charts
    of time go to `end`, with `marks`."""

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
    end: date
    marks: pd.DataFrame
    level: str
    groups: tuple[Group, ...]


@cached
def fetch_establishment(
    on: date,
    region: str | None,
    lan: str | None,
    area_code: str | None,
    base: str,
    still: int,
    *,
    viewer: Viewer,
) -> Establishment | None:
    """All that the page shows of the choice; None when no area lies in it."""
    place = (region, lan, area_code)
    courses = fetch_chosen(on, *place, base, viewer=viewer)
    here = pace.to_existing(courses, on)
    if not here:
        return None
    stalled = pace.find_stalled(here, on, still)
    stops = pace.to_stops(FIRST_DAY, on)
    bars = tuple(Bar(stop, dict(pace.count_stages(courses, stop.day))) for stop in stops)
    counted = count_prioritised(on, *place, viewer=viewer)
    names = fetch_names(on, viewer=viewer)
    level = groups.to_level(here, names, of_country=not any(place) or area_code == "se")
    deadline = to_deadline(on, viewer=viewer)
    end = deadline or on
    furthest = count_furthest(courses, on)
    return Establishment(
        courses=tuple(pace.to_order(here, on, stalled)),
        names={one.code: names["lpo"][one.code] for one in here},
        bars=bars,
        all=forecast.to_lead(furthest, on, FIRST_DAY, deadline),
        prioritised=forecast.to_lead(counted, on, FIRST_DAY, deadline),
        partly=count_partly(here, on, viewer=viewer),
        new=dict(furthest.new),
        past=tuple(forecast.to_past(FIRST_DAY, on)),
        waits=tuple(pace.to_waits(here, on)),
        stalled=tuple(stalled),
        end=end,
        marks=time_axis.to_marks(fetch_milestones(viewer=viewer), FIRST_DAY, end),
        level=level,
        groups=tuple(groups.to_groups(courses, on, stalled, level, names[level])),
    )

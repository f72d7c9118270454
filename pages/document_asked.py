"""What Rapporter is asked for: the choice of the address, and what there is to choose from."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators.periods import Quarter, newest_over
from pages.reads import fetch_names
from reports.content.asked import LEVELS, Asked, to_asked, to_made_on
from ui import document_choice
from ui.document_choice import LAST, RELEASE, Wanted
from ui.picture_words import area_title
from words import _

AREA = "omrade"
WIDER = ("lan", "region")  # parameters of other pages that name an area too


class Choices(NamedTuple):
    """The checked choice, and what each of its fields may be: releases, quarters in order of time,
    and code → title of the areas of the last quarter; `problems` by parameter."""

    area: str
    wanted: Wanted
    releases: tuple[Release, ...]
    quarters: tuple[Quarter, ...]
    areas: dict[str, str]
    problems: dict[str, str]


def read(parameters: Mapping[str, str], viewer: Viewer) -> Choices | None:
    """The choice; None before the first release, and for who sees no area."""
    releases = fetch_releases(viewer=viewer)
    if not releases:
        return None
    number, problems = document_choice.to_release(parameters, [one.number for one in releases])
    release = next(one for one in releases if one.number == number)
    newest = newest_over(to_made_on(release))
    quarters = tuple(Quarter.range(Quarter.of(FIRST_DAY), newest))
    wanted, more = document_choice.to_wanted(parameters, number, quarters, newest)
    areas = to_areas(wanted.last.last, viewer)
    if not areas:
        return None
    area, wrong = _to_area(parameters, areas)
    return Choices(area, wanted, releases, quarters, areas, problems | more | wrong)


def to_areas(on: date, viewer: Viewer) -> dict[str, str]:
    """Code → title of the areas that have a report of their own, from large to small."""
    names = fetch_names(on, viewer=viewer)
    return {
        code: area_title(level, name) for level in LEVELS for code, name in names[level].items()
    }


def _to_area(parameters: Mapping[str, str], areas: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    usual = next(iter(areas))
    asked = next((parameters[one] for one in (AREA, *WIDER) if parameters.get(one)), usual)
    if asked in areas:
        return asked, {}
    told = _("”{code}” har ingen egen rapport den sista dagen i perioden. {usual} är valt.")
    return usual, {AREA: told.format(code=asked[:40], usual=areas[usual])}


def to_parameters(choices: Choices) -> dict[str, str | None]:
    """What the address says whatever is chosen; what was wrong is taken away."""
    wanted = choices.wanted
    return dict.fromkeys(choices.problems) | {LAST: str(wanted.last), RELEASE: str(wanted.release)}


def to_report(choices: Choices, stamp: date, viewer: Viewer) -> Asked:
    """The report that the choice is of. Raises what `to_asked` does."""
    wanted = choices.wanted
    of = (choices.area, wanted.first, wanted.last, wanted.release, stamp)
    return to_asked(*of, viewer=viewer)

"""What Insatser och mål is asked to show beside area and day, read from the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.checked import to_checked
from ui.trend_choice import QUARTER, YEAR
from words import _

MEASURES, GOALS, OBSTACLES, RESOURCES = "insatser", "mal", "hinder", "resurser"
PARTS = (MEASURES, GOALS, OBSTACLES, RESOURCES)
WITHIN, BETWEEN = "inom", "mellan"
STAFF, MONEY, HOURS = "arsarbetskrafter", "kronor", "timmar"
NAMES = ("del", "tid", "atgard", "mal", "hinder", "hindersniva", "ar", "resurs")  # of parameters
ANY = ""  # no choice: all of them, or the one that the page takes by itself


@dataclass(frozen=True)
class WorkChoice:
    """Which part of the page; quarter or year; which measure (code), goal, category of obstacles,
    obstacles within or between levels, year of resources, and what is counted of them."""

    part: str = MEASURES
    by: str = QUARTER
    measure: str = ANY
    goal: str = ANY
    category: str = ANY
    between: str = ANY
    year: str = ANY
    resource: str = STAFF


@dataclass(frozen=True)
class Lists:
    """What there is to choose from: codes of measures, goals and categories, and years."""

    measures: Sequence[str] = ()
    goals: Sequence[str] = ()
    categories: Sequence[str] = ()
    years: Sequence[str] = ()


def to_work_choice(
    parameters: Mapping[str, str], lists: Lists
) -> tuple[WorkChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong."""
    allowed: dict[str, Sequence[str]] = {
        "del": PARTS,
        "tid": (QUARTER, YEAR),
        "atgard": (ANY, *lists.measures),
        "mal": (ANY, *lists.goals),
        "hinder": (ANY, *lists.categories),
        "hindersniva": (ANY, WITHIN, BETWEEN),
        "ar": (ANY, *lists.years),
        "resurs": (STAFF, MONEY, HOURS),
    }
    values, problems = to_checked(parameters, allowed)
    return WorkChoice(*(values[name] for name in NAMES)), problems


def part_name(part: str) -> str:
    """A part of the page in words."""
    return {
        MEASURES: _("Insatser"),
        GOALS: _("Gemensamma mål"),
        OBSTACLES: _("Hinder"),
        RESOURCES: _("Resurser"),
    }[part]

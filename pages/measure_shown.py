"""What the pictures of measures have in common: where, when, and what the kinds are called."""

from functools import partial
from typing import NamedTuple

from indicators.protection.method import Method
from pages import kept, measure_reads, trend_places
from pages.trend_places import Place
from pages.work_asked import WorkAsked
from reporting.register import Entry, Listing
from ui import measure_words
from ui.trend_choice import QUARTER


class Shown(NamedTuple):
    """Which place and periods (at least one) are shown, and code → name of the kinds; one that the
    register has not stands under its code."""

    asked: WorkAsked
    place: Place
    periods: tuple[str, ...]
    names: dict[str, str]

    @property
    def is_year(self) -> bool:
        """Whether quarters are summed."""
        return self.asked.work.by != QUARTER

    @property
    def rounds(self) -> bool:
        """Whether small counts are rounded."""
        return self.asked.release.method is Method.ROUNDING

    @property
    def period(self) -> str:
        """The periods in words."""
        return measure_words.period_words(self.periods, whole=self.is_year)


def to_shown(asked: WorkAsked) -> Shown | None:
    """The chosen area, else the widest that the viewer sees figures of; None when there is none."""
    found = kept.show("insatser-visat", partial(_find, asked), asked.viewer)
    return Shown(asked, *found) if found else None


def _find(asked: WorkAsked) -> tuple[Place, tuple[str, ...], dict[str, str]] | None:
    """Place, periods and names of `Shown`."""
    periods = measure_reads.to_periods(asked)
    if not periods:
        return None

    def has(level: str, code: str) -> bool:
        return code in set(measure_reads.to_measures(asked, level, periods)["code"])

    place = trend_places.find_place(asked.choice, has, asked.viewer)
    if place is None:
        return None
    entries = measure_reads.fetch_entries(viewer=asked.viewer)
    told = measure_reads.to_measures(asked, place.level, periods)["entry"]
    names = {code: code for code in told} | {code: one.name for code, one in entries.items()}
    return place, periods, names


def to_entry(shown: Shown, code: str) -> Entry:
    """The kind of the register; one that it has not is named by its code."""
    known = measure_reads.fetch_entries(viewer=shown.asked.viewer)
    return known.get(code) or Entry(Listing.MEASURE, code, code)

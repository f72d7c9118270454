"""What a report is of: area, period and release, checked."""

from datetime import date, timedelta
from typing import NamedTuple

from data_access.areas import Area, UnknownArea, fetch_area, fetch_visible
from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators.periods import Quarter, period_name
from ui import formats
from ui.choice import Choice
from ui.picture_words import area_title
from ui.sheet import release_name
from words import _

LEVELS = ("riket", "polisregion", "lan", "lpo")


class UnknownRelease(LookupError):
    """There is no such release."""

    def __init__(self, number: int):
        super().__init__(f"no release {number}")
        self.number = number


class BadSpan(ValueError):
    """A period can't be reported; `reason`: 'backwards', 'before-first', 'not-over'."""

    def __init__(self, reason: str):
        super().__init__(f"period refused: {reason}")
        self.reason = reason


class BadScope(ValueError):
    """An area of that level has no report of its own."""

    def __init__(self, level: str):
        super().__init__(f"no report of level {level!r}; choose one of {', '.join(LEVELS)}")
        self.level = level


class Asked(NamedTuple):
    """A checked choice. `stamp` is the day that the document bears, the only one from the clock."""

    area: Area
    first: Quarter
    last: Quarter
    release: Release
    viewer: Viewer
    stamp: date

    @property
    def day(self) -> date:
        """The day of the report: the period's last."""
        return self.last.last

    @property
    def since(self) -> date:
        """The day before the period, never before the structure began."""
        return max(self.first.first - timedelta(days=1), FIRST_DAY)

    @property
    def known_on(self) -> date:
        """The day in Sweden on which the release was made: what came later is not in the report."""
        return to_made_on(self.release)

    @property
    def choice(self) -> Choice:
        """The area as pages choose it."""
        code, level = self.area.code, self.area.level
        return Choice(
            day=self.day,
            since=self.since,
            region=code if level == "polisregion" else None,
            lan=code if level == "lan" else None,
            area=code if level == "lpo" else None,
        )

    @property
    def place(self) -> str:
        """The area as it stands in a sentence."""
        if self.area.level == "polisregion":
            return _("polisregion {name}").format(name=self.area.name)
        if self.area.level == "lpo":
            return _("lokalpolisområde {name}").format(name=self.area.name)
        return self.title

    @property
    def title(self) -> str:
        """The area as a title has it."""
        return area_title(self.area.level, self.area.name)

    @property
    def period(self) -> str:
        """The period in words: `2025 K4–2026 K3`."""
        names = [period_name(str(one)) for one in (self.first, self.last)]
        return names[0] if self.first == self.last else "–".join(names)

    @property
    def periods(self) -> tuple[str, ...]:
        """Every quarter of the period, in order."""
        return tuple(str(one) for one in Quarter.range(self.first, self.last))

    @property
    def source(self) -> str:
        """The release as figures tell it."""
        return release_name(self.release.number, self.release.made_at)

    def of(self, code: str) -> "Asked":
        """The same of another area. Raises UnknownArea."""
        return self._replace(area=fetch_area(code, self.day, viewer=self.viewer))


def to_asked(
    code: str, first: Quarter, last: Quarter, number: int, stamp: date, *, viewer: Viewer
) -> Asked:
    """The checked choice. Raises UnknownRelease, BadSpan, UnknownArea (also of an area that was not
    there on the period's last day, or that the viewer does not see), BadScope,
    DatabaseUnavailable."""
    release = find_release(number, viewer=viewer)
    check_span(first, last, release)
    if not viewer.sees_figures or code not in fetch_visible(last.last, viewer=viewer):
        raise UnknownArea(code, last.last)
    area = fetch_area(code, last.last, viewer=viewer)
    if area.level not in LEVELS:
        raise BadScope(area.level)
    return Asked(area, first, last, release, viewer, stamp)


def find_release(number: int, *, viewer: Viewer) -> Release:
    """The release of that number. Raises UnknownRelease, DatabaseUnavailable."""
    found = next((one for one in fetch_releases(viewer=viewer) if one.number == number), None)
    if found is None:
        raise UnknownRelease(number)
    return found


def check_span(first: Quarter, last: Quarter, release: Release) -> None:
    """Raises BadSpan unless the quarters follow each other and were over at the release."""
    if first > last:
        raise BadSpan("backwards")
    if first < Quarter.of(FIRST_DAY):
        raise BadSpan("before-first")
    if last.last > to_made_on(release):
        raise BadSpan("not-over")


def to_made_on(release: Release) -> date:
    """The day in Sweden on which the release was made."""
    day = formats.day_of(release.made_at)
    assert day is not None  # every release was made at some time
    return day

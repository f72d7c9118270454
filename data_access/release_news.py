"""What the next release would bring: reports that are approved and not yet published."""

from typing import NamedTuple

from data_access.raw.released import read_approved_units, read_released_units
from data_access.raw.told_reports import RELEASED
from data_access.release_memory import list_rows
from data_access.scope import check_makes_releases
from data_access.viewer import Viewer


class News(NamedTuple):
    """Reports that are new to the next release, that are others than in the last one, and that
    were in it and are no longer approved; the number that it gets."""

    new: int
    changed: int
    gone: int
    number: int

    @property
    def is_any(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self.new or self.changed or self.gone)


def read_news(*, viewer: Viewer) -> News:
    """What the next release would bring. Raises NotAllowed, DatabaseUnavailable."""
    check_makes_releases(viewer)
    releases = list_rows()
    now = read_approved_units(RELEASED)
    then = read_released_units(releases[0].token, RELEASED) if releases else {}
    both = now.keys() & then.keys()
    return News(
        len(now.keys() - then.keys()),
        sum(now[unit] != then[unit] for unit in both),
        len(then.keys() - now.keys()),
        (releases[0].id if releases else 0) + 1,
    )

"""Example reports of four quarters through the real door, their release, and published pictures."""

from datetime import timedelta
from functools import cache

import clock
from data_access import example_door
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter
from pages import picture_example
from reports.content.asked import Asked, to_asked
from reports.content.making import to_document
from reports.document.blocks import Document

FIRST, LAST = Quarter(2025, 4), Quarter(2026, 3)
STAMP = clock.today() + timedelta(days=1)  # what is published today is in it
READER = DEMONSTRATIONS[Role.LASARE]


def fill() -> None:
    """For a database that tests of reports read."""
    assert example_door.main(["--since", str(FIRST)]) == 0
    assert picture_example.main() == 0


def ask(code: str = "se", viewer: Viewer = READER, first: Quarter = FIRST) -> Asked:
    """A report of the release."""
    return to_asked(code, first, LAST, 1, STAMP, viewer=viewer)


@cache
def to_report(code: str = "se") -> Document:
    """The whole of it, made once by each process, for those who only read what `fill` wrote."""
    return to_document(ask(code))

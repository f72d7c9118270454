"""The lägesbild that the address names, as far as it is for who asks."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from data_access.areas import Area, UnknownArea, fetch_area
from data_access.picture_drafts import Manuscript, read_manuscript
from data_access.pictures import Published, UnknownPicture, WithdrawnPicture, fetch_picture
from data_access.viewer import Right, Viewer


class Opened(NamedTuple):
    """What readers see of it, or that it is withdrawn, and what those who write and approve there
    do; not all None."""

    published: Published | None
    manuscript: Manuscript | None
    withdrawn: WithdrawnPicture | None = None


def open_picture(number: int, viewer: Viewer) -> Opened | None:
    """The lägesbild; None when there is none, or none for the viewer. Raises
    DatabaseUnavailable."""
    published = manuscript = withdrawn = None
    try:
        published = fetch_picture(number, viewer=viewer)
    except WithdrawnPicture as error:
        withdrawn = error
    except UnknownPicture:
        pass
    if viewer.may(Right.APPROVE):
        with suppress(UnknownPicture):
            manuscript = read_manuscript(number, viewer=viewer)
    if published or manuscript or withdrawn:
        return Opened(published, manuscript, withdrawn)
    return None


def find_area(code: str, on: date, viewer: Viewer) -> Area | None:
    """The area on the day; None when it is not there, or not for the viewer."""
    try:
        return fetch_area(code, on, viewer=viewer)
    except UnknownArea:
        return None

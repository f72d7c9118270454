"""Whose a lägesbild is: the area as the division was on the picture's day."""

from datetime import date

from sqlalchemy import Connection, select

from data_access.area import AreaRow, keep_areas, keep_pieces
from data_access.picture_rules import LOCAL_LEVELS, OwnPicture
from data_access.places import to_visible, to_whole
from data_access.recording import check_area
from data_access.schema import PICTURE_VERSION
from data_access.scope import OutsideScope, check_right, check_scope
from data_access.viewer import Right, Viewer
from geodata.division import LEVELS, division_of


def find_seen(connection: Connection, on: date, viewer: Viewer) -> frozenset[str]:
    """Codes of the areas whose published pictures of the day the viewer is shown."""
    pieces = keep_pieces(connection, division_of("lpo", on), viewer)
    return to_visible(pieces, viewer)


def find_own(connection: Connection, on: date, viewer: Viewer) -> frozenset[str]:
    """Codes of the areas whose drafts of the day the viewer is shown: she writes and approves
    there, and sees the figures that they are of."""
    if not viewer.may(Right.APPROVE):
        return frozenset()
    pieces = keep_pieces(connection, division_of("lpo", on), viewer)
    return to_whole(pieces, viewer.answers_for) & to_visible(pieces, viewer)


def check_writes(connection: Connection, viewer: Viewer, area: str, on: date) -> None:
    """Raises UnknownArea, NotAllowed, or OutsideScope unless the viewer writes of the area."""
    check_right(viewer, Right.APPROVE)
    check_area(connection, area, on, LEVELS)
    check_scope(connection, viewer, Right.APPROVE, [area], on)
    if area not in find_seen(connection, on, viewer):
        raise OutsideScope(area, on)


def check_approves(
    connection: Connection, viewer: Viewer, picture: int, area: str, on: date
) -> None:
    """As `check_writes`; above the local areas it takes who publishes, and never one who has
    written any of the text (OwnPicture)."""
    check_writes(connection, viewer, area, on)
    if keep_areas(connection, viewer)[area].level not in LOCAL_LEVELS:
        check_right(viewer, Right.PUBLISH)
    own = select(PICTURE_VERSION.c.id).where(
        PICTURE_VERSION.c.picture == picture, PICTURE_VERSION.c.recorded_by == viewer.subject
    )
    if connection.execute(own.limit(1)).first() is not None:
        raise OwnPicture(viewer)


def may_approve(level: str, authors: frozenset[str], viewer: Viewer) -> bool:
    """Whether the viewer, who writes there, may approve what those authors have written."""
    high_enough = level in LOCAL_LEVELS or viewer.may(Right.PUBLISH)
    return viewer.may(Right.APPROVE) and high_enough and viewer.subject not in authors


def find_area_row(connection: Connection, code: str, viewer: Viewer) -> AreaRow:
    """The area as it is stored."""
    return keep_areas(connection, viewer)[code]

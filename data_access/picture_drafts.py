"""Lägesbilder that are being written: for those who write and approve in their areas alone."""

from datetime import date

from sqlalchemy import select

from data_access.connect import engine, reading
from data_access.picture_rows import Manuscript, Step, Version, list_all_but, read_one
from data_access.picture_rules import DROPPED, UnknownPicture
from data_access.picture_scope import find_own
from data_access.schema import PICTURE_FROZEN, PICTURE_WITHDRAWAL
from data_access.viewer import Right, Viewer

__all__ = ["Manuscript", "Step", "Version", "find_writable", "list_unpublished", "read_manuscript"]

_WITHDRAWN = select(PICTURE_WITHDRAWAL.c.picture)


def list_unpublished(*, viewer: Viewer) -> list[Manuscript]:
    """Those that readers are not shown, since they are under way or were withdrawn, of the areas
    that the viewer writes and approves in; the newest first, without those dropped. Never kept in
    memory. Raises DatabaseUnavailable."""
    if not (viewer.may(Right.APPROVE) and viewer.reports):
        return []
    with reading(engine()) as connection:
        shown = select(PICTURE_FROZEN.c.picture).where(PICTURE_FROZEN.c.picture.not_in(_WITHDRAWN))
        hidden = list_all_but(connection, connection.scalars(shown).all())
        found = [one for one in hidden if one.state != DROPPED]
        days = {one.newest.day for one in found}
        own = {day: find_own(connection, day, viewer) for day in sorted(days)}
    return [one for one in found if one.area in own[one.newest.day]]


def find_writable(on: date, *, viewer: Viewer) -> frozenset[str]:
    """Codes of the areas that the viewer may write of on the day. Raises DatabaseUnavailable."""
    if not viewer.may(Right.APPROVE):
        return frozenset()
    with reading(engine()) as connection:
        return find_own(connection, on, viewer)


def read_manuscript(number: int, *, viewer: Viewer) -> Manuscript:
    """The lägesbild with all that has been done with it, published or not. Raises UnknownPicture,
    also when it is not of an area that the viewer writes in, DatabaseUnavailable."""
    if not viewer.may(Right.APPROVE):
        raise UnknownPicture(number)
    with reading(engine()) as connection:
        found = read_one(connection, number)
        if found is None or found.area not in find_own(connection, found.newest.day, viewer):
            raise UnknownPicture(number)
    return found

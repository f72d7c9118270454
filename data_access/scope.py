"""What a viewer may write, and where: checked below the pages, in the write's own transaction."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from data_access.places import read_pieces, to_whole
from data_access.schema import AREA
from data_access.viewer import Right, Viewer


class NotAllowed(PermissionError):
    """The viewer's role does not give the right; `told` is what the audit says of it."""

    def __init__(self, viewer: Viewer, right: Right):
        super().__init__(f"role {viewer.role} does not give the right {right}")
        self.right = right
        self.told = f"rollen {viewer.role} har inte rätten {right}"


class OutsideScope(PermissionError):
    """The viewer has the right, but not for this area on this day; `told` as of NotAllowed."""

    def __init__(self, code: str, on: date):
        super().__init__(f"area {code!r} is outside the areas that you answer for on {on}")
        self.code, self.on = code, on
        self.told = f"området {code} ligger utanför det som rollen svarar för den {on}"


def check_right(viewer: Viewer, right: Right) -> None:
    """Raises NotAllowed unless the role gives the right."""
    if not viewer.may(right):
        raise NotAllowed(viewer, right)


def check_makes_releases(viewer: Viewer) -> None:
    """Raises NotAllowed unless the role gives the right, and the whole country is seen."""
    if not viewer.makes_releases:
        raise NotAllowed(viewer, Right.PUBLISH)


def check_scope(
    connection: Connection, viewer: Viewer, right: Right, codes: Iterable[str], on: date
) -> None:
    """Raises NotAllowed, or OutsideScope unless the viewer answers for every one of the areas as
    they lie on the day: an area is hers when every piece of it is. An area that has ceased, or is
    still to come, lies where it does on its day nearest to `on`."""
    check_right(viewer, right)
    wanted = set(codes)
    found = connection.execute(select(AREA).where(AREA.c.code.in_(wanted))).all()
    days = {row.code: max(row.valid_from, min(on, row.valid_to or on)) for row in found}
    own: dict[date, frozenset[str]] = {}
    for code in sorted(wanted):
        day = days.get(code, on)
        if day not in own:
            own[day] = to_whole(read_pieces(connection, day), viewer.answers_for)
        if code not in own[day]:
            raise OutsideScope(code, day)

"""What the administratör lets people do: each change a new row, told in the audit."""

from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, select

import clock
from data_access import audit
from data_access.access import (
    Access,
    BadAccess,
    Blocked,
    ChangedMeanwhile,
    Expired,
    LastAdmin,
    NoAccess,
    UnknownCodes,
    UnknownPerson,
    check_open,
    to_access,
    to_columns,
    to_viewer,
)
from data_access.audit import Action
from data_access.changes import changing
from data_access.claims import BadClaims, build_viewer
from data_access.people_list import access_history, list_people
from data_access.person import (
    add_person,
    check_identity,
    counts,
    ensure_person,
    find_person,
    read_access,
    read_newest,
    unknown_codes,
)
from data_access.recording import insert_row
from data_access.schema import USER_ACCESS
from data_access.scope import NotAllowed, check_right
from data_access.viewer import Right, Role, Viewer

__all__ = [
    "Access",
    "BadAccess",
    "Blocked",
    "ChangedMeanwhile",
    "Expired",
    "LastAdmin",
    "NoAccess",
    "NotAllowed",
    "UnknownCodes",
    "UnknownPerson",
    "access_history",
    "check_open",
    "ensure_person",
    "find_person",
    "list_people",
    "read_access",
    "set_access",
    "to_viewer",
    "unknown_codes",
]


def set_access(
    issuer: str,
    subject: str,
    role: Role | None,
    areas: Collection[str],
    reports: Collection[str],
    *,
    label: str = "",
    blocked: bool = False,
    valid_to: date | None = None,
    expected: int | None = None,
    viewer: Viewer,
) -> int:
    """Give the person this access from now on; the row's id. Role None = role and areas come
    from claims, and she may be blocked here. `expected` is the id of the row that the change was
    made from (0 = there was none, None = whatever is there).
    Raises NotAllowed, BadAccess, UnknownCodes, LastAdmin, ChangedMeanwhile, DatabaseUnavailable.
    """
    with changing(viewer, "behörighet") as change:
        check_right(viewer, Right.MANAGE)
        connection, today = change.connection, clock.today()
        check_identity(issuer, subject)
        scopes = _to_scopes(connection, role, areas, reports, today)
        _check_label(label)
        person = add_person(connection, issuer, subject)
        old = read_newest(connection, person)
        if expected not in (None, old.id if old else 0):
            raise ChangedMeanwhile
        now, by = datetime.now(UTC), viewer.subject
        new = Access(0, person, role, *scopes, label.strip(), blocked, valid_to, now, by)
        _check_admins(connection, old, new, viewer, today)
        return _add(connection, old, new, viewer)


def _check_label(label: str) -> None:
    if len(label) > 200 or not label.isprintable():
        raise BadAccess("label-malformed")


def _to_scopes(
    connection: Connection,
    role: Role | None,
    areas: Collection[str],
    reports: Collection[str],
    today: date,
) -> tuple[frozenset[str], frozenset[str]]:
    """Areas and reports by the same rules as those of claims, and of areas that exist."""
    if role is None:
        if areas or reports:
            raise BadAccess("role-missing")
        return frozenset(), frozenset()
    try:
        built = build_viewer(role, frozenset(areas), frozenset(reports), "", example=False)
    except BadClaims as error:
        raise BadAccess(error.reason) from error
    unknown = unknown_codes(connection, built.areas | built.reports, today)
    if unknown:
        raise UnknownCodes(unknown)
    return built.areas, built.reports


def _check_admins(
    connection: Connection, old: Access | None, new: Access, viewer: Viewer, today: date
) -> None:
    """Somebody must be left who can give access. Who locks herself out counts as the last one
    even without a role of ours: who else is administratör by claims can't be known here."""
    loses = old is not None and old.is_admin(today) and not new.is_lasting_admin(today)
    locks_out = new.person == viewer.subject and not new.is_open(today)
    if not (loses or locks_out):
        return
    newest = select(func.max(USER_ACCESS.c.id)).where(counts()).group_by(USER_ACCESS.c.person)
    others = select(USER_ACCESS).where(
        USER_ACCESS.c.id.in_(newest), USER_ACCESS.c.person != new.person
    )
    if not any(to_access(row).is_lasting_admin(today) for row in connection.execute(others)):
        raise LastAdmin


def _add(connection: Connection, old: Access | None, new: Access, viewer: Viewer) -> int:
    """The row and its audit row, which knows the person by the pseudonym alone."""
    row = to_columns(new) | {
        "person": new.person,
        "label": new.label,
        "valid_to": new.valid_to,
        "recorded_at": new.recorded_at,
        "recorded_by": new.recorded_by,
    }
    added = insert_row(connection, USER_ACCESS, row)
    before = None if old is None else to_columns(old)
    after = to_columns(new) | {"relabelled": new.label != (old.label if old else "")}
    audit.record(
        connection, viewer, Action.USERS, f"person {new.person}", before=before, after=after
    )
    return added

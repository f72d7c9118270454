"""What a person may do by our own table, and the ways in which she may not come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from data_access.recording import BadRecord
from data_access.viewer import BadViewer, Role, Viewer

_ROLES = {str(role): role for role in Role}


class NoAccess(PermissionError):
    """The person may not come in. `reason`: unknown, no-role, malformed, blocked, expired."""

    def __init__(self, reason: str):
        super().__init__(f"no access: {reason}")
        self.reason = reason


class Blocked(NoAccess):
    """An administratör has blocked the person."""

    def __init__(self) -> None:
        super().__init__("blocked")


class Expired(NoAccess):
    """The last day of the person's access has passed."""

    def __init__(self) -> None:
        super().__init__("expired")


class BadAccess(BadRecord):
    """What was to be given is not in order; `reason` is a short code that says how."""

    def __init__(self, reason: str):
        super().__init__(f"access refused: {reason}")
        self.reason = reason


class UnknownCodes(BadAccess):
    """No areas have these `codes`."""

    def __init__(self, codes: Iterable[str]):
        super().__init__("area-unknown")
        self.codes = sorted(codes)


class LastAdmin(BadAccess):
    """After this nobody could give access any more."""

    def __init__(self) -> None:
        super().__init__("last-administrator")


class ChangedMeanwhile(BadAccess):
    """Somebody else has changed the same person's access since it was read."""

    def __init__(self) -> None:
        super().__init__("changed-meanwhile")


class UnknownPerson(LookupError):
    """Nobody of that issuer and subject has signed in or been given access."""

    def __init__(self) -> None:
        super().__init__("no such person")


@dataclass(frozen=True)
class Access:
    """A row of a person's access. `role` None = no role of ours: she may still be blocked here
    when role and areas come from claims. `valid_to` is the last day, None = open."""

    id: int
    person: str
    role: Role | None
    areas: frozenset[str]
    reports: frozenset[str]
    label: str
    blocked: bool
    valid_to: date | None
    recorded_at: datetime
    recorded_by: str

    def is_open(self, on: date) -> bool:
        """Whether the person may come in on the day."""
        return not self.blocked and (self.valid_to is None or on <= self.valid_to)

    def is_admin(self, on: date) -> bool:
        """Whether the person is an administratör who may come in on the day."""
        return self.role is Role.ADMIN and self.is_open(on)

    def is_lasting_admin(self, on: date) -> bool:
        """Whether she is so without a last day, after which nobody might be left."""
        return self.is_admin(on) and self.valid_to is None


def to_access(row: Row[Any]) -> Access:
    """The row; a role that this code doesn't know is no role."""
    return Access(
        id=row.id,
        person=row.person,
        role=_ROLES.get(row.role),
        areas=frozenset(row.areas.split()),
        reports=frozenset(row.reports.split()),
        label=row.label,
        blocked=row.blocked,
        valid_to=row.valid_to,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
    )


def to_columns(access: Access) -> dict[str, Any]:
    """Role, areas, reports, blocked and last day as text and truth, in the form in which they are
    audited; without the label, which may be a name."""
    return {
        "role": str(access.role or ""),
        "areas": " ".join(sorted(access.areas)),
        "reports": " ".join(sorted(access.reports)),
        "blocked": access.blocked,
        "valid_to": None if access.valid_to is None else access.valid_to.isoformat(),
    }


def check_open(access: Access | None, on: date) -> None:
    """Raises Blocked or Expired. No row is no obstacle: for sign-in by claims."""
    if access is not None and access.blocked:
        raise Blocked
    if access is not None and not access.is_open(on):
        raise Expired


def to_viewer(access: Access | None, on: date, example: bool) -> Viewer:
    """The viewer that the row describes on the day. Raises Blocked, Expired, and NoAccess when
    there is no row or no role in it."""
    check_open(access, on)
    if access is None:
        raise NoAccess("unknown")
    if access.role is None:
        raise NoAccess("no-role")
    try:
        return Viewer(access.role, access.areas, access.reports, access.person, example)
    except BadViewer as error:
        raise NoAccess("malformed") from error

"""Keys by which programs of others read open data: of limited scope, shown once, kept as digests.

An administratör makes them, for a label that says whom, and ends them. What a key sees is its
areas, and of what is published its entries; never more than a läsare of those areas would.
"""

import secrets
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select

import clock
from data_access import audit
from data_access.api_admission import KEY, ask_held, forget_remembered
from data_access.audit import Action
from data_access.changes import changing
from data_access.connect import reading
from data_access.engine import engine
from data_access.person import unknown_codes
from data_access.register import fetch_register
from data_access.schema import API_TOKEN, API_TOKEN_END, AUDIT
from data_access.scope import check_right
from data_access.tokens import LONGEST, BadToken, to_digest
from data_access.viewer import (
    COUNCILS,
    BadViewer,
    Right,
    Viewer,
    check_limits,
)
from reporting.register import Listing

__all__ = ["ApiToken", "BadToken", "create_api_token", "end_api_token", "list_api_tokens"]

LONGEST_DAYS = 730


class ApiToken(NamedTuple):
    """A key as it is listed: never the key itself. `entries` are those of `Viewer.only`."""

    id: int
    label: str
    areas: frozenset[str]
    entries: frozenset[str]
    valid_to: date
    made_at: datetime
    ended_at: datetime | None
    used_at: datetime | None  # some time of the last day of use

    def holds(self, on: date) -> bool:
        """Whether it opens anything on the day."""
        return self.ended_at is None and on <= self.valid_to


def create_api_token(
    label: str,
    areas: Collection[str],
    entries: Collection[str],
    valid_to: date,
    *,
    viewer: Viewer,
) -> str:
    """Make a key; the key, which is not kept. Raises NotAllowed, BadToken ('label', 'areas',
    'entries', 'valid-to'), DatabaseUnavailable."""
    named, today = label.strip(), clock.today()
    key = f"bob_{secrets.token_urlsafe(32)}"
    with changing(viewer, KEY) as change:
        check_right(viewer, Right.MANAGE)
        if not named or len(named) > LONGEST or not named.isprintable():
            raise BadToken("label")
        if not areas or unknown_codes(change.connection, areas, today):
            raise BadToken("areas")
        _check_entries(entries, viewer)
        if not today <= valid_to <= today + timedelta(days=LONGEST_DAYS):
            raise BadToken("valid-to")
        row = {
            "label": named,
            "digest": to_digest(key),
            "areas": " ".join(sorted(areas)),
            "entries": " ".join(sorted(entries)),
            "valid_to": valid_to,
            "recorded_at": datetime.now(UTC),
            "recorded_by": viewer.subject,
        }
        made = change.connection.execute(insert(API_TOKEN).values(row))
        number = made.inserted_primary_key[0] if made.inserted_primary_key else ""
        told = {name: row[name] for name in ("areas", "entries", "valid_to")}
        audit.record(change.connection, viewer, Action.USERS, f"{KEY} {number}", after=told)
    return key


def end_api_token(token: int, *, viewer: Viewer) -> None:
    """End a key, at once in this process and within `api_admission.SECONDS` in others. One that is
    not there, or has ended, is left. Raises NotAllowed, DatabaseUnavailable."""
    with changing(viewer, f"{KEY} {token}") as change:
        check_right(viewer, Right.MANAGE)
        held = change.connection.execute(ask_held().where(API_TOKEN.c.id == token)).first()
        if held is not None:
            row = {"token": token, "ended_at": datetime.now(UTC), "ended_by": viewer.subject}
            change.connection.execute(insert(API_TOKEN_END).values(row))
            audit.record(change.connection, viewer, Action.USERS, f"{KEY} {token} avslutad")
    forget_remembered()


def list_api_tokens(*, viewer: Viewer) -> tuple[ApiToken, ...]:
    """Every key there has been, the newest first. Raises NotAllowed, DatabaseUnavailable."""
    audit.check_manages(viewer, KEY)
    used = select(AUDIT.c.what, func.max(AUDIT.c.at).label("at"))
    used = used.where(AUDIT.c.action == str(Action.SIGN_IN), AUDIT.c.what.startswith(f"{KEY} "))
    both = API_TOKEN.outerjoin(API_TOKEN_END, API_TOKEN_END.c.token == API_TOKEN.c.id)
    asked = select(API_TOKEN, API_TOKEN_END.c.ended_at).select_from(both)
    with reading(engine()) as connection:
        last = {row.what: row.at for row in connection.execute(used.group_by(AUDIT.c.what))}
        rows = connection.execute(asked.order_by(API_TOKEN.c.id.desc())).all()
    return tuple(
        ApiToken(
            row.id,
            row.label,
            frozenset(row.areas.split()),
            frozenset(row.entries.split()),
            row.valid_to,
            row.recorded_at,
            row.ended_at,
            last.get(f"{KEY} {row.id}"),
        )
        for row in rows
    )


def count_held(connection: Connection) -> int:
    """How many keys hold."""
    return connection.scalar(select(func.count()).select_from(ask_held().subquery())) or 0


def _check_entries(entries: Collection[str], viewer: Viewer) -> None:
    """Raises BadToken for none, and for what is neither in the register nor the councils."""
    register = fetch_register(viewer=viewer)
    known = {"*", COUNCILS, *register.all_of(Listing.INDICATOR), *register.all_of(Listing.MEASURE)}
    try:
        check_limits(frozenset(entries))
    except BadViewer as error:
        raise BadToken("entries") from error
    if not entries or not {one.partition("@")[0] for one in entries} <= known:
        raise BadToken("entries")

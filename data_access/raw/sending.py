"""Sending: the report of many units in one transaction, or nothing."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

import clock
import metrics
from data_access.audit import Action
from data_access.kind import WrongKind
from data_access.raw import states
from data_access.raw.drafting import empty_drafts
from data_access.raw.reach import check_places, check_units, to_kind
from data_access.raw.rows import check_rows, to_stored
from data_access.raw.schema import REPORTED_VALUE, SENDING, SUBMISSION
from data_access.raw.sent import Locked, SentMeanwhile, not_before
from data_access.raw.states import Head, to_newest
from data_access.raw.writes import add_deed, add_states, check_words, to_units_text, writing_reports
from data_access.recording import BadRecord, to_recorded
from data_access.viewer import Right, Viewer
from indicators.reporting import APPROVED, SENT
from reporting.rows import Unit, Units

CHANNELS = ("formular", "fil", "import")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@metrics.job("sending", ValueError, LookupError, PermissionError, WrongKind)
def send(
    units: Units,
    *,
    expected: Mapping[Unit, int],
    viewer: Viewer,
    source: str,
    channel: str,
    digest: str | None = None,
    note: str | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Store the report of every unit as a new revision, or none of them; the sending's id. Her own
    drafts of the units go with it.

    `expected` is the revision of each unit that the reporter saw (0 or left out = none),
    `channel` 'formular', 'fil' or 'import', `digest` the file's sha256 in hex. Raises
    SentMeanwhile, Locked, BadRecord, UnknownArea, NotAllowed, OutsideScope, WrongKind (example
    data and real reports would meet), DatabaseUnavailable.
    """
    recorded = to_recorded(viewer, source, recorded_at)
    check_words(note or "")
    _check_sending(units, channel, digest)
    with writing_reports(viewer, f"inlämning: {to_units_text(len(units))}") as connection:
        check_units(viewer, Right.REPORT, units)
        check_places(units)
        _check_mixing(connection, viewer)
        before = states.read_of_units(connection, units)
        _check_unchanged(units, before, expected)
        at = recorded["recorded_at"] = not_before(recorded["recorded_at"], before)
        sending = {"channel": channel, "digest": digest, "note": note} | recorded
        number = _add(connection, sending, units, before, viewer)
        empty_drafts(connection, units, viewer, datetime.now(UTC))
        what = f"inlämning {number}: {to_units_text(len(units))}"
        add_deed(connection, viewer, Action.WRITE, what, at, after={"channel": channel})
    return number


def _check_sending(units: Units, channel: str, digest: str | None) -> None:
    if not units:
        raise BadRecord("nothing to send; report at least one unit")
    if channel not in CHANNELS:
        raise BadRecord(f"no channel {channel!r}; choose one of {', '.join(CHANNELS)}")
    if digest is not None and not _DIGEST.fullmatch(digest):
        raise BadRecord("the digest is the file's sha256 in 64 hexadecimal signs")
    today = clock.today()
    for unit, rows in units.items():
        if unit.period.first > today:
            raise BadRecord(f"{unit.period} has not begun; report it when it has")
        check_rows(to_kind(unit), rows)


def _check_mixing(connection: Connection, viewer: Viewer) -> None:
    newest = select(SENDING.c.is_example).order_by(SENDING.c.id.desc()).limit(1)
    found = connection.scalar(newest)
    if found is not None and bool(found) != viewer.example:
        raise WrongKind("example data and real reports are kept apart; use a database of its own")


def _check_unchanged(
    units: Units, before: Mapping[Unit, list[Head]], expected: Mapping[Unit, int]
) -> None:
    newest = {unit: to_newest(before.get(unit, [])) for unit in units}
    locked = [unit for unit, head in newest.items() if head and head.state == APPROVED]
    if locked:
        raise Locked(locked)
    seen = {unit: head.revision if head else 0 for unit, head in newest.items()}
    changed = [unit for unit in units if seen[unit] != expected.get(unit, 0)]
    if changed:
        raise SentMeanwhile(changed)


def _add(
    connection: Connection,
    sending: dict[str, object],
    units: Units,
    before: Mapping[Unit, list[Head]],
    viewer: Viewer,
) -> int:
    number = connection.scalar(insert(SENDING).values(sending).returning(SENDING.c.id))
    assert number is not None
    ordered = sorted(units)
    heads = [
        {
            "sending": number,
            "area": unit.area,
            "kind": unit.kind,
            "period": str(unit.period),
            "revision": max((head.revision for head in before.get(unit, [])), default=0) + 1,
            "rows": len(units[unit]),
        }
        for unit in ordered
    ]
    added = insert(SUBMISSION).returning(SUBMISSION.c.id, sort_by_parameter_order=True)
    ids = list(connection.execute(added, heads).scalars())
    values = [
        stored
        for one, unit in zip(ids, ordered, strict=True)
        for stored in to_stored(one, units[unit])
    ]
    if values:
        connection.execute(insert(REPORTED_VALUE), values)
    at = sending["recorded_at"]
    assert isinstance(at, datetime)
    add_states(connection, viewer, ids, SENT, at)
    return int(number)

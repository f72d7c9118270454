"""Approval of what was reported: approve, send back, unlock. Many at once: all of them or none."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from data_access.audit import Action
from data_access.raw import states
from data_access.raw.carry import CARRIED
from data_access.raw.reach import check_units
from data_access.raw.states import Head, to_newest
from data_access.raw.writes import (
    add_deed,
    add_states,
    check_person,
    check_reason,
    to_units_text,
    writing_reports,
)
from data_access.recording import BadRecord
from data_access.viewer import Right, Viewer
from indicators.reporting import APPROVED, RETURNED, UNLOCKED


class WrongState(ValueError):
    """Some submissions can't be taken that step: replaced, undone, or not in a state for it."""

    def __init__(self, ids: Iterable[int]):
        self.ids = tuple(sorted(ids))
        told = ", ".join(str(one) for one in self.ids)
        super().__init__(f"submissions {told}: replaced or changed meanwhile; look again")


def approve(ids: Sequence[int], *, viewer: Viewer, recorded_at: datetime | None = None) -> None:
    """Approve and lock what is newest of its unit and not approved. Raises WrongState, NotAllowed,
    OutsideScope, BadRecord, DatabaseUnavailable."""
    _step(ids, APPROVED, "godkända", None, viewer, recorded_at)


def send_back(
    ids: Sequence[int], reason: str, *, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Ask for completion of what is newest of its unit and not approved. Raises as `approve`."""
    _step(ids, RETURNED, "komplettering begärd", check_reason(reason), viewer, recorded_at)


def unlock(
    ids: Sequence[int], reason: str, *, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Let what is approved be sent anew; until that is approved the approved one is still the one
    that is published. Raises as `approve`."""
    _step(ids, UNLOCKED, "upplåsta", check_reason(reason), viewer, recorded_at)


def _step(
    ids: Sequence[int],
    state: str,
    name: str,
    reason: str | None,
    viewer: Viewer,
    recorded_at: datetime | None,
) -> None:
    check_person(viewer)
    wanted = set(ids)
    if not wanted:
        raise BadRecord("choose at least one submission")
    with writing_reports(viewer, f"{name}: {to_units_text(len(wanted))}") as connection:
        heads = states.read_of_ids(connection, wanted)
        check_units(viewer, Right.APPROVE, [head.unit for head in heads])
        _check_states(connection, wanted, heads, state)
        at = max([recorded_at or datetime.now(UTC), *(head.state_at for head in heads)])
        add_states(connection, viewer, sorted(wanted), state, at, reason)
        own = any(head.recorded_by == viewer.subject for head in heads)
        after = {"submissions": sorted(wanted), "own": own}
        what = f"{name}: {to_units_text(len(wanted))}"
        add_deed(connection, viewer, Action.APPROVAL, what, at, after=after)
        if state == APPROVED:
            _carry(connection, heads, viewer, at)


def _check_states(
    connection: Connection, wanted: set[int], heads: Sequence[Head], state: str
) -> None:
    """What is replaced or undone takes no step; of the newest, only what is approved is unlocked,
    and it alone is neither approved nor sent back."""
    all_of = states.read_of_units(connection, [head.unit for head in heads])
    fit = {
        newest.id
        for one in all_of.values()
        if (newest := to_newest(one)) and (newest.state == APPROVED) == (state == UNLOCKED)
    }
    if wanted - fit:
        raise WrongState(wanted - fit)


def _carry(connection: Connection, heads: Sequence[Head], viewer: Viewer, at: datetime) -> None:
    """Councils' events and assessments are public when approved: to the main database with them."""
    for head in heads:
        if head.kind in CARRIED:
            what = f"godkänd inlämning {head.id}: {head.area} {head.kind} {head.period}"
            add_deed(connection, viewer, Action.APPROVAL, what, at, submission=head.id)

"""Undo of one's own last sending."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from data_access.audit import Action
from data_access.raw import states
from data_access.raw.drafting import bring_back
from data_access.raw.reach import check_units
from data_access.raw.rows import read_rows
from data_access.raw.sent import NotUndoable, not_before, to_text
from data_access.raw.states import Head, to_newest
from data_access.raw.writes import (
    add_deed,
    add_states,
    check_person,
    check_reason,
    to_units_text,
    writing_reports,
)
from data_access.viewer import Right, Viewer
from indicators.reporting import UNDONE
from reporting.kinds import kinds
from reporting.rows import Unit
from reporting.unkept import without_unkept
from reporting.written import to_content


def undo(
    sending: int, reason: str, *, viewer: Viewer, recorded_at: datetime | None = None
) -> list[Unit]:
    """Take back one's own sending, so that for each of its units the revision before holds again:
    until somebody has sent one of them anew or approved it. What was sent is the unit's draft
    again, unless there is another; the units of which it is. Raises NotUndoable, BadRecord,
    NotAllowed, OutsideScope."""
    check_person(viewer)
    words = check_reason(reason)
    with writing_reports(viewer, f"ångra inlämning {sending}") as connection:
        heads = states.read_of_sending(connection, sending)
        if not heads or heads[0].recorded_by != viewer.subject:
            raise NotUndoable(f"no sending {sending} of your own")
        check_units(viewer, Right.REPORT, [head.unit for head in heads])
        all_of = states.read_of_units(connection, [head.unit for head in heads])
        _check_newest(heads, all_of)
        at = not_before(recorded_at or datetime.now(UTC), all_of)
        add_states(connection, viewer, [head.id for head in heads], UNDONE, at, words)
        kept = bring_back(connection, _to_contents(connection, heads, all_of), viewer)
        what = f"ångrad inlämning {sending}: {to_units_text(len(heads))}"
        add_deed(connection, viewer, Action.WRITE, what, at)
    return kept


def _to_contents(
    connection: Connection, heads: Sequence[Head], all_of: Mapping[Unit, list[Head]]
) -> dict[Unit, dict[str, Any]]:
    """Each unit as it was sent, as a draft begun from what now holds; not where nothing stood."""
    rows = read_rows(connection, {head.id: head.kind for head in heads})
    contents = {}
    for head in heads:
        before = to_newest([one for one in all_of[head.unit] if one.id != head.id])
        seen = before.revision if before else 0
        kind = kinds()[head.kind]
        contents[head.unit], _ = without_unkept(kind, to_content(kind, rows[head.id], seen))
    return {unit: one for unit, one in contents.items() if one["rows"] or one["nothing"]}


def _check_newest(heads: Sequence[Head], all_of: Mapping[Unit, list[Head]]) -> None:
    for head in heads:
        if head.was_approved:
            raise NotUndoable(
                f"{to_text([head.unit])} has been approved; ask for it to be unlocked"
            )
        newest = to_newest(all_of[head.unit])
        if newest is None or newest.id != head.id:
            raise NotUndoable(f"{to_text([head.unit])} has been undone or sent anew already")

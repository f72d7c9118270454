"""What is done with a version of a lägesbild: sent on, commented, given back, dropped, approved,
published, withdrawn; a transaction each that only adds rows."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from data_access.audit import Action
from data_access.changes import Change, changing
from data_access.picture_freezing import to_content, to_frozen_row
from data_access.picture_rows import Draft, read_one
from data_access.picture_rules import (
    APPROVED,
    BACK,
    COMMENT,
    DROPPED,
    PUBLISHED,
    SENT,
    STEPS,
    WITHDRAWN,
    BadPicture,
    OwnPicture,
    PictureChanged,
    UnknownPicture,
    check_comment,
    check_parts,
    check_whole,
)
from data_access.picture_scope import check_approves, check_writes
from data_access.recording import BadRecord
from data_access.schema import PICTURE_FROZEN, PICTURE_STEP, PICTURE_WITHDRAWAL
from data_access.scope import NotAllowed, OutsideScope, check_right
from data_access.viewer import Right, Viewer

__all__ = [
    "BadPicture", "NotAllowed", "OutsideScope", "OwnPicture", "PictureChanged", "UnknownPicture",
    "add_step", "approve", "comment", "drop", "publish", "read_for", "send_back", "submit", "to_by",
    "withdraw",
]  # fmt: skip


def submit(
    number: int, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Send the version on, to be looked at. Raises UnknownPicture, PictureChanged, BadPicture (it
    is not whole), NotAllowed, OutsideScope, DatabaseUnavailable."""
    with changing(viewer, f"lägesbild {number}") as change:
        draft = read_for(change, number, viewer, SENT, expected)
        check_whole(draft.newest.text)
        add_step(change, draft, expected, SENT, to_by(viewer, recorded_at, draft))


def comment(
    number: int, text: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Say something of the version, to those who write and approve. Raises as `submit`."""
    told = check_comment(text)
    with changing(viewer, f"lägesbild {number}") as change:
        draft = read_for(change, number, viewer, COMMENT, expected)
        add_step(change, draft, expected, COMMENT, to_by(viewer, recorded_at, draft), told)


def send_back(
    number: int, reason: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Give it back to who wrote it, with what is to be done. Raises as `submit`."""
    told = check_comment(reason)
    with changing(viewer, f"lägesbild {number}") as change:
        draft = read_for(change, number, viewer, BACK, expected)
        add_step(change, draft, expected, BACK, to_by(viewer, recorded_at, draft), told)


def drop(
    number: int, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Let a draft go; nothing of it is removed, but it is listed no more. Raises as `submit`."""
    with changing(viewer, f"lägesbild {number}") as change:
        draft = read_for(change, number, viewer, DROPPED, expected)
        add_step(change, draft, expected, DROPPED, to_by(viewer, recorded_at, draft))


def approve(
    number: int,
    parts: Mapping[str, Any],
    *,
    expected: int,
    viewer: Viewer,
    recorded_at: datetime | None = None,
) -> None:
    """Approve the version with what stands for each marker in its text (marker → part), as it was
    shown to who approves. That is what will be published. Raises as `submit`, and OwnPicture."""
    with changing(viewer, f"lägesbild {number}") as change:
        draft = read_for(change, number, viewer, APPROVED, expected)
        newest = draft.newest
        check_approves(change.connection, viewer, number, draft.area, newest.day)
        check_parts(newest.text, parts)
        by = to_by(viewer, recorded_at, draft)
        content = to_content(change.connection, draft, parts, by, viewer)
        add_step(change, draft, expected, APPROVED, by, content=content)


def publish(
    number: int, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Show readers what was approved, byte by byte. Raises as `submit`."""
    with changing(viewer, f"lägesbild {number}") as change:
        check_right(viewer, Right.PUBLISH)
        draft = read_for(change, number, viewer, PUBLISHED, expected)
        by = to_by(viewer, recorded_at, draft)
        add_step(change, draft, expected, PUBLISHED, by)
        row = to_frozen_row(draft, by)
        change.add(PICTURE_FROZEN, row, of=draft.area, action=Action.RELEASE)


def withdraw(
    number: int, reason: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Show readers no more what was published, but why: the reason. Raises as `submit`."""
    told = check_comment(reason, "reason")
    with changing(viewer, f"lägesbild {number}") as change:
        check_right(viewer, Right.PUBLISH)
        draft = read_for(change, number, viewer, WITHDRAWN, expected)
        row = {"picture": number, "reason": told} | to_by(viewer, recorded_at, draft)
        change.add(PICTURE_WITHDRAWAL, row, of=draft.area, action=Action.RELEASE)


def read_for(change: Change, number: int, viewer: Viewer, step: str, expected: int) -> Draft:
    """The lägesbild, if it still is as it was read and can take the step. Raises UnknownPicture,
    PictureChanged, NotAllowed, OutsideScope."""
    draft = read_one(change.connection, number)
    if draft is None:
        raise UnknownPicture(number)
    check_writes(change.connection, viewer, draft.area, draft.newest.day)
    if draft.newest.number != expected or draft.state not in STEPS[step]:
        raise PictureChanged(draft.newest.number, draft.state)
    return draft


def to_by(viewer: Viewer, at: datetime | None, draft: Draft | None = None) -> dict[str, Any]:
    """Who and when; never before what it rests on, for the clocks of two servers may differ."""
    if not viewer.subject:
        raise BadRecord("every row says who recorded it")
    versions, steps = (draft.versions, draft.steps) if draft else ((), ())
    before = [*(one.at for one in versions), *(one.at for one in steps)]
    moment = max([at or datetime.now(UTC), *before])
    return {"recorded_at": moment, "recorded_by": viewer.subject, "role": str(viewer.role)}


def add_step(
    change: Change,
    draft: Draft,
    version: int,
    step: str,
    by: dict[str, Any],
    comment: str | None = None,
    content: str | None = None,
) -> None:
    """Add what was done with the version, and note it in the audit."""
    row = {"picture": draft.number, "version": version, "step": step, "comment": comment}
    action = Action.APPROVAL if step in (APPROVED, BACK) else Action.WRITE
    change.add(PICTURE_STEP, row | {"content": content} | by, of=draft.area, action=action)

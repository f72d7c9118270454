"""What is done with a version of a lägesbild: sent on, commented, given back, dropped, approved,
published, withdrawn; a transaction each that only adds rows."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from data_access.audit import Action
from data_access.changes import Change, changing
from data_access.picture_freezing import to_content, to_frozen_row
from data_access.picture_rows import Manuscript, read_one
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
        manuscript = read_for(change, number, viewer, SENT, expected)
        check_whole(manuscript.newest.text)
        add_step(change, manuscript, expected, SENT, to_by(viewer, recorded_at, manuscript))


def comment(
    number: int, text: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Say something of the version, to those who write and approve. Raises as `submit`."""
    told = check_comment(text)
    with changing(viewer, f"lägesbild {number}") as change:
        manuscript = read_for(change, number, viewer, COMMENT, expected)
        by = to_by(viewer, recorded_at, manuscript)
        add_step(change, manuscript, expected, COMMENT, by, told)


def send_back(
    number: int, reason: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Give it back to who wrote it, with what is to be done. Raises as `submit`."""
    told = check_comment(reason)
    with changing(viewer, f"lägesbild {number}") as change:
        manuscript = read_for(change, number, viewer, BACK, expected)
        by = to_by(viewer, recorded_at, manuscript)
        add_step(change, manuscript, expected, BACK, by, told)


def drop(
    number: int, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Let a draft go; nothing of it is removed, but it is listed no more. Raises as `submit`."""
    with changing(viewer, f"lägesbild {number}") as change:
        manuscript = read_for(change, number, viewer, DROPPED, expected)
        add_step(change, manuscript, expected, DROPPED, to_by(viewer, recorded_at, manuscript))


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
        manuscript = read_for(change, number, viewer, APPROVED, expected)
        newest = manuscript.newest
        check_approves(change.connection, viewer, number, manuscript.area, newest.day)
        check_parts(newest.text, parts)
        by = to_by(viewer, recorded_at, manuscript)
        content = to_content(change.connection, manuscript, parts, by, viewer)
        add_step(change, manuscript, expected, APPROVED, by, content=content)


def publish(
    number: int, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Show readers what was approved, byte by byte. Raises as `submit`."""
    with changing(viewer, f"lägesbild {number}") as change:
        check_right(viewer, Right.PUBLISH)
        manuscript = read_for(change, number, viewer, PUBLISHED, expected)
        by = to_by(viewer, recorded_at, manuscript)
        add_step(change, manuscript, expected, PUBLISHED, by)
        row = to_frozen_row(manuscript, by)
        change.add(PICTURE_FROZEN, row, of=manuscript.area, action=Action.RELEASE)


def withdraw(
    number: int, reason: str, *, expected: int, viewer: Viewer, recorded_at: datetime | None = None
) -> None:
    """Show readers no more what was published, but why: the reason. Raises as `submit`."""
    told = check_comment(reason, "reason")
    with changing(viewer, f"lägesbild {number}") as change:
        check_right(viewer, Right.PUBLISH)
        manuscript = read_for(change, number, viewer, WITHDRAWN, expected)
        row = {"picture": number, "reason": told} | to_by(viewer, recorded_at, manuscript)
        change.add(PICTURE_WITHDRAWAL, row, of=manuscript.area, action=Action.RELEASE)


def read_for(change: Change, number: int, viewer: Viewer, step: str, expected: int) -> Manuscript:
    """The lägesbild, if it still is as it was read and can take the step. Raises UnknownPicture,
    PictureChanged, NotAllowed, OutsideScope."""
    manuscript = read_one(change.connection, number)
    if manuscript is None:
        raise UnknownPicture(number)
    check_writes(change.connection, viewer, manuscript.area, manuscript.newest.day)
    if manuscript.newest.number != expected or manuscript.state not in STEPS[step]:
        raise PictureChanged(manuscript.newest.number, manuscript.state)
    return manuscript


def to_by(
    viewer: Viewer, at: datetime | None, manuscript: Manuscript | None = None
) -> dict[str, Any]:
    """Who and when; never before what it rests on, for the clocks of two servers may differ."""
    if not viewer.subject:
        raise BadRecord("every row says who recorded it")
    versions, steps = (manuscript.versions, manuscript.steps) if manuscript else ((), ())
    before = [*(one.at for one in versions), *(one.at for one in steps)]
    moment = max([at or datetime.now(UTC), *before])
    return {"recorded_at": moment, "recorded_by": viewer.subject, "role": str(viewer.role)}


def add_step(
    change: Change,
    manuscript: Manuscript,
    version: int,
    step: str,
    by: dict[str, Any],
    comment: str | None = None,
    content: str | None = None,
) -> None:
    """Add what was done with the version, and note it in the audit."""
    row = {"picture": manuscript.number, "version": version, "step": step, "comment": comment}
    action = Action.APPROVAL if step in (APPROVED, BACK) else Action.WRITE
    change.add(PICTURE_STEP, row | {"content": content} | by, of=manuscript.area, action=action)

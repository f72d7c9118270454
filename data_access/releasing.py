"""The release job: approved counts → protected, audited, numbered. All of it or nothing."""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pandas as pd
import structlog
from sqlalchemy import Row, insert

import settings
from data_access import audit
from data_access.audit import Action
from data_access.changes import changing
from data_access.lease import holding
from data_access.raw.counted import to_digest
from data_access.raw.released import Input, Split, note_released, read_approved
from data_access.release_audit import check_safe, read_before
from data_access.release_cells import to_placed, to_stored
from data_access.release_groups import read_groups
from data_access.release_memory import list_rows, read_memory, to_split
from data_access.schema_release import RELEASE, RELEASED_COUNT
from data_access.scope import check_right
from data_access.viewer import Right, Viewer
from indicators.protection.base import parse_base
from indicators.protection.group_facts import check_groups
from indicators.protection.keys import NoKey, check_key
from indicators.protection.names import IDENTITY
from indicators.protection.quality import to_deviation, to_told
from indicators.protection.rounding import round_cells

JOB = "utgåva"
BATCH = 20_000  # rows
LEAST_KEY = 32  # bytes
_log = structlog.get_logger("bob")
_EXAMPLE_KEY = b"made-up reports need no secret"
Tell = Callable[[int, int], None]  # parts done, of


class NothingNew(RuntimeError):
    """Nothing has been approved, unlocked or corrected since the release of the number (0 = never
    anything approved)."""

    def __init__(self, number: int):
        super().__init__(f"no counts have been approved since release {number}")
        self.number = number


class Plan(NamedTuple):
    """What goes into a release and how it is protected."""

    given: Input
    digest: str
    base: int
    key: bytes
    key_print: str
    releases: Sequence[Row[Any]]  # those before, the newest first
    split: Split


def make_release(*, viewer: Viewer, note: str = "", tell: Tell = lambda _done, _of: None) -> int:
    """Make a release of what is approved; its number. Raises NotAllowed, UnderWay, NothingNew,
    CellError, NoKey, KeyChanged, BaseChanged, UnsafeRelease, WholeGroup, DatabaseUnavailable;
    nothing is published then."""
    with changing(viewer, JOB):
        check_right(viewer, Right.PUBLISH)
    with holding(JOB) as renew:

        def go_on(done: int, of: int) -> None:
            renew()
            tell(done, of)

        plan = _to_plan(viewer)
        raw = to_placed(plan.given.cells)
        protected = _protect(raw, plan, go_on)
        token = secrets.token_hex(16)
        note_released(token, plan.given.submissions)
        renew()
        return _publish(plan, raw, protected, token, note, viewer)


def _to_plan(viewer: Viewer) -> Plan:
    split = to_split(viewer)
    given = read_approved(split)
    releases = list_rows()
    previous = releases[0] if releases else None
    base, fell_back = parse_base(settings.load().protection_base)
    if fell_back:
        _log.warning("protection base not understood", used=base)
    key = _to_key()
    key_print = check_key(key, previous.key_print if previous else None)
    digest = to_digest(given.cells)
    if given.cells.empty or (previous and previous.input_digest == digest):
        raise NothingNew(previous.id if previous else 0)
    return Plan(given, digest, base, key, key_print, releases, split)


def _protect(raw: pd.DataFrame, plan: Plan, tell: Tell) -> pd.DataFrame:
    """The cells of every indicator, protected and audited; those that are as in any earlier
    release stay as they were told then."""
    memory = read_memory(plan.releases, plan.split)
    before = read_before(plan.releases)
    last = plan.releases[0].id if plan.releases else 0
    parts = list(raw.groupby("indicator", sort=True))
    tell(0, len(parts))
    done = []
    for number, (indicator, found) in enumerate(parts, start=1):
        cells = found.reset_index(drop=True)
        own = memory[memory["indicator"] == indicator]
        told = own.merge(cells[[*IDENTITY, "count"]], on=[*IDENTITY, "count"])
        protected = round_cells(cells, plan.key, plan.base, told)
        earlier = before[before["indicator"] == indicator].reset_index(drop=True)
        check_safe(cells, protected, own[own["release"] == last], earlier, plan.base)
        done.append(protected)
        tell(number, len(parts))
    whole = pd.concat(done, ignore_index=True)
    check_groups(whole, read_groups(whole["quarter"]), plan.base)
    return whole


def _publish(
    plan: Plan, raw: pd.DataFrame, protected: pd.DataFrame, token: str, note: str, viewer: Viewer
) -> int:
    """One transaction: the release, its counts and its audit row."""
    number = (plan.releases[0].id if plan.releases else 0) + 1
    row = {
        "id": number,
        "token": token,
        "base": plan.base,
        "key_print": plan.key_print,
        "input_digest": plan.digest,
        "cells": len(protected),
        "quality": to_told(to_deviation(raw, protected), plan.base).to_json(orient="records"),
        "note": note.strip(),
        "recorded_at": datetime.now(UTC),
        "recorded_by": viewer.subject,
        "is_example": viewer.example,
    }
    counts = to_stored(protected, number)
    with changing(viewer, JOB) as change:
        check_right(viewer, Right.PUBLISH)
        change.connection.execute(insert(RELEASE).values(row))
        rows: list[Any] = counts.astype(object).where(counts.notna(), None).to_dict("records")
        for start in range(0, len(rows), BATCH):
            change.connection.execute(insert(RELEASED_COUNT), rows[start : start + BATCH])
        after = {name: row[name] for name in ("id", "base", "cells", "input_digest")}
        audit.record(change.connection, viewer, Action.RELEASE, f"{JOB} {number}", after=after)
    return number


def _to_key() -> bytes:
    chosen = settings.load()
    key = chosen.protection_key.get_secret_value().encode()
    if chosen.example:
        return key or _EXAMPLE_KEY
    if len(key) < LEAST_KEY:
        raise NoKey(LEAST_KEY)
    return key

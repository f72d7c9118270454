"""What goes into the next release, and how it is protected and audited: for the job alone."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd
import structlog
from sqlalchemy import Row

import settings
from data_access.raw.counted import to_digest
from data_access.raw.released import Input, Split, read_approved, read_released_units
from data_access.raw.told_reports import RELEASED
from data_access.release_audit import check_safe, read_before
from data_access.release_groups import read_groups
from data_access.release_memory import list_rows, read_memory, to_split
from data_access.release_reports import Reports, read_reports
from data_access.viewer import Viewer
from indicators.protection.attack import UnsafeRelease
from indicators.protection.base import parse_base
from indicators.protection.group_facts import check_groups
from indicators.protection.keys import NoKey, check_key
from indicators.protection.method import Method, MethodChanged, parse_method
from indicators.protection.names import IDENTITY
from indicators.protection.revision import BaseChanged
from indicators.protection.rounding import round_cells
from indicators.protection.suppression import NotProtected

LEAST_KEY = 32  # bytes
_EXAMPLE_KEY = b"made-up reports need no secret"
_log = structlog.get_logger("bob")
Problem = UnsafeRelease | NotProtected


class NothingNew(RuntimeError):
    """Nothing has been approved or undone since the release of the number (0 = never anything
    approved)."""

    def __init__(self, number: int):
        super().__init__(f"nothing has been approved since release {number}")
        self.number = number


class Plan(NamedTuple):
    """What goes into a release and how it is protected."""

    given: Input
    reports: Reports
    digest: str
    base: int
    method: Method
    key: bytes  # of rounding
    key_print: str
    releases: Sequence[Row[Any]]  # those before, the newest first
    split: Split

    @property
    def number(self) -> int:
        """What the release is called."""
        return (self.releases[0].id if self.releases else 0) + 1

    @property
    def submissions(self) -> frozenset[int]:
        """All that it is made of."""
        return self.given.submissions | set(self.reports.approved.values())


class Part(NamedTuple):
    """A part of what is released, raw and protected, which of how many it is, and what the audit
    found, if anything. By rounding it is an indicator's cells, in the same order; by hiding a
    quarter of it, and its planned sums."""

    raw: pd.DataFrame
    protected: pd.DataFrame
    number: int
    of: int
    problem: Problem | None


def to_plan(viewer: Viewer) -> Plan:
    """What is approved and how it would be protected. Raises NothingNew, MethodChanged, NoKey,
    KeyChanged, BaseChanged, DatabaseUnavailable."""
    split = to_split(viewer)
    given = read_approved(split)
    releases = list_rows()
    reports = read_reports(releases)
    previous = releases[0] if releases else None
    base, fell_back = parse_base(settings.load().protection_base)
    if fell_back:
        _log.warning("protection base not understood", used=base)
    method = _to_method(previous)
    key, key_print = b"", ""
    if method is Method.ROUNDING:
        key = _to_key()
        key_print = check_key(key, previous.key_print if previous else None)
    elif previous and previous.base != base:
        raise BaseChanged(base, previous.cells)
    plan = Plan(
        given, reports, to_digest(given.cells), base, method, key, key_print, releases, split
    )
    if not _is_new(plan):
        raise NothingNew(previous.id if previous else 0)
    return plan


def protect(raw: pd.DataFrame, plan: Plan) -> Iterator[Part]:
    """The cells of every indicator, protected and audited; those that are as in any earlier
    release stay as they were told then. Raises BaseChanged, DatabaseUnavailable."""
    memory = read_memory(plan.releases, plan.split)
    before = read_before(plan.releases)
    last = plan.releases[0].id if plan.releases else 0
    parts = list(raw.groupby("indicator", sort=True))
    for number, (indicator, found) in enumerate(parts, start=1):
        cells = found.reset_index(drop=True)
        own = memory[memory["indicator"] == indicator]
        told = own.merge(cells[[*IDENTITY, "count"]], on=[*IDENTITY, "count"])
        protected = round_cells(cells, plan.key, plan.base, told)
        earlier = before[before["indicator"] == indicator].reset_index(drop=True)
        problem = None
        try:
            check_safe(cells, protected, own[own["release"] == last], earlier, plan.base)
        except UnsafeRelease as error:
            problem = error
        yield Part(cells, protected, number, len(parts), problem)


def check_whole(protected: pd.DataFrame, plan: Plan) -> None:
    """Raises WholeGroup when a protected cell holds all who live in its group,
    DatabaseUnavailable."""
    check_groups(protected, read_groups(protected["quarter"]), plan.base)


def _is_new(plan: Plan) -> bool:
    """Whether it is made of something else than the release before, or counted otherwise."""
    if not plan.releases:
        return bool(plan.submissions)
    last = plan.releases[0]
    made_of = read_released_units(last.token, RELEASED).values()
    return plan.submissions != set(made_of) or plan.digest != last.input_digest


def _to_method(previous: Row[Any] | None) -> Method:
    """The method that is set, when the release before was made by it too."""
    method, fell_back = parse_method(settings.load().protection_method)
    if fell_back:
        _log.warning("protection method not understood", used=str(method))
    if previous and previous.method != method:
        raise MethodChanged(method, Method(previous.method))
    return method


def _to_key() -> bytes:
    chosen = settings.load()
    key = chosen.protection_key.get_secret_value().encode()
    if chosen.example:
        return key or _EXAMPLE_KEY
    if len(key) < LEAST_KEY:
        raise NoKey(LEAST_KEY)
    return key

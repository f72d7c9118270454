"""Whom a reported unit concerns: the areas that a viewer answers for, as they lie in its period."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from data_access.area import keep_pieces
from data_access.connect import reading
from data_access.places import to_whole
from data_access.recording import BadRecord, check_area
from data_access.schema import AREA
from data_access.scope import check_right, check_scope
from data_access.viewer import Right, Viewer
from indicators.periods import Quarter
from reporting.kind_periods import is_asked_in
from reporting.kinds import Kind, kinds
from reporting.rows import Unit


def to_answered(viewer: Viewer, periods: Iterable[Quarter]) -> dict[Quarter, frozenset[str]]:
    """The areas, on every level, that the viewer answers for on each period's last day."""
    wanted = set(periods)
    if not viewer.reports or not wanted:
        return dict.fromkeys(wanted, frozenset())
    with reading() as connection:
        return {period: _to_whole(connection, viewer, period.last) for period in wanted}


def to_own(viewer: Viewer, units: Iterable[Unit]) -> list[Unit]:
    """Those of the units that the viewer answers for."""
    asked = list(units)
    answered = to_answered(viewer, {unit.period for unit in asked})
    return [unit for unit in asked if unit.area in answered[unit.period]]


def check_units(viewer: Viewer, right: Right, units: Iterable[Unit]) -> None:
    """Raises NotAllowed, OutsideScope unless the viewer has the right for every unit's area."""
    asked = list(units)
    check_right(viewer, right)
    with reading() as connection:
        for period in sorted({unit.period for unit in asked}):
            codes = {unit.area for unit in asked if unit.period == period}
            check_scope(connection, viewer, right, codes, period.last)


def check_places(units: Iterable[Unit]) -> None:
    """Every unit's area exists on the period's last day and is of a level that reports the kind.
    Raises UnknownArea, BadRecord."""
    asked = sorted({(unit.area, unit.period.last, to_kind(unit).levels) for unit in units})
    wanted = select(AREA).where(AREA.c.code.in_({area for area, *_ in asked}))
    with reading() as connection:
        found = {row.code: row for row in connection.execute(wanted)}
        for area, on, levels in asked:
            row = found.get(area)
            if row is None or not _is_fit(row, on, levels):
                check_area(connection, area, on, levels)  # says what is wrong


def to_kind(unit: Unit) -> Kind:
    """The kind that the unit reports. Raises BadRecord when there is none, or not of the period."""
    kind = kinds().get(unit.kind)
    if kind is None:
        raise BadRecord(f"no kind {unit.kind!r}; choose one of {', '.join(kinds())}")
    if not is_asked_in(kind, unit.period):
        raise BadRecord(f"{kind.code} is reported with the fourth quarter, not {unit.period}")
    return kind


def _is_fit(area: Row[Any], on: date, levels: tuple[str, ...]) -> bool:
    ends = area.valid_to or on
    return area.level in levels and area.valid_from <= on <= ends


def _to_whole(connection: Connection, viewer: Viewer, on: date) -> frozenset[str]:
    return to_whole(keep_pieces(connection, on, viewer), viewer.answers_for)

"""What readers see of reports that hold no counts: meetings, obstacles, resources, goals, examples,
cooperation, competence and mappings, as a release tells them."""

import json
from collections.abc import Iterable

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access.cache import cached, keep
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.places import Placed, keep_placed, to_pieces_on_each, to_visible
from data_access.schema_release import RELEASED_REPORT
from data_access.viewer import Viewer
from indicators.periods import Quarter
from reporting.kinds import NOTE, Type, kinds
from reporting.told import TOLD

UNITS = {"area": "str", "period": "str", "rows": "int64", "release": "int64"}
GAP = "_gap"  # field + this: why it has no value, where it was answered so
_TYPES = {Type.COUNT: "Int64", Type.AMOUNT: "Float64"}
Units = list[tuple[str, str, str, int]]  # area, period, content, the release it came with


class NotTold(LookupError):
    """Readers get no reports of the kind."""

    def __init__(self, kind: str):
        super().__init__(f"no reports of {kind!r} for readers; choose one of {', '.join(TOLD)}")


@cached
def fetch_reports(kind: str, *, release: int, viewer: Viewer) -> pd.DataFrame:
    """Every reported row of the kind in areas that the viewer sees: area, period (2026K3; a
    yearly report has its year's K4), and the kind's fields: numbers (Int64, Float64), days (as
    2026-11-01), texts and codes; beside each `<field>_gap` ('saknas', 'ej-tillampligt' or None).
    Raises NotTold, DatabaseUnavailable."""
    units = _read_seen(kind, release, viewer)
    fields = [one for one in kinds()[kind].fields if one.name != NOTE]
    rows = [
        (area, period, *(value for one in fields for value in _split(row.get(one.name))))
        for area, period, content, _release in units
        for row in json.loads(content)
    ]
    columns = {"area": "str", "period": "str"}
    for one in fields:
        columns |= {one.name: _TYPES.get(one.type, "object"), one.name + GAP: "object"}
    return to_frame(rows, columns)


@cached
def fetch_reported(kind: str, *, release: int, viewer: Viewer) -> pd.DataFrame:
    """Which units of the kind are in the release: area, period, rows (0 = nothing to report, and
    said so), release (the one that it came with, or was changed in last). What is not here has not
    been reported. Raises NotTold, DatabaseUnavailable."""
    units = _read_seen(kind, release, viewer)
    found = [(area, period, len(json.loads(told)), came) for area, period, told, came in units]
    return to_frame(found, UNITS)


def _split(value: object) -> tuple[object, object]:
    if isinstance(value, dict):
        return None, value["gap"]
    return value, None


def _read_seen(kind: str, release: int, viewer: Viewer) -> Units:
    if kind not in TOLD:
        raise NotTold(kind)
    with reading() as connection:
        asked = (kind, release)
        units = keep("reports", asked, lambda: _read(connection, *asked), viewer=viewer)
        placed = keep_placed(connection, viewer)
    visible = _to_visible(placed, {one[1] for one in units}, viewer)
    return [one for one in units if one[0] in visible[one[1]]]


def _to_visible(
    placed: list[Placed], periods: Iterable[str], viewer: Viewer
) -> dict[str, frozenset[str]]:
    """Period → codes that the viewer sees as the division is on its last day."""
    days = {one: Quarter.parse(one).last for one in periods}
    divisions = to_pieces_on_each(placed, days.values())
    return {one: to_visible(pieces, viewer) for one, pieces in zip(days, divisions, strict=True)}


def _read(connection: Connection, kind: str, release: int) -> Units:
    """Of each unit the newest version up to the release, when there is one and it still holds."""
    one = RELEASED_REPORT.c
    # By the key's index alone, and each content by its key: a planner that joins them reads all
    # that has been replaced as well
    newest = (
        select(one.area, one.period, func.max(one.release).label("release"))
        .where(one.kind == kind, one.release <= release)
        .group_by(one.area, one.period)
        .subquery()
    )
    unit = newest.c
    same = (one[name] == unit[name] for name in ("area", "period", "release"))
    content = select(one.content).where(one.kind == kind, *same).scalar_subquery()
    asked = select(unit.area, unit.period, content.label("content"), unit.release)
    found = connection.execute(asked.order_by(unit.period, unit.area))
    return [
        (row.area, row.period, row.content, row.release) for row in found if row.content is not None
    ]

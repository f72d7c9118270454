"""A release of measures, goals, obstacles and resources, put in without the job."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import insert

from data_access.connect import writing
from data_access.schema_release import RELEASE, RELEASED_COUNT, RELEASED_REPORT
from data_access.version import forget_version
from geodata.division import to_pieces
from indicators.periods import Quarter
from indicators.protection.names import AGES, SEXES

QUARTERS = Quarter.range(Quarter(2025, 1), Quarter(2026, 3))
NEWEST, GAP = str(QUARTERS[-1]), "lpo-kalmar"  # which sends nothing in the newest
HIGH = "lpo-umea"  # ten times as many as others
OFTEN, SELDOM, NEVER = "orossamtal", "mentorskap", "sspf-insats"
COUNTS = {OFTEN: 24, SELDOM: 6, NEVER: 0}  # in each cell; multiples of six, so that none is small
REGIONS = (
    "pr-nord", "pr-mitt", "pr-stockholm", "pr-ost", "pr-vast", "pr-syd", "pr-bergslagen",
)  # fmt: skip
Row = Mapping[str, object]
Reports = Iterable[tuple[str, str, str, Sequence[Row]]]  # kind, area, period, rows


def add_work(
    reports: Reports = (), counts: Mapping[str, int] = COUNTS, number: int = 1, base: int = 5
) -> None:
    """A release, as example data, of the counts of measures in every area and of the reports."""
    texts = {"key_print": "p", "input_digest": "d", "quality": "[]", "note": "Prov"}
    told = {"base": base, "token": str(number), "recorded_by": "test", "is_example": True}
    cells = list(_to_cells(number, counts))
    rows = [
        {"kind": kind, "area": area, "period": period, "release": number, "content": _to_text(of)}
        for kind, area, period, of in reports
    ]
    with writing() as connection:
        row = {"id": number, "recorded_at": datetime(2026, 10, 20, tzinfo=UTC), "cells": len(cells)}
        connection.execute(insert(RELEASE).values(row | texts | told))
        if cells:
            connection.execute(insert(RELEASED_COUNT), cells)
        if rows:
            connection.execute(insert(RELEASED_REPORT), rows)
    forget_version()


def _to_text(rows: Sequence[Row]) -> str:
    return json.dumps(list(rows), ensure_ascii=False)


def to_count(lpo: str, code: str, counts: Mapping[str, int] = COUNTS) -> int:
    """What each cell of an area is, every quarter."""
    return counts[code] * (10 if lpo == HIGH else 1)


def _to_cells(number: int, counts: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for quarter in QUARTERS:
        for lpo in sorted(set(to_pieces(quarter.last)["lpo"])):
            if lpo == GAP and str(quarter) == NEWEST:
                continue
            at = {"release": number, "listing": "atgard", "area": lpo, "period": str(quarter)}
            for code in counts:
                for sex in SEXES:
                    for age in AGES:
                        count = to_count(lpo, code, counts)
                        of = {"code": code, "sex": sex, "age": age, "count": count}
                        yield at | of | {"preliminary": False}

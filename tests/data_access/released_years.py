"""Three years of released counts in every area, put in without the job: for what rests on them."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import insert

from data_access.connect import writing
from data_access.schema_release import RELEASE, RELEASED_COUNT
from data_access.version import forget_version
from geodata.division import to_pieces
from indicators.periods import Quarter
from indicators.protection.names import AGES, SEXES

SPLIT, WHOLE = "misstankta-grova-brott", "lagforda"
QUARTERS = Quarter.range(Quarter(2024, 1), Quarter(2026, 3))
NEWEST, GAP = str(QUARTERS[-1]), "lpo-kalmar"  # which sends nothing in the newest
HIGH = "lpo-umea"  # five times as many as others, always


def add_years(number: int = 1) -> None:
    """A release of an indicator by sex and age and one that is not split, as example data."""
    texts = {"key_print": "p", "input_digest": "d", "quality": "[]", "note": "Prov"}
    told = {"base": 5, "token": str(number), "recorded_by": "test", "is_example": True}
    cells = list(_to_cells(number))
    with writing() as connection:
        row = {"id": number, "recorded_at": datetime(2026, 10, 20, tzinfo=UTC), "cells": len(cells)}
        connection.execute(insert(RELEASE).values(row | texts | told))
        connection.execute(insert(RELEASED_COUNT), cells)
    forget_version()


def to_count(lpo: str, place: int, cell: int) -> int:
    """What each cell of an area is, every quarter: multiples of six, so that none is small."""
    return 6 * (1 + (place + cell) % 2) * (5 if lpo == HIGH else 1)


def _to_cells(number: int) -> Iterator[dict[str, object]]:
    for quarter in QUARTERS:
        for place, lpo in enumerate(sorted(set(to_pieces(quarter.last)["lpo"]))):
            if lpo == GAP and str(quarter) == NEWEST:
                continue
            at = {"release": number, "listing": "indikator", "area": lpo, "period": str(quarter)}
            at |= {"preliminary": str(quarter) == NEWEST}
            yield at | {"code": WHOLE, "sex": "totalt", "age": "totalt", "count": 30}
            kinds = [(sex, age) for sex in SEXES for age in AGES]
            for cell, (sex, age) in enumerate(kinds):
                count = to_count(lpo, place, cell)
                yield at | {"code": SPLIT, "sex": sex, "age": age, "count": count}

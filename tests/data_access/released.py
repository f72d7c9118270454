"""A release without its job, for tests of what rests on one."""

from datetime import UTC, datetime

from sqlalchemy import insert

from data_access.connect import writing
from data_access.schema_release import RELEASE, RELEASED_COUNT, RELEASED_REPORT, RELEASED_SUM
from data_access.version import forget_version

CONTENTS = {
    "deltagande": '[{"aktor": "skola", "form": "medlem", "hallna": 4, "deltagit": 3}]',
    "exempel": '[{"rubrik": "A", "metod": "annan", "evidens": "okand", "beskrivning": "B"}]',
    "kompetens": '[{"behov": "A", "gjort": "B"}]',
}


def add_release(number: int = 1, area: str = "lpo-umea") -> None:
    """Release a count of 5 in the area, of a measure and of an indicator, and its meetings, as
    example data."""
    texts = {"key_print": "p", "input_digest": "d", "quality": "[]", "note": ""}
    told = {"base": 5, "cells": 1, "token": str(number), "recorded_by": "test", "is_example": True}
    place = {"release": number, "area": area}
    entries = {"atgard": "sspf-insats", "indikator": "misstankta-grova-brott"}
    cell = {"period": "2026K3", "sex": "totalt", "age": "totalt", "count": 5, "preliminary": False}
    with writing() as connection:
        row = {"id": number, "recorded_at": datetime.now(UTC)} | texts | told
        connection.execute(insert(RELEASE).values(row))
        for listing, code in entries.items():
            entry = {"listing": listing, "code": code}
            connection.execute(insert(RELEASED_COUNT).values(entry | place | cell))
        for kind, content in CONTENTS.items():
            report = place | {"kind": kind, "period": "2026K3", "content": content}
            connection.execute(insert(RELEASED_REPORT).values(report))
    forget_version()


def add_sum(number: int = 1) -> None:
    """A sum of 5 in the release, as if its figures were exact."""
    place = {"release": number, "level": "riket", "area": "se", "period": "2026K3"}
    entry = {"listing": "atgard", "code": "sspf-insats", "sex": "totalt", "age": "totalt"}
    row = place | entry | {"count": 5, "preliminary": False}
    with writing() as connection:
        connection.execute(insert(RELEASED_SUM).values(row))
    forget_version()

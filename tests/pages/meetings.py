"""Meetings of every council that had started, released without the job, and counted by loops."""

import json
import random
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import insert

from data_access.areas import fetch_areas
from data_access.connect import writing
from data_access.establishment import fetch_stages
from data_access.schema_release import RELEASE, RELEASED_REPORT
from data_access.version import forget_version
from data_access.viewer import DEMONSTRATION
from indicators.periods import Quarter
from indicators.stages import ESTABLISHED, STARTED

ACTORS = ("polisen", "skolan", "halso-och-sjukvarden", "fritid")
Rows = list[dict[str, Any]]
Reports = dict[tuple[str, str], Rows]  # (area, period) → rows
Gap = {"gap": "saknas"}


def to_row(actor: str, held: Any, attended: Any, form: str = "medlem") -> dict[str, Any]:
    """A row as it is stored."""
    return {"aktor": actor, "form": form, "hallna": held, "deltagit": attended}


def publish(reports: Mapping[tuple[str, str], Rows], number: int = 1) -> None:
    """A release of the reports, as example data."""
    texts = {"key_print": "p", "input_digest": "d", "quality": "[]", "note": "Prov"}
    told = {"base": 5, "cells": 0, "token": str(number), "recorded_by": "t", "is_example": True}
    made = {"id": number, "recorded_at": datetime(2026, 10, 20, tzinfo=UTC)}
    units = [
        {"kind": "deltagande", "area": area, "period": period, "release": number}
        | {"content": json.dumps(rows)}
        for (area, period), rows in reports.items()
    ]
    with writing() as connection:
        connection.execute(insert(RELEASE).values(made | texts | told))
        if units:
            connection.execute(insert(RELEASED_REPORT), units)
    forget_version()


def publish_seven_quarters() -> None:
    """For a server's database."""
    publish(make(Quarter.range(Quarter(2025, 1), Quarter(2026, 3))))


def find_started(period: Quarter) -> list[str]:
    """The local councils that must report the quarter, as one day is asked for."""
    stages = fetch_stages("lpo", period.last, viewer=DEMONSTRATION)
    return sorted(stages.loc[stages["stage"].isin([STARTED, ESTABLISHED]), "code"])


def find_regions(period: Quarter) -> list[str]:
    """The regions, whose councils must report every quarter."""
    return sorted(fetch_areas(period.last, "polisregion", viewer=DEMONSTRATION)["code"])


def make(periods: Iterable[Quarter], seed: int = 1) -> Reports:
    """What most of the councils have told: all that there can be in a report is in some."""
    chance = random.Random(seed)
    reports: Reports = {}
    for period in periods:
        for area in (*find_started(period), *find_regions(period)):
            if chance.random() < 0.15:
                continue
            held = chance.randint(0, 5)
            reports[area, str(period)] = [
                _make_row(chance, actor, held) for actor in ACTORS if chance.random() < 0.85
            ]
    return reports


def _make_row(chance: random.Random, actor: str, held: int) -> dict[str, Any]:
    attended: Any = chance.randint(0, held)
    if chance.random() < 0.05:
        attended = Gap
    if actor == "skolan" and chance.random() < 0.3:
        attended = 0
    return to_row(actor, held, attended, "medlem" if chance.random() < 0.8 else "adjungerad")


def count(
    reports: Reports,
    periods: Iterable[Quarter],
    is_in: Callable[[str], bool],
    actors: Iterable[str],
    form: str = "medlem",
) -> tuple[int, int, Fraction | None]:
    """Attended, held, and the share: plain loops over the reports."""
    attended = held = 0
    wanted, whom = {str(one) for one in periods}, set(actors)
    for (area, period), rows in reports.items():
        for row in rows:
            if period not in wanted or row["aktor"] not in whom or not is_in(area):
                continue
            if row["form"] == form and isinstance(row["deltagit"], int) and row["hallna"] > 0:
                attended, held = attended + row["deltagit"], held + row["hallna"]
    return attended, held, Fraction(attended, held) if held else None

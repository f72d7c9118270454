"""What is publicly known, from our own tables under `facts/`."""

import csv
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

FACTS = Path(__file__).parent / "facts"
RECORDER = "offentliga källor"

Row = dict[str, Any]


def load_milestones() -> list[Row]:
    """The government's decisions and deadlines: day, event, kind, source."""
    return [row | {"day": date.fromisoformat(row["day"])} for row in _load("milestones")]


def load_councils() -> tuple[list[Row], list[Row]]:
    """The publicly known councils, and the area that each of them covers."""
    councils, covers = [], []
    for row in _load("councils"):
        known = _recorded(row)
        area, start = row.pop("area"), date.fromisoformat(row.pop("covers_from"))
        councils.append(row | known)
        cover = {"council": row["code"], "area_code": area, "covers": True, "effective_on": start}
        covers.append(cover | known | {"source": row["source"]})
    return councils, covers


def load_events() -> list[Row]:
    """What is publicly known to have happened, each with source and confidence."""
    rows = []
    for row in _load("council_events"):
        known = _recorded(row)
        rows.append(row | known | {"effective_on": date.fromisoformat(row["effective_on"])})
    return [row | {"reason": None} for row in rows]


def load_published() -> list[Row]:
    """Figures that others have published, as they stand in the file; '' is None."""
    return _load("published")


def load_support() -> list[Row]:
    """Support material: title, owner, day (None = not known), url, about, source."""
    rows = _load("support")
    return [
        row
        | {"day": date.fromisoformat(row["day"]) if row["day"] else None, "url": row["url"] or ""}
        for row in rows
    ]


def load_goals() -> list[Row]:
    """What the common goals say, as it stands in the file; '' is None."""
    return _load("goals")


def _recorded(row: Row) -> Row:
    """Public facts count as known from the day their source was published."""
    published = date.fromisoformat(row.pop("published"))
    moment = datetime.combine(published, time(12), tzinfo=UTC)
    return {"recorded_at": moment, "recorded_by": RECORDER, "is_example": False}


def _load(name: str) -> list[Row]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{key: text or None for key, text in row.items()} for row in csv.DictReader(file)]

"""Example data: plausible, invented councils for every LPO, the same for the same seed.

What is publicly known is kept as it is (`public`); all that is invented here has
`is_example` True. Pure: areas and membership in, rows out.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pandas as pd

from data_access import public, story
from indicators.stages import (
    DORMANT,
    ESTABLISHED,
    MAPPING,
    NOT_NEEDED,
    NOT_STARTED,
    PLANNED,
    STARTED,
)

Row = dict[str, Any]

SEED = 2310
FIRST = date(2023, 11, 9)
LAST = date(2026, 11, 15)  # nothing in the example happens, or is recorded, after this day
SOURCE = "Exempeldata"
RECORDER = "exempel"


@dataclass
class Example:
    """Rows of the append-only tables; events name their council by code in `council`."""

    councils: list[Row] = field(default_factory=list)
    covers: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    assessments: list[Row] = field(default_factory=list)


def build(areas: pd.DataFrame, membership: pd.DataFrame, seed: int = SEED) -> Example:
    """Public facts and, where nothing is public, invented councils, stages and assessments."""
    example = to_public()
    for plan in story.to_plans(areas, Random(seed)):
        # one stream of chance a council: a change in one story leaves the others as they were
        _add_plan(example, plan, Random(f"{seed}/{plan.code}"))
    split = membership["part"] != ""
    cities = set(membership.loc[split, "lpo"])
    lpos = areas[areas["level"] == "lpo"]
    for code, start in zip(lpos["code"], lpos["valid_from"], strict=True):
        chance = Random(f"{seed}/{code}/prioriterat")
        _add_assessments(example, code, start, code in cities, chance)
    return example


def to_public() -> Example:
    """What is publicly known, and nothing else."""
    councils, covers = public.load_councils()
    return Example(councils, covers, public.load_events())


def _add_plan(example: Example, plan: story.Plan, chance: Random) -> None:
    if not plan.is_public:
        example.councils.append(
            {
                "code": plan.code,
                "name": plan.name,
                "level": "lokal",
                "convener": "Lokalpolisområdeschefen",
                "coordinating_lan": None,
                "builds_on": chance.choice(story.FORUMS),
                "confidence": None,
                **_recorded(FIRST, 11, chance),
            }
        )
        example.covers += [
            {
                "council": plan.code,
                "area_code": area,
                "covers": covers,
                "effective_on": start,
                **_recorded(start, 11, chance),
            }
            for area, covers, start in plan.covers
        ]
    for row in _to_events(plan, chance):
        if row["effective_on"] <= LAST and row["recorded_at"].date() <= LAST:
            example.events.append(row)


def _to_events(plan: story.Plan, chance: Random) -> list[Row]:
    """The council's events: the ordinary steps, then what its fate adds."""
    rows = [] if plan.is_public else [_event(plan, NOT_STARTED, FIRST, chance, lag=11)]
    for stage, day in zip((MAPPING, PLANNED, STARTED, ESTABLISHED), plan.days, strict=True):
        if day is not None:
            late = plan.fate == "sent" and stage == STARTED
            rows.append(_event(plan, stage, day, chance, lag=130 if late else chance.randrange(21)))
    last = rows[-1]["effective_on"] if rows else FIRST
    if plan.fate == "ej-aktuellt":
        reason = chance.choice(story.NOT_NEEDED_REASONS)
        rows.append(_event(plan, NOT_NEEDED, last + timedelta(days=90), chance, reason=reason))
    if plan.fate in ("vilande", "vilande-ater"):
        reason = chance.choice(story.DORMANT_REASONS)
        rows.append(_event(plan, DORMANT, last + timedelta(days=200), chance, reason=reason))
    if plan.fate == "vilande-ater":
        rows.append(_event(plan, ESTABLISHED, last + timedelta(days=380), chance))
    if plan.fate == "rattad":
        rows += _correct(plan, rows[-1], last + timedelta(days=44), chance)
    if plan.fate == "aterkallad":
        rows += _correct(plan, rows[-1], None, chance)
    return rows


def _correct(plan: story.Plan, wrong: Row, day: date | None, chance: Random) -> list[Row]:
    """A row that supersedes the wrong one 60 days after it: on another day, or not at all."""
    wrong["key"] = plan.code
    note = "Rättelse: fel dag" if day else "Återkallad: uppgiften gällde ett annat råd"
    recorded = wrong["recorded_at"].date() + timedelta(days=60)
    right = _event(plan, wrong["stage"] if day else None, day or wrong["effective_on"], chance)
    return [right | _recorded(recorded, 0, chance) | {"note": note, "corrects": plan.code}]


def _event(
    plan: story.Plan,
    stage: str | None,
    day: date,
    chance: Random,
    lag: int = 7,
    reason: str | None = None,
) -> Row:
    return {
        "council": plan.code,
        "stage": stage,
        "effective_on": day,
        "note": None if stage is None else story.NOTES.get(stage),
        "reason": reason,
        "confidence": None,
        **_recorded(day, lag, chance),
    }


def _recorded(day: date, lag: int, chance: Random) -> Row:
    clock = time(7 + chance.randrange(9), chance.randrange(60))
    return {
        "recorded_at": datetime.combine(day + timedelta(days=lag), clock, tzinfo=UTC),
        "recorded_by": RECORDER,
        "source": SOURCE,
        "is_example": True,
    }


def _add_assessments(
    example: Example, lpo: str, valid_from: date, is_city: bool, chance: Random
) -> None:
    """Prioritised, not, or never assessed; some are assessed anew later."""
    number = chance.random()
    if not is_city and number < 0.12:
        return
    prioritised = is_city or number < 0.68
    day = max(date(2024, 1, 15) + timedelta(days=chance.randrange(120)), valid_from)
    days = [(day, prioritised)]
    if not is_city and number > 0.9:
        days.append((date(2025, 9, 1) + timedelta(days=chance.randrange(200)), True))
    for start, value in days:
        reasons = story.PRIORITISED_REASONS if value else story.OTHER_REASONS
        example.assessments.append(
            {
                "area_code": lpo,
                "prioritised": value,
                "reason": chance.choice(reasons),
                "effective_on": start,
                "supersedes": None,
                **_recorded(start, chance.randrange(14), chance),
            }
        )

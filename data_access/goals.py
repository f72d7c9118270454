"""The common goals' levels, baselines, targets and due days, from our own table of facts."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data_access.cache import cached
from data_access.public import load_goals
from data_access.viewer import Viewer
from indicators.goals import BadTerms, Target, Terms
from indicators.participation import HEALTH, SCHOOL

LEVELS = ("nationell", "regional", "lokal")
# Goals that are counted here too: on councils, on who came to meetings, on one indicator
COUNCILS, SUSPECTED = "lokala-rad-etablerade", "farre-misstankta"
AT_MEETINGS = {"skolans-deltagande": SCHOOL, "vardens-deltagande": HEALTH}
SUSPECTED_ARE = "misstankta-grova-brott"
_NEEDED = (
    "code",
    "level",
    "baseline_on",
    "target",
    "target_kind",
    "due_on",
    "valid_from",
    "source",
)
Row = Mapping[str, Any]


class BadGoals(ValueError):
    """The table of goals contradicts itself; the message says where."""


@cached
def fetch_goals(*, viewer: Viewer) -> tuple[Terms, ...]:  # noqa: ARG001 - the key of what is kept
    """Every version of every goal's terms, as they stand in the table; one that is changed is a new
    row with its own `valid_from`. Public: every viewer sees them. Raises BadGoals."""
    return to_goals(load_goals())


def to_goals(rows: Sequence[Row]) -> tuple[Terms, ...]:
    """The rows of the file as `fetch_goals` tells them. Raises BadGoals."""
    found = [_to_terms(row, number) for number, row in enumerate(rows, start=2)]
    keys = [(one.code, one.valid_from) for one in found]
    if twice := {key for key in keys if keys.count(key) > 1}:
        code, start = min(twice)
        raise BadGoals(f"{code} stands twice from {start}")
    return tuple(found)


def _to_terms(row: Row, number: int) -> Terms:
    missing = [name for name in _NEEDED if not row[name]]
    if missing:
        raise BadGoals(f"row {number}: {', '.join(missing)} missing")
    if row["level"] not in LEVELS:
        raise BadGoals(f"row {number}: level {row['level']!r}, not one of {', '.join(LEVELS)}")
    try:
        return Terms(
            row["code"],
            row["level"],
            None if row["baseline"] is None else _to_number(row["baseline"]),
            date.fromisoformat(row["baseline_on"]),
            _to_number(row["target"]),
            Target(row["target_kind"]),
            date.fromisoformat(row["due_on"]),
            date.fromisoformat(row["valid_from"]),
            row["source"],
        )
    except (BadTerms, ValueError) as error:
        raise BadGoals(f"row {number}: {error}") from error


def _to_number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise BadTerms(f"no number: {text!r}")
    return value

"""Reported rows as the columns of the main database's tables."""

from datetime import date
from typing import Any

from data_access.recording import BadRecord
from indicators.stages import NOT_NEEDED, rank
from reporting.kinds import NOTE
from reporting.rows import Row
from reporting.values import Gap

Values = dict[str, Any]


def to_event(row: Row) -> Values:
    """The columns of a council's event. Raises BadRecord, UnknownStage."""
    stage, reason = str(row.values.get("stadium", "")), _to_text(row, "skal")
    rank(stage)
    if stage == NOT_NEEDED and not reason:
        raise BadRecord("'ej-aktuellt' needs a reason")
    day = _to_day(row)
    return {"stage": stage, "effective_on": day, "note": _to_text(row, NOTE), "reason": reason}


def to_assessment(row: Row) -> Values:
    """The columns of an area's assessment. Raises BadRecord."""
    answer, reason = row.values.get("prioriterat"), _to_text(row, "skal")
    if answer not in ("ja", "nej") or not reason:
        raise BadRecord("an assessment says 'ja' or 'nej', and why")
    return {"prioritised": answer == "ja", "effective_on": _to_day(row), "reason": reason}


def _to_day(row: Row) -> date:
    day = row.values.get("dag")
    if not isinstance(day, date):
        raise BadRecord("no day from which it holds")
    return day


def _to_text(row: Row, name: str) -> str | None:
    value = row.values.get(name)
    return None if value is None or isinstance(value, Gap) else str(value)

"""What was reported as one writes it in a form, and as a draft keeps it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reporting.headings import MISSING, NOT_APPLICABLE
from reporting.kinds import Kind
from reporting.rows import Row
from reporting.values import Gap, Value


def to_written(value: Value) -> str:
    """A value as one writes it: `1,5`, `2026-11-01`, a choice's code, `..` and `.` for gaps."""
    if isinstance(value, Gap):
        return MISSING if value is Gap.MISSING else NOT_APPLICABLE
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return value.isoformat() if isinstance(value, date) else str(value)


def to_content(kind: Kind, rows: Sequence[Row], seen: int) -> dict[str, Any]:
    """Reported rows as the content of a draft that was begun from revision `seen` (0 = none). A
    report without rows says that there is nothing to report."""
    names = [field.name for field in kind.fields]
    texts = [
        {name: to_written(row.values[name]) for name in names if name in row.values} for row in rows
    ]
    return {"rows": texts, "nothing": not rows and kind.listing is None, "seen": seen}

"""What was reported as one writes it, in a form, a file and a draft, and what codes are called."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from reporting.headings import MISSING, NOT_APPLICABLE
from reporting.kinds import FIXED, Field, Kind, Type, option_labels
from reporting.register import Register
from reporting.rows import Row
from reporting.values import Gap, Value

SIGNS = {Gap.MISSING: MISSING, Gap.NOT_APPLICABLE: NOT_APPLICABLE}


def to_written(value: Value) -> str:
    """A value as one writes it: `1,5`, `2026-11-01`, a choice's code, `..` and `.` for gaps."""
    if isinstance(value, Gap):
        return SIGNS[value]
    if isinstance(value, float):
        return _to_decimal(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def option_name(field: Field, code: str, register: Register, kommuner: Mapping[str, str]) -> str:
    """What a choice's or a kommun's code is called, whether or not it may still be chosen; an
    unknown code as it is. `kommuner` is code → name."""
    if field.type is Type.KOMMUN:
        return kommuner.get(code, code)
    if field.options in FIXED:
        return option_labels(field.options).get(code, code)
    entry = register.find(field.options, code)
    return entry.name if entry else code


def _to_decimal(number: float) -> str:
    """All its digits, with a comma and without an exponent."""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0").replace(".", ",")


def to_content(kind: Kind, rows: Sequence[Row], seen: int) -> dict[str, Any]:
    """Reported rows as the content of a draft that was begun from revision `seen` (0 = none). A
    report without rows says that there is nothing to report."""
    names = [field.name for field in kind.fields]
    texts = [
        {name: to_written(row.values[name]) for name in names if name in row.values} for row in rows
    ]
    return {"rows": texts, "nothing": not rows and kind.listing is None, "seen": seen}

"""A row's values in words where nothing is to be filled in. What is not asked is left empty: a
dash would be read as the sign by which a reporter says that a value is missing."""

from reporting.kinds import CELLS, TOTAL, TOTALS, Field, Kind
from reporting.register import Split
from reporting.rows import Row
from reporting.totals import to_value
from ui.report_words import Names
from words import _


def to_text(kind: Kind, row: Row | None, field: Field, names: Names) -> str:
    """A field's value, a total worked out of its cells where it can be; `ej besvarat` where it
    is asked for and left out; else nothing."""
    if row is None:
        return ""
    value = to_value(row, field.name)
    if value is None and is_asked(kind, row, field, names):
        return _("ej besvarat")
    return names.value(field, value)


def is_asked(kind: Kind, row: Row, field: Field, names: Names) -> bool:
    """Whether the row must have the field; of counts the register says which."""
    if field.name in CELLS:
        return _is_split(kind, row, names)
    if field.name in TOTALS:
        return field.name == TOTAL and not _is_split(kind, row, names)
    return field.required


def _is_split(kind: Kind, row: Row, names: Names) -> bool:
    """As the register says today, or of an entry that it does not know, as the row is."""
    own = kind.keys[0]
    entry = names.register.find(own.options, str(row.values.get(own.name, "")))
    if entry is None:
        return not set(CELLS).isdisjoint(row.values)
    return entry.split is Split.SEX_AND_AGE

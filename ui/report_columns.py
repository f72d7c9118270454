"""The columns of a form's grid: their labels, widths and kinds."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from reporting.kinds import NOTE, Field, Kind, Type
from ui.report_words import Names
from words import _

BESIDE = "__forra"  # after a field's name: the locked column with what was reported before
_WIDE, _VALUE, _BEFORE, _CHOICE, _TEXT = 268, 104, 122, 140, 260
_SIGN, _MARK, _LONGEST = 7, 32, 200  # pixels of a heading's sign, of the mark before it, at most


def to_columns(kind: Kind, fields: Iterable[Field], names: Names) -> dict[str, Any]:
    """Streamlit's column_config for the entry, the fields, and what stands beside them."""
    own = kind.keys[0]
    found: dict[str, Any] = {
        own.name: st.column_config.TextColumn(own.label, pinned=True, width=_WIDE)
    }
    for field in fields:
        found[field.name] = _column(field, names)
        label = _("{label}, förra").format(label=field.label)
        found[field.name + BESIDE] = st.column_config.TextColumn(
            label,
            width=_to_width(label, _BEFORE, 0),
            help=_("Förra periodens värde, och inom parentes spannet de fyra kvartalen före."),
        )
    return found


def _column(field: Field, names: Names) -> Any:
    if field.type is Type.CHOICE:
        return st.column_config.SelectboxColumn(
            field.label,
            options=list(names.options(field)),
            format_func=lambda code: names.option(field, code),
            width=_CHOICE,
            help=field.explanation or None,
        )
    is_long = field.type is Type.TEXT
    return st.column_config.TextColumn(
        field.label,
        width=_TEXT if is_long or field.name == NOTE else _to_width(field.label, _VALUE, _MARK),
        help=field.explanation or None,
    )


def _to_width(label: str, least: int, mark: int) -> int:
    """Wide enough for the heading, within reason."""
    return min(max(least, mark + _SIGN * len(label) + 8), _LONGEST)

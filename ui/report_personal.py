"""What people write in a report and beside it can't be taken back: it must point out nobody."""

from collections.abc import Sequence

import streamlit as st

from reporting.kinds import Field, Kind
from reporting.personal import Found, find_personal, to_label
from reporting.unkept import find_unkept, without_unkept
from ui.headings import as_text
from ui.report_entries import Work
from ui.report_words import Names, field_label
from words import _


def to_refusal(text: str) -> str:
    """Why a text can't be kept, and what to do; '' when it points out nobody."""
    found = find_personal(text)
    if not found:
        return ""
    return _(
        "Texten ser ut att innehålla {what}. Det som skrivs här sparas för alltid, så skriv den "
        "utan uppgifter om enskilda personer."
    ).format(what=_to_what([one.kind for one in found]))


def show_in_field(field: Field, text: str) -> None:
    """Said below a field whose text is not kept, not even as a draft; else nothing."""
    found = find_unkept(field, text)
    if found:
        said = _("Sparas inte: det ser ut som {what}. Ta bort det.")
        st.error(said.format(what=_to_what(found)))


def show_in_rows(kind: Kind, work: Work, rows: Sequence[int], names: Names) -> None:
    """Said below a grid of those rows: each field whose text is not kept, not even as a draft."""
    lines = []
    for path, found in without_unkept(kind, {"rows": work.rows})[1]:
        _rows, row, field = path
        if row in rows:
            own = [work.rows[int(row)].get(one.name, "") for one in kind.keys]
            where = as_text(f"{names.row(kind, own)}, {field_label(kind, str(field))}")
            lines.append(f"- **{where}:** {_to_what(found)}")
    if lines:
        title = _("Det här sparas inte, för det ser ut att peka ut en person. Ta bort det.")
        st.error("\n".join(lines), title=title)


def _to_what(found: Sequence[Found]) -> str:
    return _(" och ").join(to_label(kind) for kind in dict.fromkeys(found))

"""What is told in words in a report: rows of text, and the notes of those that are counted."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from reporting.kinds import NOTE, Kind
from reporting.rows import Row, identity
from ui.headings import as_text
from ui.report_words import Names


def show_texts(kind: Kind, rows: Sequence[Row], names: Names, alt: str) -> None:
    """A kind that is told in words, a row each, in full."""
    fields = [field for field in kind.fields if any(field.name in row.values for row in rows)]
    st.table(
        pd.DataFrame(
            {
                field.label: [
                    as_text(names.value(field, row.values[field.name]))
                    if field.name in row.values
                    else ""
                    for row in rows
                ]
                for field in fields
            }
        ),
        hide_index=True,
        border="horizontal",
        alt=alt,
    )


def notes(kind: Kind, rows: Sequence[Row], names: Names) -> list[str]:
    """The reporter's notes as lines of markdown, what each is about first."""
    return [
        f"- **{as_text(names.row(kind, identity(kind, row)))}**: {as_text(str(row.values[NOTE]))}"
        for row in rows
        if isinstance(row.values.get(NOTE), str) and row.values[NOTE]
    ]

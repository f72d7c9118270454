"""Why warnings are as they should be, said once for a whole sending."""

from collections.abc import Sequence

import streamlit as st

from reporting.checks import ENOUGH
from reporting.remarks import Remark, Severity
from words import _, plural

_KEY = "rap_forklaring"


def show_note(remarks: Sequence[Remark]) -> None:
    """A field for why warnings are as they should be, when there are any."""
    count = sum(remark.severity is Severity.WARNING for remark in remarks)
    if count:
        st.text_area(
            plural("Förklara varningen", "Förklara de {n} varningarna", count),
            key=_KEY,
            max_chars=1000,
            height=90,
            help=_("Det som står i radens anteckning behöver inte upprepas här."),
        )


def to_note(remarks: Sequence[Remark]) -> str | None:
    """The explanation; '' when none is asked for, None when it is missing."""
    if not any(remark.severity is Severity.WARNING for remark in remarks):
        return ""
    note = str(st.session_state.get(_KEY, "")).strip()
    return note if len(note) >= ENOUGH else None

"""Why warnings are as they should be, said once for a whole sending."""

from collections.abc import Sequence

import streamlit as st

from reporting.checks import ENOUGH
from reporting.remarks import Remark, Severity
from ui import report_notices
from ui.report_personal import to_refusal
from words import _, plural


def show_note(remarks: Sequence[Remark], about: str) -> None:
    """A field for why warnings are as they should be, when there are any. `about` tells what is
    sent, so that what is said of one thing is never sent with another."""
    count = sum(remark.severity is Severity.WARNING for remark in remarks)
    if count:
        st.text_area(
            plural("Förklara varningen", "Förklara de {n} varningarna", count),
            key=_to_key(about),
            max_chars=1000,
            height=90,
            help=_(
                "Det som står i radens anteckning behöver inte upprepas här. Skriv inga uppgifter "
                "om enskilda personer."
            ),
        )


def take_note(remarks: Sequence[Remark], about: str) -> str | None:
    """The explanation; '' when none is asked for. None when it is missing or points out a person,
    and then what to say of that is kept. For callbacks."""
    if not any(remark.severity is Severity.WARNING for remark in remarks):
        return ""
    note = str(st.session_state.get(_to_key(about)) or "").strip()
    if len(note) < ENOUGH:
        report_notices.keep_problem("note-missing")
        return None
    refusal = to_refusal(note)
    if refusal:
        report_notices.keep_refusal(refusal)
        return None
    return note


def _to_key(about: str) -> str:
    return f"rap_forklaring_{about}"
